// Decided weeks in words: the mirror of planning/week_telling.py.

import { once, sortedBy } from "../order.mjs";
import { WEEKDAYS } from "../training_week/decided_week.mjs";
import { aerobicMinutes, halfSetsOf } from "../training_week/goals.mjs";
import { mayGrow } from "../training_week/open_moves.mjs";
import { LENGTH } from "../training_week/spread.mjs";
import { slotOf } from "../training_week/strength_session.mjs";
import { WHOLE } from "../training_week/under_way.mjs";
import { numbersFor } from "../training_week/week_limits.mjs";
import { prescriptionText } from "../wording/prescription_text.mjs";
import { doseAsGiven } from "./move_telling.mjs";
import { GrowthTelling } from "./week_growth.mjs";

const DAY = 24 * 60 * 60 * 1000;

/** Tells the weeks of one person; start is the Monday of the first, or null. */
export class WeekTelling {
  #reader;
  #knowledge;
  #numbers;
  #start;
  #person;

  constructor({ reader, knowledge, known, person }, start) {
    this.#reader = reader;
    this.#knowledge = knowledge;
    this.#numbers = numbersFor(knowledge, known, person.choices.level);
    this.growth = new GrowthTelling(knowledge, reader, this.#numbers);
    this.#start = start;
    this.#person = person;
  }

  /** One week. */
  week({ number, easier, days, changes, missed }) {
    return {
      number,
      easier,
      days: days.map((sessions, at) => ({
        weekday: WEEKDAYS[at],
        date: this.#dateOf(LENGTH * (number - 1) + at),
        sessions: sessions.map((each) => this.#session(each)),
      })),
      changes: this.growth.changes({ number, easier, days, changes }),
      sets_by_muscle: this.#setsByMuscle(days),
      aerobic_minutes: aerobicMinutes(days, this.#knowledge, this.#numbers),
      missed,
    };
  }

  /** One move, as it would stand in a session. */
  item(decided, rule) {
    return this.#item(decided, this.#knowledge.sessions.get(rule));
  }

  #dateOf(later) {
    if (this.#start === null) return null;
    return new Date(Date.parse(this.#start) + later * DAY).toISOString().slice(0, 10);
  }

  /** The sets of strength for each muscle, most first; one that only helps counts half. */
  #setsByMuscle(days) {
    const halves = sortedBy(halfSetsOf(days, this.#knowledge), ([muscle, half]) => [-half, muscle]);
    return Object.fromEntries(halves.map(([muscle, half]) => [muscle, half / WHOLE]));
  }

  #session(decided) {
    const { kind, rule: id, part: partId, minutes, items } = decided;
    const { warm_up_minutes: warmUp, cool_down_minutes: coolDown = 0 } = decided;
    const rule = this.#knowledge.sessions.get(id);
    return {
      kind,
      rule: id,
      part: partId,
      title: rule.title,
      minutes,
      warm_up_minutes: warmUp,
      warm_up: warmUp ? rule.warm_up : null,
      cool_down_minutes: coolDown,
      cool_down: coolDown ? this.#reader.say("end-easily") : null,
      items: items.map((each) => this.#item(each, rule)),
      why: partId === null ? rule.why : this.#knowledge.week_parts.get(partId).why,
      target: this.#target(decided, rule),
      muscles: once(items.flatMap((each) => this.#exercise(each).primary)),
    };
  }

  /** Why so much of it. */
  #target({ part, kind, minutes, warm_up_minutes: warmUp, cool_down_minutes: coolDown }, rule) {
    const [reader, numbers] = [this.#reader, this.#numbers];
    if (part !== null) return rule.why;
    if (kind === "recovery" && rule.makes_up === null) return reader.say("target-easy");
    if (!mayGrow(rule, this.#person)) return reader.say("target-stays");
    if (kind === "intervals") {
      return reader.say("target-hard", { count: numbers("hard-minutes-count") });
    }
    if (kind === "strength") return reader.say("target-grows");
    const target = numbers("aerobic-minutes");
    return reader.say("target-minutes", { minutes: minutes - warmUp - (coolDown ?? 0), target });
  }

  #item(decided, rule) {
    const { title, primary } = this.#exercise(decided);
    return {
      ...decided,
      title,
      dose: this.#dose(decided),
      effort: this.#effort(decided, rule),
      why: this.#why(decided, rule),
      muscles: primary,
      ramp_up_text: this.#rampUp(decided),
    };
  }

  #exercise({ exercise }) {
    return this.#knowledge.exercises.get(exercise);
  }

  /** How much, in one line, with the very numbers of the week. */
  #dose(item) {
    const { sets, reps, reps_most: most, seconds, rest_seconds: rest, per_side } = item;
    const goesOn = reps === null && sets === 1 && !rest;
    const isWork = this.#given(item).amounts.work_seconds !== undefined;
    const efforts = reps === null && !goesOn && isWork;
    const span = (isMeant, low, high = low) => (isMeant ? [low, high] : undefined);
    const amounts = {
      sets: span(!goesOn && !efforts && sets !== 1, sets),
      reps: span(reps !== null, reps, most || reps),
      hold_seconds: span(!goesOn && !efforts && seconds, seconds),
      work_seconds: span(efforts && seconds, seconds),
      minutes: span(goesOn, (seconds ?? 0) / 60),
      rounds: span(efforts, sets),
      rest_seconds: span(rest && sets > 1, rest),
    };
    const dose = prescriptionText({ amounts, per_side, effort: null }, this.#reader);
    const { done_with: ways } = this.#exercise(item);
    const thing = item.gear?.find((each) => Object.hasOwn(ways, each));
    return thing === undefined ? dose : this.#reader.say("dose-with", { dose, way: ways[thing] });
  }

  /** The sets that lead up to the first one. */
  #rampUp({ ramp_up: rampUp }) {
    if (rampUp.length === 0) return null;
    const sets = rampUp.map(([reps, percent]) => this.#reader.say("ramp-set", { reps, percent }));
    return this.#reader.say("ramp-up-line", { sets: this.#reader.listed(sets) });
  }

  #given(item) {
    return doseAsGiven(this.#exercise(item), item, this.#knowledge.levels);
  }

  /** What the catalogue says of the effort, and what that is in plain words. */
  #effort(item, { kind, makes_up: madeUp }) {
    const isHold = kind === "strength" && item.reps === null;
    const plain = this.#reader.word("efforts", isHold ? "hold" : (madeUp ?? kind));
    const { effort } = this.#given(item);
    if (effort === null) return plain;
    if (kind === "strength" || kind === "mobility") return effort;
    return this.#reader.say("effort-line", { effort, plain });
  }

  #why(item, rule) {
    const { advice } = item;
    const slot = slotOf(this.#knowledge, rule.id, item.slot);
    const why = slot.why_of[this.#exercise(item).pattern] ?? slot.why;
    if (advice === null) return why;
    const { title } = this.#knowledge.recommendations.get(advice);
    return `${why} ${this.#reader.say("from-your-plan", { title })}`;
  }
}
