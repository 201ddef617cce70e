// How much, as numbers: the mirror of decision/doses.py.

import { Range } from "../language/range.mjs";
import { factsBelow } from "../knowledge/links.mjs";
import { once, sorted } from "../order.mjs";

const WITHOUT_NUMBERS = { numbers: {}, inputs: [], asks: [], personal: false };

/** The dose of a recommendation for this person; names are those that its text shows. */
export function doseNumbers(names, derivation, knowledge, shown) {
  if (names === null) return null;
  if (names.length === 0 || asksForNothing(names, derivation.known, knowledge)) {
    return WITHOUT_NUMBERS;
  }
  const missing = names.filter((name) => !shown.has(name));
  if (missing.length > 0) {
    const exact = new Set(derivation.known.keys());
    for (const [name, value] of derivation.facts) if (value instanceof Range) exact.delete(name);
    const asks = missing.flatMap((name) => factsBelow(name, knowledge, exact));
    return { ...WITHOUT_NUMBERS, asks: once(asks) };
  }
  const amounts = sorted(names).filter((name) => isNumber(derivation.known.get(name)));
  const numbers = amounts
    .map((name) => [name, derivation.known.get(name)])
    .filter(([, value]) => !(value instanceof Range));
  const inputs = amounts.flatMap((name) => factsBelow(name, knowledge));
  return {
    numbers: Object.fromEntries(numbers),
    inputs: once(inputs).filter((name) => shown.has(name)),
    asks: [],
    personal: amounts.length > 0,
  };
}

/** Whether a computed number of a dose would be shown as 0, so that its default is said. */
export const asksForNothing = (names, known, knowledge) =>
  names.some((name) => {
    const value = knowledge.values.get(name);
    return value !== undefined && Math.abs(known.get(name)) <= (value.round ?? 0) / 2;
  });

const isNumber = (value) => typeof value === "number" || value instanceof Range;
