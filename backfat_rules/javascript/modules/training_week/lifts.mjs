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

/** Whether a move can be done with one of some things among what there is. */
const isDoneWith = ({ equipment }, gear, { equipment: there }) =>
  equipment.some(
    (things) =>
      things.some((each) => gear.includes(each)) &&
      (there === null || things.every((each) => there.has(each))),
  );
