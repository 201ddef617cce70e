// What is still worth asking: the mirror of planning/questions.py and places.py.

import { rounded } from "../decision/rounding.mjs";
import { evaluate } from "../language/evaluate.mjs";
import { compare, once, sorted, sortedBy } from "../order.mjs";
import { Waiting } from "../inference/waiting.mjs";

const MODIFY = "modify";

/** The few questions most worth asking, and whichever would release what is held back. */
export function questionsOf(telling) {
  const open = new OpenFacts(telling);
  const settled = new Set(telling.person.takenOut.map(({ id }) => id));
  const limit = telling.knowledge.policy.questions_shown;
  const first = open.facts({ skip: barred(telling), settled, limit });
  const more = open.facts({ skip: first.map(({ fact }) => fact), only: open.held });
  return [...first, ...more].map((each) => ({ ...each, text: telling.reader.question(each.fact) }));
}

/** Every unanswered fact that could change the plan of one person. */
export class OpenFacts {
  #bits;
  #asking;
  #silent;

  constructor(telling) {
    const waiting = new Waiting(telling.person.derivation, telling.knowledge);
    this.held = heldBack(telling);
    this.#bits = waiting.bits;
    this.#asking = askable(telling, waiting);
    this.#silent = notAsked(telling);
  }

  /** Facts with what an answer releases, the best first, as open_facts in Python. */
  facts({ skip, settled = new Set(), only = null, limit = Infinity }) {
    const silent = new Set([...this.#silent, ...skip]);
    const unasked = union([...silent].map((name) => this.#bits.get(name) ?? 0n));
    const isAsked = (id) => !settled.has(id) && (only === null || only.has(id));
    const asking = this.#asking.filter(
      (each) => (each.waits & ~unasked) !== 0n && isAsked(each.id),
    );
    const ranks = ranksOf(asking, this.#bits, unasked, limit);
    const weigh = (name) => rounded(weight(asking, this.#bits.get(name)), 9);
    return sortedBy(ranks, ([name, rank]) => [-rank, -weigh(name), name])
      .slice(0, limit)
      .map(([fact]) => this.#decides(fact, asking, unasked));
  }

  /** What hangs on the answer to one fact: what is decided first of all, and what is released. */
  #decides(fact, asking, unasked) {
    const waiting = asking.filter((each) => (each.waits & this.#bits.get(fact)) !== 0n);
    const { title } = firstDecided(waiting, unasked);
    const releases = sorted(once(waiting.flatMap((each) => this.held.get(each.id) ?? [])));
    return { fact, title, releases };
  }
}

const weight = (asking, bit) =>
  asking
    .filter((each) => (each.waits & bit) !== 0n)
    .map((each) => each.impact / each.size)
    .reduce((one, other) => one + other, 0);

/** What each open screening rule keeps back that is called for, by the id of the rule. */
function heldBack({ decision, screened, person }) {
  const held = decision.withheld.filter((each) => each.unanswered).map(({ id }) => id);
  const kept = screened.unanswered.map((each) => [
    each.id,
    held.filter((id) => (each.unanswered & person.book.sets.get(id)) !== 0n),
  ]);
  return new Map(kept.filter(([, ids]) => ids.length > 0));
}

/** What sets the strictest gate, or matters most; what waits for the never asked comes last. */
function firstDecided(waiting, unasked) {
  const place = (each) => [(each.waits & unasked) === 0n, each.gate, each.impact];
  return waiting.reduce((one, other) => (compare(place(other), place(one)) > 0 ? other : one));
}

/** What answers could decide; a contradiction is never a reason to ask. */
function askable({ knowledge, screened }, waiting) {
  const modify = screened.gates.get(MODIFY).rank;
  const now = screened.noPlan ? screened.gates.get(screened.gate).rank : -1;
  return knowledge.askable.flatMap(({ id, title, gate, impact }) => {
    if (gate <= now) return []; // where there is no plan, only what is more urgent still is asked
    const parts = waiting.partsOf(knowledge.productions.get(id).when).filter((part) => part !== 0n);
    const unknown = new Set(parts);
    if (unknown.size === 0) return [];
    const byItself = gate <= modify || unknown.size === 1;
    const waits = union(parts);
    return [
      { id, title, gate, impact, waits, size: bitCount(waits), rank: byItself ? gate : modify },
    ];
  });
}

/** The strictest gate that each fact could set alone; only of facts that can be among the first. */
function ranksOf(asking, bits, unasked, limit) {
  const found = [];
  let seen = unasked;
  for (const rank of sorted(once(asking.map((each) => each.rank))).reverse()) {
    const waits = union(asking.filter((each) => each.rank === rank).map((each) => each.waits));
    const fresh = waits & ~seen;
    for (const [name, bit] of bits) if ((bit & fresh) !== 0n) found.push([name, rank]);
    seen |= fresh;
    if (found.length >= limit) break;
  }
  return found;
}

/** Facts that would only puzzle this person, and numbers that would be hidden at once. */
export function notAsked({ known, knowledge, screened }) {
  const puzzling = knowledge.not_asked.filter(
    ({ when, unless }) =>
      (when === null || evaluate(when, known) === true) &&
      (unless === null || evaluate(unless, known) !== true),
  );
  const useless = [...knowledge.policy.hidden_numbers].filter(([tag]) => screened.forbidsTag(tag));
  return [...puzzling.flatMap(({ facts }) => facts), ...useless.flatMap(([, names]) => names)];
}

/** Facts that nobody is asked for, or not somebody of whom this is known. */
export function barred({ known, knowledge }) {
  const asks = knowledge.screens.flatMap((screen) => screen.asks);
  const notFor = asks.filter((ask) => !isFor(ask, known));
  return [...notFor.map(({ fact }) => fact), ...knowledge.never_asked];
}

/** Whether what is for some people only is for somebody of whom this is known. */
export const isFor = ({ when, unless }, known) =>
  (when === null || evaluate(when, known) === true) &&
  (unless === null || evaluate(unless, known) !== true);

const union = (sets) => sets.reduce((one, other) => one | other, 0n);

function bitCount(set) {
  let found = 0;
  for (let left = set; left > 0n; left &= left - 1n) found += 1;
  return found;
}
