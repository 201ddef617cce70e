// How a week is laid out on every page: the mirror of what views/week_layout.py has of it.

import { Counter } from "../counter.mjs";
import { LENGTH } from "../training_week/spread.mjs";

const MOVES_NAMED = 3;

/**
 * The different sessions of a week in the order in which they come first, with their days, and
 * about: why each is there and why so much of it, where that has not been said already.
 */
export function equalSessions({ days }) {
  const together = new Map();
  for (const day of days) {
    for (const session of day.sessions) {
      const key = JSON.stringify(session);
      if (!together.has(key)) together.set(key, { days: [], session });
      together.get(key).days.push(day);
    }
  }
  const said = new Set();
  return [...together.values()].map(({ days: same, session }) => {
    const about = [session.why, session.target].filter(Boolean);
    const isSaid = said.has(`${about}`);
    said.add(`${about}`);
    return { days: same, session, about: isSaid ? [] : about };
  });
}

/** The effort of most moves of a session; null where each has its own. */
export function sharedEffort({ items }) {
  const counts = new Counter();
  for (const { effort } of items) counts.add(effort);
  const most = Math.max(...counts.values());
  return most > 1 ? [...counts].find(([, count]) => count === most)[0] : null;
}

/** Why each move is there; null for what the one before it says. */
export const whys = ({ items }) =>
  items.map(({ why }, at) => (why === items[at - 1]?.why ? null : why));

/** A weekday, with its date where it has one. */
export function dayName({ weekday: id, date }, reader) {
  const weekday = reader.word("weekdays", id);
  return date === null ? weekday : reader.say("day-of", { weekday, date });
}

/** Several days as one list; all of them as every day. */
export const dayNames = (days, reader) =>
  days.length === LENGTH
    ? reader.say("every-day")
    : reader.listed(days.map((each) => dayName(each, reader)));

/** What this person has to mind, with the moves for which it is meant. */
export const cautionLines = ({ cautions, moves }, reader) =>
  cautions.map(({ text, exercises }) => {
    if (exercises.length > MOVES_NAMED) return text;
    const titles = exercises.map((id) => moves[id].title);
    return reader.say("caution-of-moves", { moves: reader.listed(titles), text });
  });
