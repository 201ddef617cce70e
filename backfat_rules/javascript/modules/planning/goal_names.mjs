// What some goals of a week are called in one list: the mirror of planning/goal_names.py.

/** Their titles; strength in one word where all that a week has for it is among them. */
export function goalNames(ids, goals, reader) {
  const isStrength = ({ kind, not_below: notBelow }) =>
    (kind ?? "strength") === "strength" && notBelow.length === 0;
  const strength = [...goals.values()].filter(isStrength).map(({ id }) => id);
  const isAll = strength.length > 0 && strength.every((id) => ids.includes(id));
  const others = ids.filter((id) => !isAll || !strength.includes(id));
  const word = isAll ? [reader.word("session-kinds", "strength")] : [];
  return [...word, ...others.map((id) => goals.get(id).title)];
}
