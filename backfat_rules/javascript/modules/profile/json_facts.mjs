// Facts as JSON has them: the mirror of profile/json_facts.py.

import { Range } from "../language/range.mjs";
import { sorted, sortedBy } from "../order.mjs";

/** Facts as decisions hold them, in the order of names; ranges stand together. */
export function answersOf(facts) {
  const isRange = ([, value]) => value instanceof Range;
  const answers = [...facts].filter((each) => !isRange(each));
  const ranges = [...facts].filter(isRange);
  const told = shown(answers);
  if (ranges.length > 0) told.push(["ranges", Object.fromEntries(shown(ranges))]);
  return Object.fromEntries(sortedBy(told, ([name]) => name));
}

/** Facts as interviews hold them: each range in the place of its number. */
export const byName = (facts) => Object.fromEntries(shown([...facts]));

const shown = (facts) =>
  sortedBy(facts, ([name]) => name).map(([name, value]) => [name, asJson(value)]);

function asJson(value) {
  if (value instanceof Range) return value.ends;
  return value instanceof Set ? sorted(value) : value;
}
