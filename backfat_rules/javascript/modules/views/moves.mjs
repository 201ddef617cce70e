// How to do a move, what is said of it in which order: the mirror of views/moves.py.

/** The steps of a move, then what helps, what goes wrong, what to mind, each under its label. */
export function moveParts(move, reader) {
  const steps = { label: reader.say("how"), text: "", items: move.steps, numbered: true };
  const rest = about(move, reader).filter(([, items]) => items.length > 0);
  return [steps, ...rest.map(([label, items]) => labelled(label, items))];
}

/** One thing behind its label, several as a list below it. */
const labelled = (label, items) => ({
  label,
  text: items.length === 1 ? items[0] : "",
  items: items.length === 1 ? [] : items,
  numbered: false,
});

function about(move, reader) {
  const say = (id) => reader.say(id);
  const listed = (texts) => {
    const text = reader.chained(texts, "list-comma");
    return text === "" ? [] : [text];
  };
  return [
    [say("mind"), move.cautions],
    [say("how-much"), move.dose ? [move.dose] : []],
    [say("keep-in-mind"), move.cue ? [move.cue] : []],
    [say("common-faults"), move.faults],
    [say("muscles"), listed(move.muscles)],
    [say("with-equipment"), listed([reader.listed(move.equipment, "list-or")])],
    [say("easier"), listed(Object.values(move.easier))],
    [say("harder"), listed(Object.values(move.harder))],
  ];
}
