// Days far apart, in a week that goes round: the mirror of training_week/spread.py.

import { once, sorted, sortedBy } from "../order.mjs";

export const LENGTH = 7;

/** The days of a week, by number from Monday on. */
export const EVERY_DAY = [...Array(LENGTH).keys()];

/** How many days lie between two days of a week, the shorter way round. */
export function distance(day, other) {
  const apart = Math.abs(day - other);
  return Math.min(apart, LENGTH - apart);
}

/** From each of some days in order to the next, the last to the first of the next week. */
const gaps = (days) =>
  days.map((day, at) => (days[(at + 1) % days.length] - day + LENGTH) % LENGTH || LENGTH);

/** So many of some days, as far from each other, and then from others, as can be. */
export function farApart(days, count, fromOthers = []) {
  const ordered = sorted(once(days));
  const closeness = (choice) => {
    const far = choice.flatMap((day) => fromOthers.map((other) => distance(day, other)));
    const [same, beside] = [0, 1].map((near) => far.filter((each) => each === near).length);
    return [sorted(gaps(choice)).map((gap) => -gap), same * LENGTH + beside, choice];
  };
  return sortedBy(combinations(ordered, Math.min(count, ordered.length)), closeness)[0] ?? [];
}

/** Each choice of so many items, in their order. */
function combinations(items, count) {
  if (count === 0) return [[]];
  return items.flatMap((first, at) =>
    combinations(items.slice(at + 1), count - 1).map((rest) => [first, ...rest]),
  );
}
