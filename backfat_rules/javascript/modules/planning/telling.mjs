// One person's decision on the way to words: the mirror of planning/telling.py.

import { decisionOf } from "../decision/assemble.mjs";
import { Firings } from "../inference/firing.mjs";
import { evaluate } from "../language/evaluate.mjs";

export class Telling {
  constructor(person, reader) {
    this.person = person;
    this.reader = reader;
    this.knowledge = person.knowledge;
    this.screened = person.screened;
    this.known = person.derivation.known;
    this.decision = decisionOf(person);
    this.firings = new Firings(person.derivation, this.knowledge);
    this.mechanismsAbove = this.#mechanismsAbove();
  }

  /** A text with the person's own numbers; null where one of them cannot be shown. */
  fill(pieces) {
    return this.reader.fill(pieces, this.known, this.person.shown);
  }

  /** The texts of the lines that are for this person. */
  lines(lines) {
    return lines
      .filter((line) => this.#isFor(line))
      .map((line) => this.fill(line.text))
      .filter((text) => text !== null);
  }

  /** Lines as one text; null where the first shows what may not be shown. */
  passage(lines) {
    return this.fill(lines[0].text) === null ? null : this.lines(lines).join(" ");
  }

  /** Whether a block forbids even to name an entry, as one that it takes out. */
  isUnspoken(id) {
    const tags = this.knowledge.tagged.get(id) ?? [];
    return Object.entries(this.knowledge.policy.unspoken).some(
      ([tag, carried]) =>
        this.screened.closesTag(tag) && carried.some((each) => tags.includes(each)),
    );
  }

  /** Whether the person is given no amounts of food, drink or steps to count. */
  get countsNothing() {
    const tag = this.knowledge.policy.uncounted_without;
    return tag !== null && this.screened.closesTag(tag);
  }

  /** Whether a line is right for the person, as far as is known, and asks nothing closed. */
  #isFor({ when, tags, foods }) {
    if (when !== undefined && evaluate(when, this.known) === false) return false;
    const closed = (tags ?? []).some((tag) => this.screened.closesTag(tag));
    return !closed && (foods ?? []).every((food) => this.person.choices.suits(food));
  }

  #mechanismsAbove() {
    const found = new Map();
    for (const id of this.person.derivation.severity.keys()) {
      if (!this.knowledge.above.get(id).is_mechanism) continue;
      for (const firing of this.firings.of(id)) {
        for (const name of firing.findings) {
          found.set(name, [...(found.get(name) ?? []), firing]);
        }
      }
    }
    return found;
  }
}
