// Where to begin: the mirror of decision/first_steps.py.

import { evaluate } from "../language/evaluate.mjs";
import { compare } from "../order.mjs";

/** The ids of the few pieces of advice to begin with, in order of priority. */
export function firstSteps(needs, screened, policy) {
  let left = needs.map(([best]) => best);
  left = left.filter((each) => (each.candidate.purpose & screened.closed) === 0n);
  const chosen = [];
  while (left.length > 0 && chosen.length < policy.first_steps) {
    const near = left.filter((each) => each.priority >= left[0].priority - policy.spread_within);
    const following = chosen.length === 0 ? left[0] : firstOf(near, (each) => place(each, chosen));
    chosen.push(following);
    left = left.filter((each) => each !== following);
  }
  return needs
    .map(([best]) => best)
    .filter((each) => chosen.includes(each))
    .map(({ id }) => id);
}

/** What comes first among advice of nearly equal priority; the order decides the rest. */
function place(each, chosen) {
  const { area, topic } = each.candidate;
  return [
    !tends(each),
    chosen.some((other) => other.candidate.area === area),
    chosen.some((other) => other.candidate.topic === topic),
  ];
}

const firstOf = (items, key) =>
  items.reduce((one, other) => (compare(key(other), key(one)) < 0 ? other : one));

/** Whether advice tends to something wrong, or protects, where other advice adds. */
const tends = (each) => each.candidate.protects || each.candidate.treats;

/** The ids of the advice that is kept for later, for whom everything at once is too much. */
export function forLater(needs, steps, known, policy) {
  const few = policy.few_at_once;
  if (few === null || evaluate(few.when, known) !== true) return [];
  const now = steps.slice(0, few.most);
  return needs
    .filter((ways) => !now.includes(ways[0].id) && !ways.some(tends))
    .map(([best]) => best.id);
}
