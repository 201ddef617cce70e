// How much of an exercise in words: the mirror of wording/prescription_text.py.

/** How much, in one line; dose holds the spans by name, per_side and effort. */
export const prescriptionText = (dose, reader) =>
  reader.chained(
    partsOf(dose, reader).filter((part) => part !== ""),
    "list-comma",
  );

function partsOf({ amounts, per_side: perSide, effort }, reader) {
  const said = (id, slot, span) =>
    span === undefined ? "" : reader.say(id, { [slot]: rangeText(span, reader) });
  const [first = "", ...others] = [
    countText(amounts, reader),
    said("held", "seconds", amounts.hold_seconds),
    said("of-work", "seconds", amounts.work_seconds),
    said("minutes", "minutes", amounts.minutes),
  ].filter((part) => part !== "");
  return [
    first !== "" && perSide ? reader.say("per-side", { amount: first }) : first,
    ...others,
    said("rounds", "rounds", amounts.rounds),
    said("rest", "seconds", amounts.rest_seconds),
    said("times-a-week", "times", amounts.per_week),
    effort ?? "",
  ];
}

function countText({ sets, reps }, reader) {
  const said = (span) => rangeText(span, reader);
  if (sets && reps) return reader.say("sets-of-reps", { sets: said(sets), reps: said(reps) });
  if (sets) return reader.say("sets", { sets: said(sets) });
  return reps ? reader.say("reps", { reps: said(reps) }) : "";
}

function rangeText(span, reader) {
  const [low, high] = span.map((each) => reader.number(each));
  return low === high ? low : reader.say("from-to", { low, high });
}
