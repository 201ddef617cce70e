// A week that is being put together: the mirror of training_week/under_way.py.

import { Counter } from "../counter.mjs";
import { distance, EVERY_DAY } from "./spread.mjs";

/** Sets are counted in halves: a muscle that only helps gets half of one. */
export const WHOLE = 2;
export const HALF = 1;

export class UnderWay {
  #loads = EVERY_DAY.map(() => new Set());
  #daysBetween;

  constructor(daysBetween) {
    this.sessions = EVERY_DAY.map(() => []);
    this.halfSets = new Counter();
    this.ownSets = new Counter();
    this.patternSets = new Counter();
    this.lifts = new Set();
    this.used = new Counter();
    this.covered = new Set();
    this.#daysBetween = daysBetween;
  }

  /** Whether parts of the back have had their rest, and will have it, if loaded on a day. */
  mayLoad(day, parts) {
    const near = EVERY_DAY.filter((other) => {
      const apart = distance(day, other);
      return apart > 0 && apart < this.#daysBetween;
    });
    return near.every((other) => parts.every((part) => !this.#loads[other].has(part)));
  }

  /** Let parts of the back be loaded on a day. */
  load(day, parts) {
    for (const part of parts) this.#loads[day].add(part);
  }

  /** Count a move of a session that trains. */
  take(day, exercise, item, loads) {
    this.addSets(exercise, item.sets);
    this.used.add(exercise.id);
    for (const part of item.covers) this.covered.add(part);
    this.load(day, loads);
  }

  /** Count some sets of a move for the muscles that it trains. */
  addSets({ pattern, primary, secondary }, sets) {
    this.patternSets.add(pattern, sets);
    for (const muscle of primary) {
      this.ownSets.add(muscle, sets);
      this.halfSets.add(muscle, WHOLE * sets);
    }
    for (const muscle of secondary) this.halfSets.add(muscle, HALF * sets);
  }

  /** Let a session stand on a day. */
  put(day, session) {
    this.sessions[day].push(session);
  }

  /** How long the easy end of a day takes so far. */
  coolDown(day) {
    return this.sessions[day].reduce((sum, each) => sum + each.cool_down_minutes, 0);
  }

  /** Let a session end a day: the others end without easy minutes of their own. */
  putLast(day, session) {
    this.sessions[day] = this.sessions[day].map((each) => ({
      ...each,
      minutes: each.minutes - each.cool_down_minutes,
      cool_down_minutes: 0,
    }));
    this.put(day, session);
  }

  /** How long the sessions of a day take so far. */
  minutes(day) {
    return this.sessions[day].reduce((sum, each) => sum + each.minutes, 0);
  }
}
