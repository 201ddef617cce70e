// How to do the exercises of a plan: the mirror of planning/move_telling.py.

import { allWays } from "../decision/content.mjs";
import { evaluate } from "../language/evaluate.mjs";
import { once, sortedBy } from "../order.mjs";
import { prescriptionText } from "../wording/prescription_text.mjs";

const AT_EASE = "beginner";

/** Tells moves as they stand in a plan, or would without a dose. */
export class MoveTelling {
  #telling;
  #doses;
  #cautions;

  constructor(telling) {
    this.#telling = telling;
    this.#doses = dosesIn(telling);
    const { move_cautions: cautions } = telling.knowledge;
    const isFor = (each) => applies(each, telling.known);
    this.#cautions = sortedBy(cautions.filter(isFor), ({ when, id }) => [when !== null, id]);
  }

  /** How one exercise is done, by this person; a harder one is named if it is offered, too. */
  of(id) {
    const { knowledge, reader, person } = this.#telling;
    const exercise = knowledge.exercises.get(id);
    const offers = (each) => person.choices.offers(each);
    return {
      id,
      title: exercise.title,
      steps: exercise.steps,
      cue: exercise.cue,
      faults: exercise.faults,
      cautions: once(this.#cautionsOf(exercise)),
      muscles: exercise.primary.map((each) => knowledge.muscles.get(each)),
      equipment: exercise.equipment.map((things) => thingsText(things, reader)),
      dose: doseText(exercise, this.#doses.get(id), reader, knowledge),
      easier: titles(easier(exercise).filter(offers), knowledge),
      harder: titles(
        harder(id, knowledge).filter((each) => this.#doses.has(each)),
        knowledge,
      ),
      made_of: exercise.members,
    };
  }

  /** What protects this person: what applies to them, or is not known not to. */
  #cautionsOf({ tags, moves }) {
    const { exercises } = this.#telling.knowledge;
    return [
      ...this.#cautions.filter((each) => each.tags.some((tag) => tags.includes(tag))),
    ]
      .map(({ text }) => text)
      .concat(moves.flatMap((each) => this.#telling.lines(exercises.get(each).avoid)));
  }
}

/** Whether a caution is for somebody, or not known not to be and told all the same. */
function applies({ when, told_only: toldOnly }, known) {
  if (when === null) return true;
  const truth = evaluate(when, known);
  return truth === true || (truth !== false && !toldOnly);
}

/** Everything that is offered, each with the dose of the advice that offers it first. */
function dosesIn({ decision, knowledge }) {
  const doses = new Map();
  for (const { id, dose } of allWays(decision).flatMap(({ exercises }) => exercises)) {
    doses.set(id, doses.get(id) ?? dose);
    for (const member of knowledge.exercises.get(id).moves) {
      if (!doses.has(member)) doses.set(member, null);
    }
  }
  return doses;
}

const thingsText = (things, reader) =>
  reader.listed(things.map((each) => reader.choice("equipment", each))) ||
  reader.say("no-equipment");

/** How much of an exercise in a context, from a level on, in a line; null without a context. */
function doseText(exercise, meant, reader, { levels }) {
  return meant ? prescriptionText(doseAsGiven(exercise, meant, levels), reader) : null;
}

/** The dose that is given in a context from a level on, as a decision names it. */
export const doseAsGiven = ({ doses }, { context, level }, levels) =>
  doses.find((each) => each.context === context && levels[each.level] === level);

/** What the catalogue names for those to whom it is too hard. */
const easier = ({ alternatives }) => alternatives.get(AT_EASE) ?? [];

/** What it is the easier form of. */
const harder = (id, { exercises }) =>
  [...exercises.values()].filter((each) => easier(each).includes(id)).map((each) => each.id);

const titles = (ids, { exercises }) =>
  Object.fromEntries(ids.map((id) => [id, exercises.get(id).title]));
