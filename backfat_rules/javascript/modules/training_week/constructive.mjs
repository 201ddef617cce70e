// A week put together step by step: the mirror of training_week/constructive.py.

import { rounded } from "../decision/rounding.mjs";
import { Screened } from "../decision/screening.mjs";
import { evaluate } from "../language/evaluate.mjs";
import { sortedBy } from "../order.mjs";
import { SESSION_KINDS } from "./decided_week.mjs";
import { OneMoveSession } from "./endurance.mjs";
import { aerobicGoal, goalsMet, goalsOutOfReach } from "./goals.mjs";
import { coolDownOf, warmUpOf } from "./item_amounts.mjs";
import { OpenMoves } from "./open_moves.mjs";
import { putPractice } from "./practice.mjs";
import { Preference } from "./preference.mjs";
import { distance, EVERY_DAY, farApart, LENGTH } from "./spread.mjs";
import { StrengthSession } from "./strength_session.mjs";
import { UnderWay } from "./under_way.mjs";
import { numbersFor } from "./week_limits.mjs";

const HOURS_A_DAY = 24;

/** Builds the week of one person within some limits. */
export class WeekBuilder {
  #daysBetween;
  #outOfReach;
  #kept;
  #before;
  #screened;

  constructor(person, decision, limits, same = {}) {
    const { kept, before = [], aerobic, moves, outOfReach, screened } = same;
    this.person = person;
    this.decision = decision;
    this.limits = limits;
    this.numbers = numbersFor(person.knowledge, person.derivation.known, person.choices.level);
    this.#kept = kept;
    this.#before = before;
    this.#screened = screened ?? person.screened;
    this.moves = moves ?? new OpenMoves(person, decision, limits, this.#screened);
    this.preference = new Preference(person, this.numbers, kept);
    this.#daysBetween = Math.ceil(this.numbers("hours-between-loads") / HOURS_A_DAY);
    this.#outOfReach = outOfReach;
    this.aerobic = aerobic ?? this.#aerobicGoal();
  }

  /** The brisk minutes of a first week. */
  #aerobicGoal() {
    const rule = this.moves.rules.get("cardio");
    return aerobicGoal(
      this.person,
      this.numbers,
      rule === undefined || this.moves.mayGrow(rule),
    );
  }

  /** A builder for the same person within other limits; days and minutes leave moves as open. */
  within(limits) {
    const { equipment, disliked } = this.limits;
    const sameMoves = limits.equipment === equipment && limits.disliked === disliked;
    const { aerobic, outOfReach } = this;
    const before = this.#before;
    const same = { before, aerobic, outOfReach, moves: sameMoves ? this.moves : undefined };
    return new WeekBuilder(this.person, this.decision, limits, same);
  }

