// A week in words back as what was decided: the mirror of planning/week_reading.py.

import { goalsMet } from "../training_week/goals.mjs";

/** What was decided for a week that has been told; its words are told anew. */
export function decidedFrom({ number, days: told, easier }, builder) {
  const days = told.map(({ sessions }) => sessions);
  return { number, days, ...goalsMet(days, builder), easier, changes: [] };
}
