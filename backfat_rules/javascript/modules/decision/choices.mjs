// Foods and exercises to choose from: the mirror of decision/choices.py.

import { evaluate } from "../language/evaluate.mjs";
import { once, sortedBy } from "../order.mjs";
import { dosesIn } from "./move_dose.mjs";

const AT_HOME = "home";
const AT_EASE = "beginner";

/** What can be offered to one person; closed collects what screening has taken out. */
export class Choices {
  constructor(derivation, screened, rules) {
    this.closed = new Map();
    this.screened = screened;
    this.knowledge = screened.book.knowledge;
    this.exercises = this.knowledge.exercises;
    this.level = readiness(derivation.known, this.knowledge.policy);
    this.unsuited = new Set();
    rules.unsuited(derivation.known, (id) => this.unsuited.add(id));
    this.undoable = undoable(derivation.known, this.knowledge);
  }

  /** The foods that suit the person and are not closed. */
  foodsOf(ids) {
    return once(ids)
      .filter((id) => this.suits(id))
      .map((id) => chosen(id));
  }

  suits(id) {
    return !this.screened.closes(id) && !this.unsuited.has(id);
  }

  /** The exercises that are allowed, can be done, and have a dose for this person there. */
  exercisesOf(ids, contexts) {
    const doses = dosesIn(this.knowledge, contexts, this.level);
    const most = this.knowledge.policy.exercises_offered ?? Infinity;
    if (ids.every((id) => this.offers(id) && doses.has(id))) {
      return once(ids)
        .slice(0, most)
        .map((id) => chosen(id, doses.of(id)));
    }
    const offered = new Map();
    const patterns = new Set(ids.map((id) => this.exercises.get(id).pattern));
    const openOnes = ids.filter((id) => this.offers(id) && doses.has(id));
    const taken = new Set([...ids, ...openOnes.flatMap((id) => this.#formsOf(id))]);
    for (const id of ids) {
      if (offered.size === most) break;
      const block = this.screened.blockOf(id);
      if (block === null && this.canBeDone(id) && doses.has(id)) {
        if (!offered.has(id)) offered.set(id, chosen(id, doses.of(id)));
        continue;
      }
      const wanted = this.#kindOfStandIn(id, block);
      const other = this.#alternative(this.exercises.get(id), wanted, patterns, taken, doses);
      if (block !== null) this.#close(id, block, other);
      if (other === null) continue;
      offered.set(other, chosen(other, doses.of(other), id));
      this.#formsOf(other).forEach((each) => taken.add(each));
    }
    return [...offered.values()];
  }

  canBeDone(id) {
    return !this.undoable.has(id);
  }

  /** Whether an exercise is allowed and can be done, as far as is known. */
  offers(id) {
    return !this.screened.closes(id) && this.canBeDone(id);
  }

  /** All forms of the move that an exercise is, itself among them. */
  #formsOf(id) {
    const moveOf = (each) => this.exercises.get(each).form_of ?? each;
    return [...this.exercises.keys()].filter((each) => moveOf(each) === moveOf(id));
  }

  #kindOfStandIn(id, block) {
    if (block !== null) return block.screening.prefers;
    return this.canBeDone(id) ? AT_EASE : AT_HOME;
  }

  /** The first alternative, of the wanted kind if there is one, that can be offered. */
  #alternative(exercise, wanted, patterns, taken, doses) {
    const kinds = sortedBy(exercise.alternatives, ([kind]) => [kind !== wanted, kind]);
    for (const [, ids] of kinds) {
      for (const id of ids) {
        const fits = !taken.has(id) && patterns.has(this.exercises.get(id).pattern);
        if (fits && this.offers(id) && doses.has(id) && this.#isAlike(exercise, id)) return id;
      }
    }
    return null;
  }

  /** Whether a stand-in moves like the exercise and is no harder. */
  #isAlike(exercise, id) {
    const other = this.exercises.get(id);
    const standIns = this.knowledge.policy.stand_ins.get(exercise.pattern) ?? [];
    const alike = exercise.pattern === other.pattern || standIns.includes(other.pattern);
    return alike && exercise.level >= other.level;
  }

  #close(id, block, other) {
    if (!this.closed.has(id)) this.closed.set(id, { block, instead: [] });
    const { instead } = this.closed.get(id);
    if (other !== null && !instead.includes(other)) instead.push(other);
  }
}

const chosen = (id, dose = null, insteadOf = null) => ({ id, instead_of: insteadOf, dose });

/** How much training a person is ready for, as far as that is certain. */
function readiness(known, policy) {
  let ready = 0;
  for (const each of policy.ready_for) {
    if (each.level >= ready && evaluate(each.when, known) === true) ready = each.level;
  }
  return ready;
}

/** The exercises that the person minds, or lacks the equipment for, as far as is known. */
function undoable(known, knowledge) {
  const { equipment_from: equipmentFrom, disliked_from: dislikedFrom } = knowledge.policy;
  const equipment = known.get(equipmentFrom);
  const disliked = known.get(dislikedFrom) ?? new Set();
  const found = new Set();
  for (const [id, exercise] of knowledge.exercises) {
    const hasAll = (needed) => needed.every((each) => equipment.has(each));
    const lacks = equipment !== undefined && !exercise.equipment.some(hasAll);
    if (lacks || exercise.moves.some((each) => disliked.has(each))) found.add(id);
  }
  return found;
}
