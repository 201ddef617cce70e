// What a loaded move asks for besides its dose: the mirror of training_week/lifts.py.

/** The first rule on heavy lifts that fits a move for somebody of a level; null for most. */
export function liftOf(exercise, { heavy_lifts: lifts }, level, limits) {
  const fits = ({ moves, tags, level: least, gear }) =>
    (moves.length === 0 || moves.includes(exercise.id)) &&
    tags.every((tag) => exercise.tags.includes(tag)) &&
    level >= least &&
    (gear.length === 0 || isDoneWith(exercise, gear, limits));
  return lifts.find(fits) ?? null;
}

/** What a move is done with: the first of its ways for which there is gear. */
export function gearOf({ equipment }, lift, limits) {
  const there = equipment.filter((things) => isThere(things, limits));
  const heavy = there.find((things) => things.some((each) => lift?.gear.includes(each)));
  return heavy ?? there[0] ?? [];
}

/** Whether a move can be done with one of some things among what there is. */
const isDoneWith = ({ equipment }, gear, limits) =>
  equipment.some(
    (things) => things.some((each) => gear.includes(each)) && isThere(things, limits),
  );

const isThere = (things, { equipment: there }) =>
  there === null || things.every((each) => there.has(each));
