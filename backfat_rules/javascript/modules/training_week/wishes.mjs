// Which wishes about a week cannot hold together: the mirror of training_week/wishes.py.

import { sortedBy } from "../order.mjs";
import { smallestConflict } from "./conflict_search.mjs";
import { EVERY_DAY, LENGTH } from "./spread.mjs";

/** Asks again and again what a week within fewer limits could reach; each answer is kept. */
export class Wishes {
  #builder;
  #week;
  #limits;
  #goals;
  #reached = new Map();

  constructor(builder, week) {
    this.#builder = builder;
    this.#week = week;
    this.#limits = builder.limits.wished;
    this.#goals = builder.person.knowledge.week_goals;
  }

  /** One smallest conflict for each goal that is missed and not out of reach. */
  conflicts() {
    const found = [];
    const reachable = this.#met([], [...this.#goals.keys()]);
    for (const goal of this.#week.missed) {
      if (!reachable.has(goal) || found.some(({ wishes }) => wishes.includes(goal))) continue;
      const wishes = this.#smallest(this.#asked(goal));
      // one alone is out of reach, whatever is given up
      if (wishes.length < 2) continue;
      const gives = wishes.map((each) => this.#gives(each));
      const costs = wishes.map((each, at) =>
        gives[at].length > 0 ? [] : this.#costs(each, wishes),
      );
      found.push({ wishes, gives, costs });
    }
    return found;
  }

  /** A conflict from which nothing can be left out; empty if there is none. */
  #smallest(wishes) {
    const found = smallestConflict((some) => this.#hold(some), wishes);
    if (found.length === 0 || this.#hold(found)) return [];
    const rests = found.map((each) => found.filter((other) => other !== each));
    const stillApart = rests.find((rest) => !this.#hold(rest));
    return stillApart === undefined ? found : this.#smallest(stillApart);
  }

  /** The goal with the limits; where these leave room for it, with the other goals. */
  #asked(goal) {
    const alone = [...this.#limits, goal];
    if (!this.#hold(alone)) return alone;
    const met = sortedBy(this.#week.met, (each) => this.#goals.get(each).kind === null);
    return [...met, ...alone];
  }

  /** Whether a week within the limits among the wishes reaches the goals among them. */
  #hold(wishes) {
    const goals = wishes.filter((each) => this.#goals.has(each));
    const met = this.#met(wishes, goals);
    return goals.every((each) => met.has(each));
  }

  /** The goals that a week without one of the wishes reaches besides. */
  #gives(wish) {
    const others = this.#limits.filter((name) => name !== wish);
    const goals = [...this.#goals.keys()].filter((goal) => goal !== wish);
    const reached = this.#met(others, goals);
    return this.#week.missed.filter((goal) => reached.has(goal));
  }

  /** The goals that a week without one of the wishes gives up if it holds the others. */
  #costs(wish, wishes) {
    if (this.#goals.has(wish)) return [];
    const others = wishes.filter((name) => name !== wish);
    const goals = others.filter((name) => this.#goals.has(name));
    const reached = this.#met(others, goals);
    return this.#week.met.filter((goal) => !reached.has(goal));
  }

  /** What a week reaches that keeps some limits and aims at some goals. */
  #met(limits, goals) {
    const kept = this.#limits.filter((each) => limits.includes(each));
    const kinds = this.#builder.kindsFor(goals);
    const key = `${kept} ${[...kinds].sort()}`;
    if (!this.#reached.has(key)) {
      const other = this.#builder.within(this.#loosened(kept));
      this.#reached.set(key, new Set(other.build(kinds).met));
    }
    return this.#reached.get(key);
  }

  /** The limits without those that are not kept. */
  #loosened(kept) {
    const { limits, numbers } = this.#builder;
    const dropped = limits.wished.filter((each) => !kept.includes(each));
    const is = (name) => dropped.includes(name);
    const everyDay = LENGTH - numbers("free-days");
    const days = is("training_days") ? EVERY_DAY : limits.days;
    const isFreer = (is("training_days") || is("days")) && !kept.includes("days");
    const count = kept.includes("training_days") ? days.length : everyDay;
    return {
      ...limits,
      days,
      mostDays: isFreer ? Math.min(count, everyDay) : limits.mostDays,
      minutes: is("minutes_per_session") ? numbers("minutes-most") : limits.minutes,
      equipment: is("equipment") || is("location") ? this.#moreGear(is) : limits.equipment,
      disliked: is("disliked_exercises") ? new Set() : limits.disliked,
      wished: kept,
    };
  }

  /** What there is, with gear that could be bought, and with that of places to go to. */
  #moreGear(isDropped) {
    const { equipment, elsewhere, onlyElsewhere } = this.#builder.limits;
    const there = isDropped("location") ? [...equipment, ...elsewhere] : [...equipment];
    if (!isDropped("equipment")) return new Set(there);
    const exercises = [...this.#builder.person.knowledge.exercises.values()];
    const every = exercises.flatMap((each) => each.equipment.flat());
    const outOfReach = isDropped("location") ? [] : onlyElsewhere;
    const isThere = (thing) => !outOfReach.includes(thing) || there.includes(thing);
    return new Set(every.filter(isThere));
  }
}
