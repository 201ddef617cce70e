// What unknown rules wait for: the facts on which an unknown condition hangs: the mirror of
// inference/waiting.py. A set of facts is one whole number, a bit for each.

import { evaluate, namesIn } from "../language/evaluate.mjs";
import { Range } from "../language/range.mjs";

export class Waiting {
  #known;
  #knowledge;
  #hasRanges;
  #waits = new Map();

  constructor({ facts, known }, knowledge) {
    this.#known = known;
    this.#knowledge = knowledge;
    this.#hasRanges = [...facts.values()].some((value) => value instanceof Range);
    this.bits = new Map([...knowledge.facts.keys()].map((name, at) => [name, 1n << BigInt(at)]));
    for (const [name, bit] of this.bits) {
      const isTold = facts.has(name) && !(facts.get(name) instanceof Range);
      this.#waits.set(name, isTold ? 0n : bit);
    }
  }

  /** What the parts of a condition wait for that must all hold; nothing where one is false. */
  partsOf(condition) {
    if (condition.op !== "and") return [this.#part(condition)];
    if (evaluate(condition, this.#known) === false) return [0n];
    return condition.of.map((each) => this.#part(each));
  }

  #part(part) {
    if (part.op === "not") return this.#part(part.of[0]);
    if (part.op === "and" || part.op === "or") {
      if (evaluate(part, this.#known) === (part.op === "or")) return 0n;
      return union(part.of.map((each) => this.#part(each)));
    }
    const waited = union(namesIn(part).map((name) => this.#name(name)));
    if (waited === 0n || !this.#hasRanges) return waited;
    return evaluate(part, this.#known) === undefined ? waited : 0n;
  }

  /** A value or a finding waits for nothing once it is known. */
  #name(name) {
    if (!this.#waits.has(name))
      this.#waits.set(name, this.#known.has(name) ? 0n : this.#below(name));
    return this.#waits.get(name);
  }

  #below(name) {
    if (!this.#knowledge.above.has(name)) {
      return union(this.#knowledge.under.get(name).map((each) => this.#name(each)));
    }
    const rules = this.#knowledge.concluding
      .get(name)
      .map((id) => this.#knowledge.productions.get(id));
    return union(rules.map(({ when }) => this.#part(when)));
  }
}

const union = (sets) => sets.reduce((one, other) => one | other, 0n);
