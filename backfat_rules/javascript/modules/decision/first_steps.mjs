// Where to begin: the mirror of decision/first_steps.py.

import { evaluate } from "../language/evaluate.mjs";
import { compare } from "../order.mjs";

/** The ids of the few pieces of advice to begin with, in order of priority. */
export function firstSteps(needs, screened, known, policy) {
  const few = fewAtOnce(known, policy);
  const most = few === null ? policy.first_steps : few.most;
  const begins = (ways) => few !== null && ways.some(({ id }) => id === few.begin_with);
  const begun = needs
    .filter(begins)
    .map(([best]) => best)
    .slice(0, most);
  const isOpen = ({ candidate }) => (candidate.purpose & screened.closed) === 0n;
  const open = needs.map(([best]) => best).filter(isOpen);
  let left = farFromMet(open, policy).filter((each) => !begun.includes(each));
  const chosen = [...begun];
  while (left.length > 0 && chosen.length < most) {
    const guard = few === null ? undefined : left.find((each) => each.candidate.protects);
    const next = guard ?? following(left, chosen, policy);
    chosen.push(next);
    left = left.filter((each) => each !== next);
  }
  const others = chosen.slice(begun.length);
  const inOrder = needs.map(([best]) => best).filter((each) => others.includes(each));
  return [...begun, ...inOrder].map(({ id }) => id);
}

/** The advice without what is nearly met; where all is, the best of it. */
function farFromMet(advice, { nearly_met: nearlyMet }) {
  const far = advice.filter((each) => each.parts.severity >= nearlyMet || tends(each));
  return far.length > 0 ? far : advice.slice(0, 1);
}

/** The ids of the advice that waits, for whom everything at once is too much: all the rest. */
export function forLater(needs, steps, known, policy) {
  if (fewAtOnce(known, policy) === null) return [];
  return needs.map(([best]) => best.id).filter((id) => !steps.includes(id));
}

/** What holds for this person, if only a few things are shown to them at once. */
function fewAtOnce(known, { few_at_once: few }) {
  return few !== null && evaluate(few.when, known) === true ? few : null;
}

/** What comes next of what is left, the best of which is the first. */
function following(left, chosen, policy) {
  if (chosen.length === 0) return left[0];
  const near = left.filter((each) => each.priority >= left[0].priority - policy.spread_within);
  return firstOf(near, (each) => place(each, chosen));
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
