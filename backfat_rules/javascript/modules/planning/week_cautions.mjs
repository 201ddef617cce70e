// What one person has to mind in the moves of their weeks: the mirror of planning/week_cautions.py.

import { evaluate } from "../language/evaluate.mjs";
import { once } from "../order.mjs";

/** The cautions that are certain to be for this person, each once with its moves, by their ids. */
export function weekCautions(ids, telling) {
  const moves = new Map();
  for (const id of ids) {
    for (const text of once(forThisPerson(id, telling))) {
      moves.set(text, [...(moves.get(text) ?? []), id]);
    }
  }
  return [...moves].map(([text, exercises]) => ({ text, exercises }));
}

/** What applies to them and not to everybody, of a move and those that it is made of. */
function forThisPerson(id, telling) {
  const { exercises, move_cautions: cautions } = telling.knowledge;
  const { tags, moves } = exercises.get(id);
  const isCertain = ({ when }) => Boolean(when) && evaluate(when, telling.known) === true;
  const asked = cautions.filter((each) => each.tags.some((tag) => tags.includes(tag)));
  const lines = moves.flatMap((each) => exercises.get(each).avoid);
  return [
    ...asked.filter(isCertain).map(({ text }) => text),
    ...telling.lines(lines.filter(isCertain)),
  ];
}