  /** A builder for the same person if no answer of theirs closed anything. */
  unscreened() {
    const screened = withoutAnswers(this.person.screened);
    const same = { kept: this.#kept, before: this.#before, screened };
    return new WeekBuilder(this.person, this.decision, this.limits, same);
  }

  /** The goals for which no move is open, within whatever limits. */
  get outOfReach() {
    this.#outOfReach ??= goalsOutOfReach(this);
    return this.#outOfReach;
  }

  /** The kinds of session that some goals need. */
  kindsFor(goals) {
    const known = this.person.knowledge.week_goals;
    return new Set([...goals].map((id) => known.get(id).kind ?? "strength"));
  }

  /** The week, of sessions of some kinds. */
  build(kinds = new Set(SESSION_KINDS)) {
    const week = new UnderWay(this.#daysBetween);
    const rules = new Map([...this.moves.rules].filter(([kind]) => kinds.has(kind)));
    const [lifting, hard] = this.#trainingDays(rules);
    const done = this.#intervals(rules.get("intervals"), hard, week);
    this.#strength(rules, lifting, done ? hard : [], week);
    const left = this.#endurance(rules.get("cardio"), done, lifting, week);
    if (rules.has("cardio")) this.#makeUp(left, week);
    putPractice(week, this.moves, this.decision, this.numbers, this.limits);
    this.#recovery(rules.get("recovery"), week);
    const parts = this.person.knowledge.week_parts;
    const days = week.sessions.map((each) =>
      sortedBy(each, ({ kind, part }) => [
        !(part !== null && parts.get(part).first),
        SESSION_KINDS.indexOf(kind),
      ]),
    );
    return { number: 1, days, ...goalsMet(days, this), easier: false, changes: [] };
  }

  /** The days of strength, and those of intervals, which stand as far from them as can be. */
  #trainingDays(rules) {
    const { days, mostDays } = this.limits;
    let lifting = [];
    if (rules.has("strength")) {
      const most = this.numbers("back-sessions-most");
      const wished = Math.min(this.#aWeek(rules.get("strength")), most);
      lifting = this.#spread(Math.min(wished, mostDays));
    }
    if (!rules.has("intervals") || lifting.length >= mostDays) return [lifting, []];
    const free = days.filter((day) => !lifting.includes(day));
    return [lifting, farApart(free, this.#aWeek(rules.get("intervals")), lifting)];
  }

  /** So many days with a rest between; with fewer where only those give the rest. */
  #spread(count) {
    let chosen = farApart(this.limits.days, count);
    const least = this.numbers("strength-twice-least");
    while (chosen.length > least && closest(chosen) < this.#daysBetween) {
      chosen = farApart(this.limits.days, chosen.length - 1);
    }
    const kept = this.#asBefore(chosen, this.limits.days, "strength");
    return closest(kept) >= Math.min(this.#daysBetween, closest(chosen)) ? kept : chosen;
  }

  /** The days that sessions of a kind had before, if as many and free; else those chosen. */
  #asBefore(chosen, free, kind) {
    const had = this.#before.map((day) => day.map((each) => each.kind));
    const isAlone = (kinds) => kind === "strength" || !kinds.includes("strength");
    const days = had.flatMap((kinds, at) => (kinds.includes(kind) && isAlone(kinds) ? [at] : []));
    const canStay = days.length === chosen.length && days.every((day) => free.includes(day));
    return canStay ? days : chosen;
  }

  /** How often a session stands in a week at most; no oftener than now where more is closed. */
  #aWeek(rule) {
    const most = rule.a_week === null ? LENGTH : this.numbers(rule.a_week);
    const { derivation } = this.person;
    const screened = this.#screened;
    if (rule.now === null || !rule.adds.some((tag) => screened.closesTag(tag))) return most;
    const now = evaluate(rule.now, derivation.known);
    return Math.min(most, Number.isFinite(now) ? Math.trunc(now) : 0);
  }

  /** Put the hard intervals on their days; how many brisk minutes they count for. */
  #intervals(rule, days, week) {
    if (rule === undefined) return 0;
    const session = this.#oneMove(rule);
    const minutes = days.map((day) => session.putEfforts(day, this.limits.minutes, week));
    return minutes.reduce((sum, each) => sum + each, 0) * this.numbers("hard-minutes-count");
  }

  #strength(rules, days, hard, week) {
    if (!rules.has("strength")) return;
    const away = this.numbers("days-from-hinge-to-intervals");
    days.forEach((day, at) => {
      const near = hard.some((other) => distance(day, other) < away);
      const session = new StrengthSession(
        rules.get("strength"),
        this.moves,
        this.numbers,
        this.preference,
        near ? rules.get("intervals").away_from : [],
        { at: at + 1, of: days.length },
      );
      session.put(day, this.#firstMinutes, week);
    });
  }

  /** Share the brisk minutes that are left among the days that are, then after strength. */
  #endurance(rule, done, lifting, week) {
    if (rule === undefined) return 0;
    const session = this.#oneMove(rule);
    const taken = EVERY_DAY.filter((day) => week.sessions[day].length > 0);
    const free = this.limits.days.filter((day) => !taken.includes(day));
    const most = this.#aWeek(rule);
    let left = this.aerobic - done;
    const count = Math.min(this.#daysLeft(taken.length, left), most);
    const days = this.#asBefore(farApart(free, count, taken), free, "cardio");
    days.forEach((day, at) => {
      const share = inFives(left / (days.length - at));
      if (left <= 0) return;
      const limit = this.moves.mayGrow(rule) ? Infinity : left;
      left -= session.putMinutes(day, share, this.limits.minutes, week, limit);
    });
    const beside = taken.filter((day) => lifting.includes(day));
    for (const day of beside.slice(0, Math.max(0, most - days.length))) {
      const room = this.#firstMinutes - week.minutes(day);
      if (left > 0 && room >= 2 * this.numbers("minutes-least")) {
        const limit = this.moves.mayGrow(rule) ? Infinity : left;
        left -= session.putMinutes(day, inFives(left), room, week, limit);
      }
    }
    return left;
  }

  /** Put the brisk minutes that are left on days without training, but for free ones. */
  #makeUp(missing, week) {
    const rule = this.moves.makingUp("cardio");
    if (rule === undefined || missing <= 0) return;
    let left = missing;
    const session = this.#oneMove(rule);
    const trained = EVERY_DAY.filter((day) => week.sessions[day].length > 0);
    const rest = EVERY_DAY.filter((day) => !trained.includes(day));
    const most = Math.min(this.numbers("recovery-minutes"), this.limits.minutes);
    const needed = Math.ceil(left / Math.max(1, most));
    const count = Math.min(needed, Math.max(0, rest.length - this.numbers("free-days")));
    farApart(rest, count, trained).forEach((day, at) => {
      if (left <= 0) return;
      const share = inFives(left / (count - at));
      const limit = this.moves.mayGrow(rule) ? Infinity : left;
      left -= session.putMinutes(day, share, this.limits.minutes, week, limit);
    });
  }

