// What a week leaves out: the mirror of what views/week_page.py has of it.

import { goalNames } from "../planning/goal_names.mjs";

/** What safety keeps out of the weeks, and what nothing that is open would serve. */
export function notInTheWeek({ held_back, out_of_reach }, { week_goals: goals }, reader) {
  const said = { "more-not-wanted": held_back, "no-move-for": out_of_reach };
  return Object.entries(said)
    .filter(([, ids]) => ids.length > 0)
    .map(([sentence, ids]) =>
      reader.say(sentence, { goals: reader.listed(goalNames(ids, goals, reader)) }),
    );
}
