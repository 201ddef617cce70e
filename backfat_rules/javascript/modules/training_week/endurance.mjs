// Sessions of one move that goes on for minutes: the mirror of training_week/endurance.py.

import { sortedBy } from "../order.mjs";
import { itemOf, secondsOf, sessionMinutes, warmUpOf } from "./item_amounts.mjs";

/** Puts sessions of one rule together that consist of a single move. */
export class OneMoveSession {
  #rule;
  #moves;
  #numbers;
  #preference;
  #slot;

  constructor(rule, moves, numbers, preference) {
    this.#rule = rule;
    this.#moves = moves;
    this.#numbers = numbers;
    this.#preference = preference;
    [this.#slot] = rule.slots;
  }

  /** The move that is liked best of those that fit on a day. */
  #best(day, week) {
    const fitting = this.#moves
      .forSlot(this.#rule, this.#slot)
      .filter(({ loads }) => week.mayLoad(day, loads));
    const liked = (each) => [-this.#preference.of(each, this.#slot, week), each.id];
    return sortedBy(fitting, liked)[0] ?? null;
  }

  /** Let about so many minutes of the move stand on a day; how many it holds. */
  putMinutes(day, minutes, most, week) {
    const isWarm = week.sessions[day].some((each) => each.warm_up_minutes > 0);
    const warmUp = this.#rule.warm_up && !isWarm ? warmUpOf(most, this.#numbers) : 0;
    const candidate = this.#best(day, week);
    if (candidate === null) return 0;
    let item = itemOf(candidate, this.#slot.id, this.#numbers);
    let held;
    let seconds;
    const span = candidate.dose.amounts.minutes;
    if (span !== undefined) {
      const [least, longest] = span.map(Math.trunc);
      held = Math.min(Math.max(minutes, least), longest, most - warmUp);
      if (held < Math.min(least, this.#numbers("minutes-least"))) return 0;
      seconds = held * 60;
      item = { ...item, seconds };
    } else {
      seconds = secondsOf(item, this.#numbers);
      held = sessionMinutes(0, seconds);
      if (warmUp + held > most) return 0;
    }
    this.#put(day, candidate, item, warmUp, seconds, week);
    return held;
  }

  /** Let a session of efforts and rests stand on a day; the minutes that it takes of work. */
  putEfforts(day, most, week) {
    const warmUp = warmUpOf(most, this.#numbers);
    const candidate = this.#best(day, week);
    if (candidate === null) return 0;
    const item = itemOf(candidate, this.#slot.id, this.#numbers);
    const seconds = secondsOf(item, this.#numbers);
    if (sessionMinutes(warmUp, seconds) > most) return 0;
    this.#put(day, candidate, item, warmUp, seconds, week);
    return sessionMinutes(0, seconds);
  }

  #put(day, { exercise, loads }, item, warmUp, seconds, week) {
    week.take(day, exercise, { ...item, sets: 0 }, loads);
    const { id: rule, kind } = this.#rule;
    const minutes = sessionMinutes(warmUp, seconds);
    week.put(day, { rule, kind, minutes, warm_up_minutes: warmUp, items: [item], part: null });
  }
}
