// A knowledge base as deciding needs it: the mirror of decision/rulebook.py.
// A set of entries is one whole number, a bit for each entry that screening can close.

export class Rulebook {
  constructor(knowledge) {
    this.knowledge = knowledge;
    this.bits = new Map(knowledge.closable.map((id, at) => [id, 1n << BigInt(at)]));
    this.closings = mapped(knowledge.screening, asClosing);
    this.candidates = mapped(knowledge.recommendations, (each, id) => this.#candidate(each, id));
    this.sets = new Map(this.bits);
    for (const [id, exercise] of knowledge.exercises) this.sets.set(id, this.setOf(exercise.moves));
    const needing = [...this.candidates.values()].filter((each) => each.needs_ok);
    this.needingOk = this.setOf(needing.map((each) => each.id));
    this.speaking = knowledge.speaking.map((each) => each.map(BigInt));
    this.concluded = this.setOf([...knowledge.values.keys(), ...knowledge.findings]);
  }

  /** Several entries as a set. */
  setOf(ids) {
    let found = 0n;
    for (const id of ids) found |= this.bits.get(id);
    return found;
  }

  /** An exercise and the members of a circuit, at any depth; any other entry alone. */
  membersOf(id) {
    return this.knowledge.exercises.get(id)?.moves ?? [id];
  }

  #candidate(each, id) {
    return {
      ...each,
      id,
      bit: this.bits.get(id),
      rivals: new Set(each.rivals),
      harder_than: new Set(each.harder_than),
      served: new Map(Object.entries(each.served)),
      purpose: this.setOf(each.purpose.map((tag) => `tag ${tag}`)),
    };
  }
}

const asClosing = (rule, id) => ({
  ...rule,
  id,
  fired: BigInt(rule.fired),
  unanswered: BigInt(rule.unanswered),
});

const mapped = (entries, make) => new Map([...entries].map(([id, each]) => [id, make(each, id)]));
