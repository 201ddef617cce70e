// What a balanced week holds, and what of it a week has: the mirror of training_week/goals.py.

import { Counter } from "../counter.mjs";
import { isBalanced, setsByPattern } from "./balance.mjs";
import { HALF, WHOLE } from "./under_way.mjs";

/** The brisk minutes of a first week: what there is and a step more, up to the target. */
export function aerobicGoal(person, numbers, grows) {
  const now = toldMinutes(person, numbers);
  if (now !== 0 && !grows) return now;
  const start = Math.max(numbers("aerobic-start"), now + numbers("aerobic-step"));
  return Math.max(now, Math.min(start, numbers("aerobic-minutes")));
}

/** The brisk minutes that somebody has told, up to the most that is of use; 0 where unknown. */
export function toldMinutes({ derivation }, numbers) {
  const value = derivation.known.get("equivalent_minutes");
  const told = typeof value === "number" ? Math.trunc(value) : 0;
  return Math.min(told, Math.max(numbers("aerobic-minutes-most"), numbers("aerobic-minutes")));
}

/** The goals that a week reaches, and those that it does not. */
export function goalsMet(days, builder) {
  const goals = [...builder.person.knowledge.week_goals.values()];
  const met = goals.filter((goal) => isMet(goal, days, builder)).map(({ id }) => id);
  const settled = new Set([...met, ...goalsHeldBack(builder), ...builder.outOfReach]);
  return { met, missed: goals.map(({ id }) => id).filter((id) => !settled.has(id)) };
}

/** The goals that are not wanted for now: safety keeps what they ask for out, or any more of it. */
export const goalsHeldBack = ({ person, moves }) =>
  [...person.knowledge.week_goals.values()]
    .filter((goal) => isHeldBack(goal, moves))
    .map(({ id }) => id);

function isHeldBack({ kind, least }, moves) {
  if (moves.isHeldBack(kind ?? "strength")) return true;
  const rule = moves.rules.get(kind ?? "strength");
  const asksForMore = least !== null || kind === "cardio";
  return asksForMore && rule !== undefined && !moves.mayGrow(rule);
}

/** The goals for which no move is open to the person, with whatever gear and time. */
export const goalsOutOfReach = ({ person, moves }) =>
  [...person.knowledge.week_goals.values()]
    .filter((goal) => !canBeServed(goal, moves.withoutLimits))
    .map(({ id }) => id);

/** Whether the moves that are open could serve a goal. */
function canBeServed({ kind, covers, muscles, patterns, not_below: notBelow }, moves) {
  const rule = moves.rules.get(kind ?? "strength");
  if (rule === undefined) return false;
  const every = rule.slots.flatMap((slot) => moves.forSlot(rule, slot));
  if (covers !== null) return every.some((each) => each.covers.includes(covers));
  const exercises = every.map(({ exercise }) => exercise);
  const trained = new Set(exercises.flatMap((each) => [...each.primary, ...each.secondary]));
  const has = (some) => exercises.some(({ pattern }) => some.includes(pattern));
  const isOneSided = !has(patterns) && has(notBelow);
  return muscles.every((each) => trained.has(each)) && !isOneSided;
}

/** Whether a week reaches one goal. */
function isMet(goal, days, { person, numbers, aerobic }) {
  const sessions = days.flat();
  if (goal.not_below.length > 0) return isBalanced(goal, setsByPattern(days, person.knowledge));
  if (goal.covers !== null) {
    return sessions.some(({ items }) => items.some((item) => item.covers.includes(goal.covers)));
  }
  if (goal.muscles.length > 0 && goal.least !== null) {
    const halves = halfSetsOf(days, person.knowledge);
    return goal.muscles.every((each) => halves.get(each) >= WHOLE * numbers(goal.least));
  }
  if (goal.least !== null) {
    return sessions.filter(({ kind }) => kind === goal.kind).length >= numbers(goal.least);
  }
  return aerobicMinutes(days, person.knowledge, numbers) >= aerobic;
}

/** The half sets of strength for each muscle: two where it works most, one where it helps. */
export function halfSetsOf(days, { exercises }) {
  const halves = new Counter();
  for (const { exercise, sets } of strengthItems(days)) {
    const { primary, secondary } = exercises.get(exercise);
    for (const muscle of primary) halves.add(muscle, WHOLE * sets);
    for (const muscle of secondary) halves.add(muscle, HALF * sets);
  }
  return halves;
}

/** The sets of strength in which each muscle works most. */
export function ownSetsOf(days, { exercises }) {
  const found = new Counter();
  for (const { exercise, sets } of strengthItems(days)) {
    for (const muscle of exercises.get(exercise).primary) found.add(muscle, sets);
  }
  return found;
}

/** What stands in the sessions of strength. */
export const strengthItems = (days) =>
  days.flat().flatMap(({ kind, items }) => (kind === "strength" ? items : []));

/** The brisk minutes of a week, hard ones counted as the knowledge says. */
export function aerobicMinutes(days, { sessions }, numbers) {
  return days
    .flat()
    .filter(({ rule }) => sessions.get(rule).brisk)
    .map(({ kind, minutes, warm_up_minutes: warmUp, cool_down_minutes: coolDown = 0 }) => {
      const counts = kind === "intervals" ? numbers("hard-minutes-count") : 1;
      return counts * (minutes - warmUp - coolDown);
    })
    .reduce((sum, each) => sum + each, 0);
}
