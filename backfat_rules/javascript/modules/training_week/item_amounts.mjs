// From a dose of the catalogue to one item of a session, and how long that takes: the mirror of
// training_week/item_amounts.py.

/** The least of a move that its dose names; a week begins there. */
export function itemOf(candidate, slot, numbers) {
  const { exercise, dose, advice, covers, lift, grows } = candidate;
  const { amounts } = dose;
  const sets = amounts.sets ?? amounts.rounds ?? [1, 1];
  const { reps } = amounts;
  const held = amounts.hold_seconds ?? amounts.work_seconds;
  const minutes = reps || held ? undefined : amounts.minutes;
  const seconds = minutes?.map((each) => each * 60) ?? held;
  const whole = (number) => (number === undefined ? null : Math.trunc(number));
  return {
    exercise: exercise.id,
    slot,
    context: dose.context,
    level: dose.level,
    sets: minutes ? 1 : Math.trunc(sets[0]),
    reps: whole(reps?.[0]),
    reps_most: whole(reps?.[grows ? 1 : 0]),
    seconds: whole(seconds?.[0]),
    seconds_most: whole(seconds?.[1]),
    rest_seconds: !minutes || amounts.rest_seconds ? restOf(candidate, numbers) : 0,
    per_side: dose.per_side,
    advice,
    covers,
    heavier: false,
    ramp_up: (lift?.ramp_up ?? []).map((each) => [each.reps, each.percent]),
    gear: candidate.gear ?? [],
  };
}

/** The least rest that the dose names, and no less than a heavy lift asks for. */
function restOf({ dose, lift }, numbers) {
  const told = dose.amounts.rest_seconds;
  const rest = told === undefined ? numbers("rest-where-none-is-told") : Math.trunc(told[0]);
  return Math.max(rest, lift?.rest_seconds ?? 0);
}

/** The most sets that its dose names. */
export function mostSets({ dose }) {
  const sets = dose.amounts.sets ?? dose.amounts.rounds;
  return sets === undefined ? 1 : Math.trunc(sets[1]);
}

/** How long a move takes with its rests, the change to it and the sets that lead up to it. */
export function secondsOf(item, numbers) {
  const { sets, reps, reps_most: most, seconds, rest_seconds: rest, per_side: perSide } = item;
  const aRep = Math.max(numbers("seconds-a-repetition"), seconds ?? 0);
  const once = reps === null ? (seconds ?? 0) : Math.floor((reps + (most || reps)) / 2) * aRep;
  const one = perSide ? 2 * once : once;
  if (sets === 1 && reps === null && rest === 0) return one; // so many minutes of one thing
  const rampUp = item.ramp_up.map(([each]) => each * aRep + numbers("seconds-to-change"));
  const before = rampUp.reduce((sum, each) => sum + each, 0);
  return before + sets * one + (sets - 1) * rest + numbers("seconds-to-change");
}

/** How long the easy end of a session takes that may last so many minutes. */
export const coolDownOf = (minutes, numbers) =>
  Math.min(numbers("cool-down-minutes"), Math.floor((minutes * numbers("warm-up-share")) / 100));

/** How long some items take together. */
export const secondsOfAll = (items, numbers) =>
  items.reduce((sum, each) => sum + secondsOf(each, numbers), 0);

/** How long a session takes, in whole minutes. */
export const sessionMinutes = (warmUp, seconds) => warmUp + Math.ceil(seconds / 60);

/** How long the warm-up of a session takes that may last so many minutes. */
export const warmUpOf = (minutes, numbers) =>
  Math.min(numbers("warm-up-minutes"), Math.floor((minutes * numbers("warm-up-share")) / 100));
