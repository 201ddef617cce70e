// What an advice still needs in order to go away: the mirror of decision/ends.py.

import { evaluate, namesIn } from "../language/evaluate.mjs";
import { givesUp, joined } from "./joined.mjs";

const UNKNOWN = { open: null, kept: [] }; // unknown is enough: only what is true fires

/** What advice still needs to go away, for one person; each finding is looked at once. */
export class EndSearch {
  #found = new Map();

  constructor(derivation, screened, notRaised) {
    this.derivation = derivation;
    this.screened = screened;
    this.notRaised = notRaised;
    this.ends = screened.book.knowledge.ends;
  }

  /** The condition at which a recommendation goes away if nothing else changes; null for none. */
  condition(id) {
    return this.#needed(this.ends.over.get(id))?.open ?? null;
  }

  /** What must become true; null if it cannot. */
  #needed(tree) {
    if (typeof tree === "number") return this.#leaf(this.ends.leaves[tree]);
    if (tree.every !== undefined) return all(tree.every.map((each) => this.#needed(each)));
    if (tree.name !== undefined) return this.#finding(tree.name, tree.holds);
    const mending = tree.mending.map((each) => this.#needed(each));
    return any(
      tree.others.map((each) => this.#needed(each)),
      mending,
    );
  }

  #leaf(leaf) {
    const truth = evaluate(leaf.condition, this.derivation.known);
    if (truth === undefined) return UNKNOWN;
    if (truth) return { open: null, kept: [leaf] };
    return this.#canChange(leaf) ? { open: leaf.condition, kept: [] } : null;
  }

  /** What a finding still needs to hold, or to hold no more. */
  #finding(name, holds) {
    const key = `${holds} ${name}`;
    if (!this.#found.has(key)) {
      this.#found.set(key, holds ? this.#gained(name) : this.#ended(name));
    }
    return this.#found.get(key);
  }

  #gained(name) {
    const isProblem = this.ends.problems.has(name);
    if (isProblem && this.derivation.findings.get(name) !== true) return null;
    return any(this.ends.gained.get(name).map((rule) => this.#needed(rule)));
  }

  #ended(name) {
    const isGood = this.ends.welcome.has(name);
    if (isGood && this.derivation.findings.get(name) === true) return null;
    return all(this.ends.ended.get(name).map((rule) => this.#needed(rule)));
  }

  /** Whether some fact below a leaf is one that people can and may change in this way. */
  #canChange(leaf) {
    if (!leaf.can_change || this.notRaised.has(leaf.raised)) return false;
    return leaf.exercise === null || !this.screened.closes(leaf.exercise);
  }
}

/** Everything that is open; what holds already is said too if a change could undo it. */
function all(parts) {
  if (parts.includes(null)) return null;
  const still = parts.map((part) => part.open).filter((open) => open !== null);
  const byPlace = new Map(parts.flatMap((part) => part.kept).map((leaf) => [leaf.place, leaf]));
  const kept = [...byPlace.values()];
  if (still.length === 0) return { open: null, kept };
  return { open: joined("and", [...still, ...atRisk(kept, still)]), kept };
}

/** What is so already, and what is still to change could undo. */
function atRisk(kept, still) {
  const touched = new Set(still.flatMap(namesIn));
  return kept
    .filter((leaf) => !leaf.one_word && leaf.names.some((name) => touched.has(name)))
    .map((leaf) => leaf.condition);
}

/** One open way is enough, a better one first; if one needs nothing, the whole needs nothing. */
function any(parts, better = []) {
  const ways = [...better, ...parts].filter((part) => part !== null);
  if (ways.length === 0) return null;
  const free = ways.find((way) => way.open === null);
  if (free !== undefined) return free;
  for (const choice of [better, ways]) {
    const conditions = choice.filter((way) => way !== null).map((way) => way.open);
    const kept = conditions.filter((each) => !givesUp(each));
    if (kept.length > 0) return { open: joined("or", kept), kept: [] };
  }
  return {
    open: joined(
      "or",
      ways.map((way) => way.open),
    ),
    kept: [],
  };
}
