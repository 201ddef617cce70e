// Whether moves of one kind have no fewer sets in a week than those of another: the mirror of
// training_week/balance.py.

import { Counter } from "../counter.mjs";

/** The sets of strength of a week by how their moves move. */
export function setsByPattern(days, { exercises }) {
  const sets = new Counter();
  for (const { kind, items } of days.flat()) {
    if (kind !== "strength") continue;
    for (const item of items) sets.add(exercises.get(item.exercise).pattern, item.sets);
  }
  return sets;
}

/** Whether the moves of a goal have no fewer sets than those it weighs them against, and more. */
export function isBalanced(goal, sets, more = 0) {
  const sum = (patterns) => patterns.reduce((total, each) => total + sets.get(each), 0);
  return sum(goal.patterns) >= sum(goal.not_below) + more;
}

/** The goals of balance that a session can serve, as some move for them is open in it. */
export const weighedGoals = (rule, moves) =>
  [...moves.knowledge.week_goals.values()].filter(({ patterns, not_below: notBelow }) => {
    if (notBelow.length === 0) return false;
    const serves = (slot) => slot.patterns.some((each) => patterns.includes(each));
    const every = rule.slots.filter(serves).flatMap((slot) => moves.forSlot(rule, slot));
    return every.some(({ exercise }) => patterns.includes(exercise.pattern));
  });
