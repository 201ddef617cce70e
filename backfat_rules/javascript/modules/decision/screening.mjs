// The gate: what must be ruled out before advice, and what is closed: the mirror of
// decision/screening.py.

import { evaluate } from "../language/evaluate.mjs";
import { sortedBy } from "../order.mjs";

export class Screened {
  constructor(fields) {
    Object.assign(this, fields);
    this.gates = this.book.knowledge.gates;
  }

  /** Whether nothing but the message is shown. */
  get noPlan() {
    return !this.gates.get(this.gate).has_plan;
  }

  get waitsForOk() {
    return this.gates.get(this.gate).waits_for_ok;
  }

  /** Whether an entry (for an exercise: or a member of it) is closed. */
  closes(id) {
    return (this.closed & this.book.sets.get(id)) !== 0n;
  }

  /** Whether nothing shown may carry the tag. */
  closesTag(tag) {
    return (this.closed & this.book.bits.get(`tag ${tag}`)) !== 0n;
  }

  /** Whether a rule that fired closes the tag, so that no answer alone opens it. */
  forbidsTag(tag) {
    const bit = this.book.bits.get(`tag ${tag}`);
    return this.fired.some((closing) => (closing.fired & bit) !== 0n);
  }

  /** What closes an entry: a rule that fired before one that is only unanswered. */
  blockOf(id) {
    if (!this.closes(id)) return null;
    const blocks = this.book.membersOf(id).map((each) => this.blockOfSet(this.book.bits.get(each)));
    return blocks.find((block) => block !== null);
  }

  /** What closes any of several entries. */
  blockOfSet(entries) {
    if ((entries & this.closed) === 0n) return null;
    const [block] = this.#blocks(entries);
    return block;
  }

  /** The rules that fired and have a say in the gate: all but those that another settles. */
  get setting() {
    const settled = settledBy(this.fired);
    return this.fired.filter((each) => !settled.has(each.id));
  }

  /** Every rule that closes some; where advice is only not spoken of, any that has a say. */
  *#blocks(entries) {
    const closing = (rules, kind) => rules.filter((each) => (each[kind] & entries) !== 0n);
    const blocks = (rules, unanswered) => rules.map((screening) => ({ screening, unanswered }));
    yield* blocks(closing(this.fired, "fired"), false);
    yield* blocks(closing(this.unanswered, "unanswered"), true);
    yield* blocks(this.setting, false);
    yield* blocks(this.unanswered, true);
  }
}

/** Decide the gate, and collect what is closed: blocks are a union, the strictest gate wins. */
export function screen(derivation, book) {
  const { closings, knowledge } = book;
  const rank = (gate) => knowledge.gates.get(gate).rank;
  const found = [...closings.values()].filter((each) => derivation.fires(each.id));
  const settled = settledBy(found);
  const fired = sortedBy(found, ({ id, gate }) => [settled.has(id), -rank(gate), id]);
  const unanswered = derivation.open
    .map((id) => closings.get(id))
    .filter((each) => waits(each, derivation));
  const fewAnswers = !enoughAnswers(derivation.facts, knowledge);
  let closed = 0n;
  for (const each of fired) closed |= each.fired;
  for (const each of unanswered) closed |= each.unanswered;
  const gates = fired.filter(({ id }) => !settled.has(id)).map((each) => each.gate);
  if (fewAnswers) gates.push("insufficient_data");
  const gate = gates.reduce((one, other) => (rank(other) > rank(one) ? other : one), "proceed");
  const waitsForOk = knowledge.gates.get(gate).waits_for_ok;
  const withheld = closed | (waitsForOk ? book.needingOk : 0n);
  for (const [advice, said] of book.speaking) if ((advice & ~withheld) === 0n) closed |= said;
  return new Screened({ gate, fired, unanswered, fewAnswers, closed, book });
}

/** The ids of the rules for which one that fired answers: they set no gate. */
const settledBy = (fired) => new Set(fired.flatMap((each) => each.settles));

/** Whether the answer of this person is waited for with something closed. */
const waits = (closing, derivation) =>
  closing.unanswered_when === null || evaluate(closing.unanswered_when, derivation.known) === true;

/** Whether enough is told about habits; neither a diagnosis nor an age is one. */
const enoughAnswers = (facts, knowledge) =>
  knowledge.habits.filter((name) => facts.has(name)).length >= knowledge.policy.enough_answers;
