// Which computed numbers are a person's own: the mirror of decision/own_numbers.py.

import { sorted } from "../order.mjs";

/** The computed numbers, but for what a block hides and what only withheld advice says. */
export function numbersOf(person, said) {
  const { knowledge, outcome, derivation } = person;
  const messages = said.map(({ id }) => knowledge.messages.get(id)?.says ?? []);
  const told = new Set([...outcome.given.map((each) => each.candidate.says), ...messages].flat());
  const withheld = new Set(person.takenOut.flatMap((each) => each.says));
  return sorted(derivation.values.keys())
    .filter((id) => person.shown.has(id) && !(withheld.has(id) && !told.has(id)))
    .map((id) => [id, derivation.values.get(id)]);
}
