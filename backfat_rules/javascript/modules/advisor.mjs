// A knowledge base that decides: data and functions that were generated from it.

import { Person } from "./decision/person.mjs";
import { Rulebook } from "./decision/rulebook.mjs";
import { decisionOf } from "./decision/assemble.mjs";
import { checkedFacts } from "./told.mjs";

export class Advisor {
  #knowledge;
  #rules;
  #book = null;

  constructor(data, rules) {
    this.#knowledge = byName(data);
    this.#rules = rules;
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
  "values", "under",
];

/** The data with a Map in the place of each object that is asked by name. */
function byName(data) {
  const knowledge = { ...data, kept: new Map() };
  for (const each of BY_NAME) knowledge[each] = mapOf(data[each]);
  for (const exercise of knowledge.exercises.values()) {
    exercise.alternatives = mapOf(exercise.alternatives);
  }
  for (const [collection, names] of knowledge.names) knowledge.names.set(collection, mapOf(names));
  const { policy, ends } = data;
  knowledge.policy = {
    ...policy,
    stand_ins: mapOf(policy.stand_ins),
    hidden_numbers: mapOf(policy.hidden_numbers),
    not_raised: mapOf(policy.not_raised),
  };
  knowledge.ends = {
    leaves: ends.leaves,
    problems: new Set(ends.problems),
    over: mapOf(ends.over),
    gained: mapOf(ends.gained),
    ended: mapOf(ends.ended),
  };
  return knowledge;
}

const mapOf = (object) => new Map(Object.entries(object));
