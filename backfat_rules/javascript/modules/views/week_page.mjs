// What a week leaves out: the mirror of what views/week_page.py has of it.

/** What safety keeps out of the weeks, and what nothing that is open would serve. */
export function notInTheWeek({ held_back, out_of_reach }, { week_goals: goals }, reader) {
  const said = { "more-not-wanted": held_back, "no-move-for": out_of_reach };
  return Object.entries(said)
    .filter(([, ids]) => ids.length > 0)
    .map(([sentence, ids]) =>
      reader.say(sentence, { goals: reader.listed(named(ids, goals, reader)) }),
    );
}

/** The titles of some goals; strength in one word where all that a week has for it is among them. */
function named(ids, goals, reader) {
  const strength = [...goals.values()]
    .filter(({ kind, not_below: notBelow }) => [null, "strength"].includes(kind) && !notBelow.length)
    .map(({ id }) => id);
  const isAll = strength.length > 0 && strength.every((id) => ids.includes(id));
  const others = ids.filter((id) => !isAll || !strength.includes(id));
  const word = isAll ? [reader.word("session-kinds", "strength")] : [];
  return [...word, ...others.map((id) => goals.get(id).title)];
}