  /** How long a session is at first, so that it can grow. */
  get #firstMinutes() {
    return Math.floor((this.limits.minutes * (100 - this.numbers("share-to-grow"))) / 100);
  }

  /** How many more days can hold endurance; where none were named, as many as it needs. */
  #daysLeft(taken, minutes) {
    const { wished, mostDays, minutes: mostMinutes } = this.limits;
    const left = mostDays - taken;
    if (wished.includes("training_days") || wished.includes("days")) return Math.max(0, left);
    const around = warmUpOf(mostMinutes, this.numbers) + coolDownOf(mostMinutes, this.numbers);
    const needed = Math.ceil(minutes / Math.max(1, mostMinutes - around));
    const most = LENGTH - this.numbers("free-days") - taken;
    return Math.max(0, left, Math.min(needed, most));
  }

  /** Easy movement on the days without training, but for those that stay free. */
  #recovery(rule, week) {
    if (rule === undefined) return;
    const isAdded = rule.advised_by.length === 0 && !this.moves.mayGrow(rule);
    if (isAdded && week.sessions.some((each) => each.length > 0)) return;
    const session = this.#oneMove(rule);
    const trains = (day) => week.sessions[day].some(({ part }) => part === null);
    const trained = EVERY_DAY.filter(trains);
    const rest = EVERY_DAY.filter((day) => !trains(day));
    const free = Math.max(0, rest.length - this.numbers("free-days"));
    const most = Math.min(this.numbers("recovery-minutes"), this.limits.minutes);
    for (const day of farApart(rest, Math.min(free, this.#aWeek(rule)), trained)) {
      session.putMinutes(day, most, most, week);
    }
  }

  #oneMove(rule) {
    return new OneMoveSession(rule, this.moves, this.numbers, this.preference);
  }
}

/** What would be closed if no screening rule had fired. */
function withoutAnswers(screened) {
  const { unanswered, fewAnswers, book } = screened;
  const closed = unanswered.reduce((all, each) => all | each.unanswered, 0n);
  return new Screened({ gate: "proceed", fired: [], unanswered, fewAnswers, closed, book });
}

/** How many days lie between the two that are closest. */
function closest(days) {
  const apart = days.flatMap((day) =>
    days.filter((other) => other !== day).map((other) => distance(day, other)),
  );
  return Math.min(LENGTH, ...apart);
}

/** Minutes as people write them: a whole number of fives, upwards. */
const inFives = (minutes) => Math.ceil(rounded(minutes) / 5) * 5;
