// Which sessions and moves are open to one person: the mirror of training_week/open_moves.py.

import { advisedBy, allWays } from "../decision/content.mjs";
import { dosesIn } from "../decision/move_dose.mjs";
import { evaluate } from "../language/evaluate.mjs";
import { sortedBy } from "../order.mjs";
import { gearOf, liftOf } from "./lifts.mjs";
import { SESSION_KINDS } from "./decided_week.mjs";

/** What can stand in a week of one person within some limits. */
export class OpenMoves {
  #person;
  #decision;
  #limits;
  #advised;
  #chosen;
  #offered = new Map();
  #candidates = new Map();
  #rules = null;
  #withoutLimits = null;

  constructor(person, decision, limits, screened = person.screened) {
    this.#person = person;
    this.screened = screened;
    this.#decision = decision;
    this.#limits = limits;
    this.knowledge = person.knowledge;
    this.#advised = advisedBy(decision);
    this.#chosen = allWays(decision).flatMap(({ id, exercises }) =>
      exercises.filter(({ dose }) => dose !== null).map((chosen) => ({ advice: id, chosen })),
    );
    for (const { advice, chosen } of this.#chosen) {
      const key = placeOf(chosen.id, chosen.dose);
      if (!this.#offered.has(key)) this.#offered.set(key, advice);
    }
  }

