// Numbers that are told as ranges, checked: the mirror of profile/ranges.py.

import { ENDS, Range } from "../language/range.mjs";
import { checkedNumber } from "./numbers.mjs";
import { Refused, shown } from "./refusal.mjs";

const REMEDY = "Give at_least or above, and at_most or below.";
const PAIRS = [
  ["at_least", "above"],
  ["at_most", "below"],
];

export const isRange = (told) =>
  typeof told === "object" && !Array.isArray(told) && !(told instanceof Set);

/** A range within the limits of its fact, or the one number that it leaves. */
export function checkedRange(told, fact) {
  if (fact.kind !== "number") throw new Refused("is not a number, so it has no range.");
  const ends = {};
  for (const [name, end] of Object.entries(told)) {
    if (!ENDS.includes(name)) throw new Refused(`a range has no ${shown(name)}.`, REMEDY);
    if (end !== null && end !== undefined)
      ends[name] = checkedNumber(end, { ...fact, whole: false });
  }
  if (Object.keys(ends).length === 0) throw new Refused("a range needs an end.", REMEDY);
  for (const [closed, open] of PAIRS) {
    if (closed in ends && open in ends) {
      throw new Refused(`${closed} and ${open} are the same end, given twice.`);
    }
  }
  return within(fact.whole ? withWholeEnds(new Range(ends)) : new Range(ends), fact);
}

function within(told, fact) {
  if (told.lowest > told.highest) throw new Refused("no number is in the range.");
  const low = Math.max(told.lowest, fact.low ?? -Infinity);
  const high = Math.min(told.highest, fact.high ?? Infinity);
  if (low > high) throw new Refused("the range is outside of all that is allowed.");
  return low < high ? told : low;
}

function withWholeEnds({ lowest, highest }) {
  return new Range({
    at_least: lowest === -Infinity ? null : Math.ceil(lowest),
    at_most: highest === Infinity ? null : Math.floor(highest),
  });
}
