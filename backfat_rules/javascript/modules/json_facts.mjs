// Facts as JSON has them: the mirror of profile/json_facts.py.

import { Range } from "./language/range.mjs";
import { sorted, sortedBy } from "./order.mjs";

/** Facts as decisions hold them, in the order of names; ranges stand together. */
export function answersOf(facts) {
  const told = sorted(facts.keys()).map((name) => [name, facts.get(name)]);
  const ranges = told.filter(([, value]) => value instanceof Range);
  const answers = told
    .filter(([, value]) => !(value instanceof Range))
    .map(([name, value]) => [name, asJson(value)]);
  if (ranges.length > 0) {
    answers.push(["ranges", Object.fromEntries(ranges.map(([name, { ends }]) => [name, ends]))]);
  }
  return Object.fromEntries(sortedBy(answers, ([name]) => name));
}

const asJson = (value) => (value instanceof Set ? sorted(value) : value);
