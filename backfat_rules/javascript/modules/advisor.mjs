// A knowledge base that decides: data and functions that were generated from it.

import { Person } from "./decision/person.mjs";
import { Rulebook } from "./decision/rulebook.mjs";
import { decisionOf } from "./decision/assemble.mjs";
import { Telling } from "./planning/telling.mjs";
import { checkedFacts } from "./told.mjs";
import { pageOf } from "./views/page.mjs";
import { Reader } from "./wording/reader.mjs";

export class Advisor {
  #knowledge;
  #rules;
  #reader;
  #book = null;

  constructor({ words, ...data }, rules) {
    this.#knowledge = byName(data);
    this.#rules = rules;
    this.#reader = new Reader(withMaps(words, ["sentences", "labels", "names", "limits", "sides"]));
  }

  /** The words of the page of a plan, by those of the reader. */
  tell(told) {
    return pageOf(new Telling(this.#person(told), this.#reader));
  }

  /** What is advised, as Decision.model_dump_json() has it; throws what checkedFacts throws. */
  decide(told) {
    return decisionOf(this.#person(told));
  }

  #person(told) {
    this.#book ??= new Rulebook(this.#knowledge);
    return new Person(checkedFacts(told, this.#knowledge), this.#book, this.#rules);
  }
}

const BY_NAME = [
  "facts", "names", "gates", "screening", "recommendations", "messages", "exercises", "contexts",
  "values", "under", "above", "concluding", "productions", "tagged",
];

/** The data with a Map in the place of each object that is asked by name. */
function byName(data) {
  const knowledge = { ...withMaps(data, BY_NAME), kept: new Map() };
  for (const exercise of knowledge.exercises.values()) {
    exercise.alternatives = mapOf(exercise.alternatives);
  }
  for (const [collection, names] of knowledge.names) knowledge.names.set(collection, mapOf(names));
  const { policy, ends } = data;
  knowledge.policy = withMaps(policy, ["stand_ins", "hidden_numbers", "not_raised"]);
  knowledge.ends = withMaps(ends, ["over", "gained", "ended"]);
  knowledge.ends.problems = new Set(ends.problems);
  return knowledge;
}

const withMaps = (object, names) => ({
  ...object,
  ...Object.fromEntries(names.map((name) => [name, mapOf(object[name])])),
});

const mapOf = (object) => new Map(Object.entries(object));
