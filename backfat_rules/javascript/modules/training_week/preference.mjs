// How much a move is liked for a slot: the mirror of training_week/preference.py.

import { evaluate } from "../language/evaluate.mjs";
import { WHOLE } from "./under_way.mjs";

/** What one person's week prefers; kept says by how much moves are liked more that stood there. */
export class Preference {
  #current;
  #kept;
  #aside;
  #weight;

  constructor({ derivation, knowledge }, numbers, kept = new Map()) {
    const { known } = derivation;
    const current = known.get(knowledge.policy.current_from);
    this.#current = current instanceof Set ? current : new Set();
    this.#kept = kept;
    const behind = knowledge.set_aside.filter((each) => standsBehind(each, known));
    this.#aside = new Set(behind.flatMap(({ moves }) => moves));
    this.#weight = (id) => numbers(`prefer-${id}`);
  }

  /** Whether a move stands behind all others for this person. */
  setsAside(id) {
    return this.#aside.has(id);
  }

  /** Whether a move stands behind the others for a slot: set aside, or over one joint. */
  isMakeshift({ id, exercise }, slot) {
    return this.#aside.has(id) || (exercise.small && !slot.small);
  }

  /** How much a move is liked for a slot, as the week stands. */
  of({ id, exercise, advice, covers }, slot, week) {
    const weight = this.#weight;
    const { primary } = exercise;
    const halves = primary.reduce((sum, muscle) => sum + week.halfSets.get(muscle), 0);
    const done = Math.floor(halves / (WHOLE * Math.max(1, primary.length)));
    return (
      weight("uncovered") * covers.some((each) => !week.covered.has(each)) +
      weight("advised") * (advice !== null) +
      weight("known") * this.#current.has(id) +
      weight("level") * exercise.level -
      weight("pattern") * slot.patterns.indexOf(exercise.pattern) +
      weight("large") * primary.length +
      weight("gear") * !exercise.equipment.some((things) => things.length === 0) +
      weight("other") * (week.used.get(id) === 0) +
      weight("set-aside") * this.#aside.has(id) +
      weight("first") * placeFromTheEnd(id, slot.first) +
      weight("small") * (exercise.small && !slot.small) -
      weight("uncrowded") * done +
      (this.#kept.get(id) ?? 0)
    );
  }
}

/** Whether the moves that are set aside stand behind all others for a person. */
function standsBehind({ when, unless }, known) {
  if (unless !== null && evaluate(unless, known) === true) return false;
  return when === null || evaluate(when, known) === true;
}

/** How many of a list stand at or behind something; 0 where it is not in it. */
const placeFromTheEnd = (id, first) => (first.includes(id) ? first.length - first.indexOf(id) : 0);
