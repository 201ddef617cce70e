// The few minutes of practice that advice asks for: the mirror of training_week/practice.py.

import { advisedBy } from "../decision/content.mjs";
import { itemOf, secondsOf, secondsOfAll, sessionMinutes } from "./item_amounts.mjs";
import { isWhole } from "./open_moves.mjs";
import { EVERY_DAY, farApart } from "./spread.mjs";

/** Give each part of the week that is advised its days; parts of one day stand together. */
export function putPractice(week, moves, decision, numbers, limits) {
  const rule = moves.rules.get("mobility") ?? ruleFor(moves);
  if (rule === undefined) return;
  const advised = advisedBy(decision);
  const byDay = EVERY_DAY.map(() => []);
  const parts = new Map();
  for (const part of moves.knowledge.week_parts.values()) {
    if (!part.advice.some((each) => advised.has(each))) continue;
    const items = itemsOf(part, rule, moves, numbers);
    for (const day of farApart(EVERY_DAY, part.days)) {
      const fitting = fittingOn(items, byDay[day], movesOn(day, week), limits.minutes, numbers);
      byDay[day].push(...fitting);
      if (fitting.length > 0 && !parts.has(day)) parts.set(day, part.id);
    }
  }
  byDay.forEach((items, day) => {
    if (items.length === 0) return;
    const minutes = sessionMinutes(0, secondsOfAll(items, numbers));
    const { id, kind } = rule;
    const part = parts.get(day);
    week.put(day, {
      rule: id,
      kind,
      minutes,
      warm_up_minutes: 0,
      items,
      part,
      cool_down_minutes: 0,
    });
  });
}

const ruleFor = ({ knowledge }) =>
  [...knowledge.sessions.values()].find(({ kind }) => kind === "mobility");

/** The first moves of the advice that a few minutes have room for. */
function itemsOf(part, rule, moves, numbers) {
  const found = [];
  let left = 60 * part.minutes;
  for (const advice of part.advice) {
    for (const { id, dose } of moves.offersOf(advice)) {
      if (!rule.contexts.includes(dose.context) || !isWhole(dose)) continue;
      const exercise = moves.knowledge.exercises.get(id);
      const item = itemOf({ exercise, dose, advice, covers: [] }, rule.slots[0].id, numbers);
      const cost = secondsOf(item, numbers);
      if (found.length < part.moves && cost <= left) {
        found.push(item);
        left -= cost;
      }
    }
  }
  return found;
}

/** The moves that stand on a day already, in other sessions. */
const movesOn = (day, week) =>
  new Set(week.sessions[day].flatMap(({ items }) => items.map(({ exercise }) => exercise)));

/** Those that are not on the day yet and leave it within its limit. */
function fittingOn(items, there, elsewhere, minutes, numbers) {
  let left = minutes * 60 - secondsOfAll(there, numbers);
  const taken = new Set([...there.map(({ exercise }) => exercise), ...elsewhere]);
  return items.filter((item) => {
    const cost = secondsOf(item, numbers);
    if (taken.has(item.exercise) || cost > left) return false;
    left -= cost;
    return true;
  });
}
