// What decides that an advice is given: the mirror of decision/definition.py, which explains it.

import { compare, sorted, sortedBy } from "../order.mjs";
import { partsOf, total } from "./priority.mjs";
import { screen } from "./screening.mjs";

/** Which advice is given, in which order, and what stops the rest of what is called for. */
export function decided(derivation, book, rules) {
  const screened = screen(derivation, book);
  if (screened.noPlan) return { screened, given: [], needs: [], stopped: new Map() };
  const called = ranked(derivation, book, rules);
  const unsafe = new Map();
  for (const each of called) {
    const stop = stopOf(each.candidate, screened);
    if (stop !== null) unsafe.set(each.id, stop);
  }
  const given = [];
  const behind = new Map();
  for (const each of sortedBy(called, standing)) {
    if (unsafe.has(each.id)) continue;
    const stop = tooHard(each, called, unsafe) ?? outranked(each, given);
    if (stop === null) given.push(each);
    else behind.set(each.id, stop);
  }
  const inOrder = sortedBy(given, place);
  return {
    screened,
    given: inOrder,
    needs: byNeed(inOrder),
    stopped: new Map([...unsafe, ...behind]),
  };
}

/** What is given, gathered by need; both needs and ways stay in order. */
function byNeed(given) {
  const ways = new Map();
  for (const each of given) {
    if (!ways.has(each.candidate.need)) ways.set(each.candidate.need, []);
    ways.get(each.candidate.need).push(each);
  }
  return [...ways.values()];
}

/** All advice that is called for, the most important first. */
function ranked(derivation, book, rules) {
  const { policy } = book.knowledge;
  const called = [...book.candidates.values()].filter((each) => derivation.fires(each.id));
  return sortedBy(
    called.map((each) => rank(each, derivation, policy, rules)),
    place,
  );
}

/** How important a recommendation is, if it is called for. */
function rank(candidate, derivation, policy, rules) {
  const severity = severityOf(candidate, derivation, rules);
  const parts = partsOf(candidate, severity, derivation.facts, policy);
  return { id: candidate.id, candidate, priority: total(parts, policy.weights), parts };
}

/** How severe what called for it is; null where no finding decided. */
function severityOf(candidate, derivation, rules) {
  const deciding = rules.decidingSeverities.get(candidate.id);
  const greatest = deciding(derivation.known, derivation.severity);
  return greatest < 0 ? null : greatest;
}

/** What of screening keeps a recommendation from being given if it is called for. */
function stopOf(candidate, screened) {
  const block = screened.blockOfSet(candidate.bit);
  if (block !== null) {
    return { kind: "block", by: block.screening.id, unanswered: block.unanswered };
  }
  if (screened.waitsForOk && candidate.needs_ok) {
    return { kind: "needs_ok", by: screened.fired[0].id, unanswered: false };
  }
  return null;
}

/** The recommendations that screening keeps from being given, called for or not. */
export function takenOut(screened, book) {
  const out = screened.closed | (screened.waitsForOk ? book.needingOk : 0n);
  return [...book.candidates.values()].filter((each) => (each.bit & out) !== 0n);
}

/** The stop of a rival that it would otherwise replace, though it asks for more. */
function tooHard(each, called, unsafe) {
  const rivals = called.filter(
    (other) => unsafe.has(other.id) && each.candidate.harder_than.has(other.id),
  );
  const outranking = rivals.filter((other) => compare(standing(other), standing(each)) < 0);
  return outranking.length === 0 ? null : unsafe.get(sorted(outranking.map(({ id }) => id))[0]);
}

/** The first of the rivals that are given. */
function outranked(each, given) {
  const rival = given.find((other) => each.candidate.rivals.has(other.id));
  return rival === undefined ? null : { kind: "rival", by: rival.id, unanswered: false };
}

/** Its place among rivals: what protects first, then what is more important. */
const standing = (each) => [!each.candidate.protects, ...place(each)];

const place = (each) => [-each.priority, each.id];
