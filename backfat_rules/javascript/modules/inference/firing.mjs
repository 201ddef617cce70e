// Rules that fired, and what decided each of them: the mirror of inference/firing.py.

import { decidingParts, namesIn } from "../language/evaluate.mjs";
import { once, sorted } from "../order.mjs";

/** Says what decided the rules that fired for one person; each is worked out once. */
export class Firings {
  #found = new Map();

  constructor(derivation, knowledge) {
    this.derivation = derivation;
    this.knowledge = knowledge;
  }

  /** The firings that concluded a finding or advice. */
  of(id) {
    const rules = this.knowledge.concluding.get(id) ?? [];
    return rules.filter((rule) => this.derivation.fires(rule)).map((rule) => this.#firing(rule));
  }

  #firing(rule) {
    if (!this.#found.has(rule)) this.#found.set(rule, this.#workedOut(rule));
    return this.#found.get(rule);
  }

  #workedOut(rule) {
    const { when, concludes, stratum } = this.knowledge.productions.get(rule);
    const because = decidingParts(when, this.derivation.known);
    const isFinding = ({ leaf, value }) => value === true && this.knowledge.above.has(leaf.name);
    return {
      rule,
      concludes,
      stratum,
      names: sorted(once(because.flatMap(({ leaf }) => namesIn(leaf)))),
      findings: because.filter(isFinding).map(({ leaf }) => leaf.name),
    };
  }
}
