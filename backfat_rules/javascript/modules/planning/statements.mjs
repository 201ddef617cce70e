// What a ticked statement tells: the mirror of planning/statements.py.

import { Range } from "../language/range.mjs";
import { sortedBy } from "../order.mjs";
import { FactsError } from "../profile/refusal.mjs";

const ENDS = { "<": "below", "<=": "at_most", ">": "above", ">=": "at_least" };
const OPPOSITE_ENDS = { "<": "at_least", "<=": "above", ">": "at_most", ">=": "below" };

/** What a statement tells of its fact: yes, no, or on which side of a limit it lies. */
function toldBy({ means }, holds) {
  if (means.op === "not") return !holds;
  if (means.op === undefined) return holds;
  const ends = holds ? ENDS : OPPOSITE_ENDS;
  return new Range({ [ends[means.op]]: means.of[1] });
}

/**
 * What some statements tell of their facts, together with what was told before: those on one fact
 * narrow its range together, and what is true counts before what is not.
 */
export function toldTogether(said, before) {
  const found = new Map();
  const problems = [];
  for (const [statement, holds] of sortedBy(said, ([each, truth]) => [!truth, each.id])) {
    const { fact } = statement;
    const told = toldBy(statement, holds);
    if (typeof told === "boolean") {
      if (!found.has(fact)) found.set(fact, told);
      else if (found.get(fact) !== told && holds) problems.push(contradiction(statement));
      continue;
    }
    const narrowed = both(told, found.get(fact) ?? before.get(fact));
    if (narrowed !== null) found.set(fact, narrowed);
    else if (holds || !found.has(fact)) problems.push(contradiction(statement));
  }
  if (problems.length > 0) throw new FactsError(problems);
  return found;
}

/** What lies in a range and is another number or range as well; null if nothing does. */
export function both(one, other) {
  if (other === undefined) return one;
  if (!(other instanceof Range)) return one.contains(other) ? other : null;
  const low = other.lowest > one.lowest ? other : one;
  const high = other.highest < one.highest ? other : one;
  if (low.lowest > high.highest) return null;
  const { at_least, above } = low.ends;
  const { at_most, below } = high.ends;
  return new Range({ at_least, above, at_most, below });
}

const contradiction = ({ id, fact, says }) => ({
  field: fact,
  message: `does not fit '${says}' (${id}) with what was told before.`,
  remedy: "Correct one of the two.",
});
