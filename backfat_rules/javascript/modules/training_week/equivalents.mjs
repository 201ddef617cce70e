// What can stand in the place of a move: the mirror of training_week/equivalents.py.

import { sortedBy } from "../order.mjs";
import { isBalanced, setsByPattern } from "./balance.mjs";
import { ownSetsOf } from "./goals.mjs";
import { itemOf, mostSets } from "./item_amounts.mjs";
import { coversOf, isWhole } from "./open_moves.mjs";
import { distance } from "./spread.mjs";
import { slotOf } from "./strength_session.mjs";
import { roomFor, timed } from "./time_left.mjs";
import { UnderWay } from "./under_way.mjs";

const HOURS_A_DAY = 24;

/** Finds what can replace a move in the days of a week. */
export class Equivalents {
  #days;
  #builder;
  #knowledge;
  #numbers;

  constructor(days, builder) {
    this.#days = days;
    this.#builder = builder;
    this.#knowledge = builder.person.knowledge;
    this.#numbers = builder.numbers;
  }

  /** The moves that fit wherever it stands, the best liked first, as they would stand there. */
  of(exercise) {
    const places = this.#placesOf(exercise);
    if (places.length === 0) return [];
    for (const alike of [false, true]) {
      const fitting = this.#candidates(places[0], alike).filter(
        (each) =>
          this.#isSeldomEnough(each, places) && places.every((place) => this.#fits(each, place)),
      );
      if (fitting.length > 0) {
        return this.#liked(fitting, places).map((each) => this.#least(each, places));
      }
    }
    return [];
  }

  /** The days with another move in every session in which the first such place is. */
  replaced(exercise, by) {
    const rules = new Set(this.#placesOf(exercise).map(({ session }) => session.rule));
    return this.#days.map((day) =>
      day.map((each) => (rules.has(each.rule) ? this.#with(each, exercise, by) : each)),
    );
  }

  /** Where a move stands, among the sessions of the rule in which it is met first. */
  #placesOf(exercise) {
    const found = this.#places().filter(({ item }) => item.exercise === exercise);
    return found.filter(({ session }) => session.rule === found[0].session.rule);
  }

  #places() {
    return this.#days.flatMap((sessions, day) =>
      sessions.flatMap((session) => session.items.map((item) => ({ day, session, item }))),
    );
  }

  #candidates({ session, item }, alike) {
    const rule = this.#knowledge.sessions.get(session.rule);
    if (session.part !== null) return this.#practice(item, rule);
    const slots = alike ? rule.slots : [slotOf(this.#knowledge, rule.id, item.slot)];
    const { pattern } = this.#exercise(item);
    const standIns = [pattern, ...(this.#knowledge.policy.stand_ins.get(pattern) ?? [])];
    const found = new Map();
    for (const each of slots.flatMap((slot) => this.#builder.moves.forSlot(rule, slot))) {
      const may = !alike || standIns.includes(each.exercise.pattern);
      if (may && !found.has(each.id)) found.set(each.id, each);
    }
    return [...found.values()];
  }

  /** The other moves that the same advice offers. */
  #practice({ advice }, rule) {
    return this.#builder.moves
      .offersOf(advice)
      .filter(({ dose }) => rule.contexts.includes(dose.context) && isWhole(dose))
      .map(({ id, dose }) => {
        const exercise = this.#knowledge.exercises.get(id);
        return { id, exercise, dose, advice, covers: [], loads: [], onceAWeek: null };
      });
  }

  /** Whether a week would have no second move of a kind of which it has one. */
  #isSeldomEnough({ onceAWeek }, places) {
    if (onceAWeek === null) return true;
    const instead = places[0].item.exercise;
    const others = this.#places().filter(({ item }) => item.exercise !== instead);
    const isLift = (each) => this.#builder.moves.liftOf(this.#exercise(each))?.id === onceAWeek;
    return places.length === 1 && !others.some(({ item }) => isLift(item));
  }

  #fits(candidate, place) {
    const { session, item } = place;
    const rule = this.#knowledge.sessions.get(session.rule);
    if (session.items.some(({ exercise }) => exercise === candidate.id)) return false;
    const others = session.items.filter(({ exercise }) => exercise !== item.exercise);
    const had = others.flatMap((each) => this.#exercise(each).tags);
    const isSecond = (tag) => rule.once.includes(tag) && had.includes(tag);
    if (candidate.exercise.tags.some(isSecond)) return false;
    if (!this.#isFar(candidate, place, rule)) return false;
    const made = this.#item(candidate, place);
    return this.#hasTime(made, place) && this.#leavesRoom(candidate, made, place);
  }

  #hasTime(made, { day, session, item }) {
    const { minutes } = this.#with(session, item.exercise, made);
    return minutes <= roomFor(session, this.#days[day], this.#builder);
  }

  /** Whether what it loads is rested, and it stands away from what it has to. */
  #isFar(candidate, place, rule) {
    const week = new UnderWay(Math.ceil(this.#numbers("hours-between-loads") / HOURS_A_DAY));
    const away = this.#numbers("days-from-hinge-to-intervals");
    for (const other of this.#places()) {
      const near = this.#knowledge.sessions.get(other.session.rule);
      const { loads, tags } = this.#exercise(other.item);
      if (near.loads && other.day !== place.day) week.load(other.day, loads);
      if (distance(other.day, place.day) >= away) continue;
      if (candidate.exercise.tags.some((tag) => near.away_from.includes(tag))) return false;
      if (tags.some((tag) => rule.away_from.includes(tag))) return false;
    }
    return week.mayLoad(place.day, candidate.loads);
  }

  /** Whether no muscle gets more sets than a week asks of it, and no balance is lost. */
  #leavesRoom(candidate, made, { session, item }) {
    if (session.kind !== "strength") return true;
    const days = this.replaced(item.exercise, made);
    const [before, after] = [this.#days, days].map((each) => setsByPattern(each, this.#knowledge));
    for (const goal of this.#knowledge.week_goals.values()) {
      const isWeighed = goal.not_below.length > 0;
      if (isWeighed && isBalanced(goal, before) && !isBalanced(goal, after)) return false;
    }
    const sets = ownSetsOf(days, this.#knowledge);
    const most = this.#numbers("weekly-sets-most");
    return candidate.exercise.primary.every((muscle) => sets.get(muscle) <= most);
  }

  #liked(fitting, [{ session, item }]) {
    const slot = slotOf(this.#knowledge, session.rule, item.slot);
    const week = new UnderWay(1);
    const { preference } = this.#builder;
    const usual = fitting.filter(({ id }) => !preference.setsAside(id));
    return sortedBy(usual.length > 0 ? usual : fitting, (each) => {
      const fits = slot.patterns.includes(each.exercise.pattern);
      return [!fits, fits ? -preference.of(each, slot, week) : 0, each.id];
    });
  }

  /** As much of it as fits in each of the places. */
  #least(candidate, places) {
    const items = places.map((place) => this.#item(candidate, place));
    return sortedBy(items, ({ sets, seconds }) => [sets, seconds ?? 0])[0];
  }

  /** The other move with as much of it as there was, within its own dose and the time. */
  #item(candidate, place) {
    const { item: old, session } = place;
    const slot = slotOf(this.#knowledge, session.rule, old.slot);
    const covers = coversOf(slot, candidate.exercise);
    const made = { ...itemOf(candidate, old.slot, this.#numbers), covers };
    if (made.reps === null && made.sets === 1 && !made.rest_seconds) {
      const most = Math.max(made.seconds_most ?? 0, made.seconds ?? 0);
      return { ...made, seconds: Math.min(old.seconds ?? 0, most) || made.seconds };
    }
    const sets = Math.min(Math.max(old.sets, made.sets), mostSets(candidate));
    for (let each = sets; each > made.sets; each -= 1) {
      const more = { ...made, sets: each };
      if (this.#hasTime(more, place)) return more;
    }
    return made;
  }

  #with(session, exercise, by) {
    const items = session.items.map((each) =>
      each.exercise === exercise ? { ...by, slot: each.slot } : each,
    );
    const isThere = session.items.some((each) => each.exercise === exercise);
    return isThere ? timed(session, items, this.#builder) : session;
  }

  #exercise({ exercise }) {
    return this.#knowledge.exercises.get(exercise);
  }
}