  /** For each kind of session the rule that it follows: the first that is open. */
  get rules() {
    if (this.#rules === null) {
      this.#rules = new Map();
      for (const rule of rulesInOrder(this.knowledge)) {
        if (this.#rules.has(rule.kind) || rule.makes_up !== null) continue;
        if (this.#isOpen(rule)) this.#rules.set(rule.kind, rule);
      }
    }
    return this.#rules;
  }

  /** For a kind of session what makes up for its minutes on days without training. */
  makingUp(kind) {
    if (!this.rules.has(kind)) return undefined;
    return rulesInOrder(this.knowledge).find(
      (rule) => rule.makes_up === kind && this.#isOpen(rule),
    );
  }

  /** What would be open with all gear there is, and nothing disliked. */
  get withoutLimits() {
    const limits = { ...this.#limits, equipment: null, disliked: new Set() };
    this.#withoutLimits ??= new OpenMoves(this.#person, this.#decision, limits, this.screened);
    return this.#withoutLimits;
  }

  /** The moves that can stand in a slot of a session, by id. */
  forSlot(rule, slot) {
    const key = `${rule.id} ${slot.id}`;
    if (!this.#candidates.has(key)) {
      this.#candidates.set(
        key,
        sortedBy(this.#find(rule, slot), ({ id }) => id),
      );
    }
    return this.#candidates.get(key);
  }

  /** The moves of one piece of advice that can be done within the limits. */
  offersOf(advice) {
    return this.#chosen
      .filter((each) => each.advice === advice && this.canBeDone(each.chosen.id))
      .map(({ chosen }) => chosen);
  }

  /** Whether a move, and each that it is made of, is allowed, liked, and there is gear. */
  canBeDone(id) {
    const { disliked, equipment: gear } = this.#limits;
    if (this.screened.closes(id)) return false;
    const { moves, equipment } = this.knowledge.exercises.get(id);
    if (moves.some((each) => disliked.has(each))) return false;
    return gear === null || equipment.some((things) => things.every((each) => gear.has(each)));
  }

  /** What a move asks for as a heavy lift, if it is one for this person; else null. */
  liftOf(exercise) {
    return liftOf(exercise, this.knowledge, this.#person.choices.level, this.#limits);
  }

  /** Whether a session may ask for more from week to week. */
  mayGrow(rule) {
    return mayGrow(rule, this);
  }

  /** Whether safety, and nothing else, keeps all sessions of a kind out of the week. */
  isHeldBack(kind) {
    if (this.screened.waitsForOk) return true;
    if (this.rules.has(kind)) return false;
    const meant = rulesInOrder(this.knowledge).filter(
      (each) =>
        each.kind === kind && each.advised_by.length === 0 && each.where_closed.length === 0,
    );
    return meant.length > 0 && meant.every((each) => this.#isClosed(each));
  }

  /** Whether screening closes what a session asks of this person. */
  #isClosed({ tags, begins, begun_when: begunWhen }) {
    const { screened } = this;
    const { derivation } = this.#person;
    const begun = begunWhen === null || evaluate(begunWhen, derivation.known) === true;
    return (begun ? tags : [...tags, ...begins]).some((tag) => screened.closesTag(tag));
  }

  #isOpen(rule) {
    const { screened } = this;
    const { derivation } = this.#person;
    if (rule.needs_ok && screened.waitsForOk) return false;
    if (rule.when !== null && evaluate(rule.when, derivation.known) !== true) return false;
    if (this.#isClosed(rule)) return false;
    const isForAnybody = rule.where_closed.length === 0;
    if (!isForAnybody && !rule.where_closed.some((tag) => screened.closesTag(tag))) return false;
    const isAdvised = rule.advised_by.some((each) => this.#advised.has(each));
    if (rule.advised_by.length > 0 && !isAdvised) return false;
    return rule.slots.some((slot) => this.forSlot(rule, slot).length > 0);
  }

  #find(rule, slot) {
    const contexts = slot.contexts.length > 0 ? slot.contexts : rule.contexts;
    if (rule.advised_by.length > 0) return this.#advisedMoves(rule, slot, contexts);
    const doses = dosesIn(this.knowledge, contexts, this.#person.choices.level);
    return movesFor(this.knowledge, slot)
      .map((exercise) => ({ exercise, dose: doses.of(exercise.id) }))
      .filter(({ dose }) => dose !== null && isWhole(dose))
      .filter(({ exercise }) => coversEnough(slot, exercise) && this.canBeDone(exercise.id))
      .map(({ exercise, dose }) => {
        const advice = this.#offered.get(placeOf(exercise.id, dose)) ?? null;
        return this.#candidate(exercise, dose, advice, rule, slot);
      });
  }

  /** The moves of the advice by which alone the session stands in a week. */
  #advisedMoves(rule, slot, contexts) {
    const found = new Map();
    for (const advice of rule.advised_by) {
      for (const { id, dose } of this.offersOf(advice)) {
        const exercise = this.knowledge.exercises.get(id);
        const fits = slot.patterns.includes(exercise.pattern) && !found.has(id);
        if (!fits || !coversEnough(slot, exercise)) continue;
        if (contexts.includes(dose.context) && isWhole(dose)) {
          found.set(id, this.#candidate(exercise, dose, advice, rule, slot));
        }
      }
    }
    return [...found.values()];
  }

  #candidate(exercise, dose, advice, rule, slot) {
    const isLift = rule.loads && rule.kind === "strength";
    const lift = isLift ? this.liftOf(exercise) : null;
    return {
      id: exercise.id,
      exercise,
      dose,
      advice,
      covers: coversOf(slot, exercise),
      loads: rule.loads ? exercise.loads : [],
      lift,
      onceAWeek: lift?.once_a_week ? lift.id : null,
      grows: this.mayGrow(rule),
      gear: gearOf(exercise, lift, this.#limits),
    };
  }
}

/** Whether a session may ask a person for more from week to week. */
export const mayGrow = ({ goes_on: goesOn, begins }, { screened }) =>
  !screened.waitsForOk && ![...goesOn, ...begins].some((tag) => screened.closesTag(tag));

const placeOf = (id, { context }) => `${id} ${context}`;

/** The parts of the back that a move counts for in a slot. */
export const coversOf = (slot, exercise) =>
  slot.covers.filter((each) => exercise.regions.includes(each));

/** Whether a move trains what the slot is there for. */
const coversEnough = (slot, exercise) =>
  slot.covers.length === 0 || coversOf(slot, exercise).length > 0;

/** Whether a dose says enough for a week: so many sets of something, or so many minutes. */
export function isWhole({ amounts }) {
  if (amounts.minutes) return true;
  const isWork = amounts.reps || amounts.hold_seconds || amounts.work_seconds;
  return Boolean(isWork && (amounts.sets || amounts.rounds));
}

/** The sessions that a week can hold, by kind and then by their order. */
const rulesInOrder = (knowledge) =>
  kept(knowledge, "rules in order", () =>
    sortedBy(knowledge.sessions.values(), ({ kind, order, id }) => [
      SESSION_KINDS.indexOf(kind),
      order,
      id,
    ]),
  );

/** The exercises of some patterns; of a list if there is one. */
const movesFor = (knowledge, { patterns, moves }) =>
  kept(knowledge, `moves for ${patterns} ${moves}`, () =>
    [...knowledge.exercises.values()].filter(
      ({ id, pattern }) => patterns.includes(pattern) && (moves.length === 0 || moves.includes(id)),
    ),
  );

function kept({ kept: all }, key, make) {
  if (!all.has(key)) all.set(key, make());
  return all.get(key);
}
