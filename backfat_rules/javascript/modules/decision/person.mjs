// One person: what was derived, what was decided, and what may be shown: the mirror of
// decision/person.py.

import { derive } from "../inference/derivation.mjs";
import { namesIn } from "../language/evaluate.mjs";
import { factsBelow } from "../knowledge/links.mjs";
import { once } from "../order.mjs";
import { Choices } from "./choices.mjs";
import { decided, takenOut } from "./definition.mjs";
import { EndSearch } from "./ends.mjs";

export class Person {
  constructor(facts, book, rules) {
    const { knowledge } = book;
    this.knowledge = knowledge;
    this.book = book;
    this.derivation = derive(facts, knowledge, rules);
    this.outcome = decided(this.derivation, book, rules);
    this.screened = this.outcome.screened;
    this.choices = new Choices(this.derivation, this.screened, rules);
    this.takenOut = takenOut(this.screened, book);
    const hidden = new Set([
      ...this.#closedByTag(knowledge.policy.hidden_numbers),
      ...this.#closedAmong(this.derivation.values),
    ]);
    const isShown = (name) => !hidden.has(name);
    this.shown = new Set([...this.derivation.known.keys()].filter(isShown));
    this.hiddenFindings = new Set(this.#closedAmong(this.derivation.findings));
    const notRaised = new Set(this.#closedByTag(knowledge.policy.not_raised));
    this.ends = new EndSearch(this.derivation, this.screened, notRaised);
  }

  /** What has to become so for a recommendation to go away; null where nothing can end it. */
  endOf(id) {
    const condition = this.ends.condition(id);
    if (condition === null) return null;
    const below = namesIn(condition).flatMap((name) => factsBelow(name, this.knowledge));
    return { condition, facts: once(below) };
  }

  /** The values and findings that are closed; mostly there are none. */
  #closedAmong(names) {
    if ((this.screened.closed & this.book.concluded) === 0n) return [];
    return [...names.keys()].filter((name) => this.screened.closes(name));
  }

  #closedByTag(byTag) {
    return [...byTag].filter(([tag]) => this.screened.closesTag(tag)).flatMap(([, names]) => names);
  }
}
