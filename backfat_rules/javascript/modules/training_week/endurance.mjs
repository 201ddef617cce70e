// Sessions of one move that goes on for minutes: the mirror of training_week/endurance.py.

import { sortedBy } from "../order.mjs";
import { TRAINING_KINDS } from "./decided_week.mjs";
import { coolDownOf, itemOf, secondsOf, sessionMinutes, warmUpOf } from "./item_amounts.mjs";

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

  /** The move that is liked best of those that fit on a day, those first that last so long. */
  #best(day, week, minutes = 0) {
    const fitting = this.#moves
      .forSlot(this.#rule, this.#slot)
      .filter(({ loads }) => week.mayLoad(day, loads));
    const liked = (each) => [
      minutes !== 0 && !lasts(each, minutes),
      -this.#preference.of(each, this.#slot, week),
      each.id,
    ];
    return sortedBy(fitting, liked)[0] ?? null;
  }

  /** Let about so many minutes of the move stand on a day; how many it holds. */
  putMinutes(day, minutes, lasts, week, atMost = Infinity) {
    const isWarm = week.sessions[day].some((each) => each.warm_up_minutes > 0);
    const warmUp = this.#rule.warm_up && !isWarm ? warmUpOf(lasts, this.#numbers) : 0;
    const before = week.coolDown(day); // moves to the end of the day
    const coolDown = before || this.#coolDown(lasts);
    const most = lasts + before - coolDown;
    const candidate = this.#best(day, week, Math.min(minutes, most - warmUp));
    if (candidate === null) return 0;
    let item = itemOf(candidate, this.#slot.id, this.#numbers);
    let held;
    let seconds;
    const span = candidate.dose.amounts.minutes;
    if (span !== undefined) {
      const [least, longest] = span.map(Math.trunc);
      held = Math.min(Math.max(minutes, least), longest, most - warmUp, atMost);
      if (held < Math.min(least, this.#numbers("minutes-least"))) return 0;
      seconds = held * 60;
      item = { ...item, seconds };
    } else {
      seconds = secondsOf(item, this.#numbers);
      held = sessionMinutes(0, seconds);
      if (warmUp + held > most) return 0;
    }
    this.#put(day, candidate, item, [warmUp, coolDown], seconds, week);
    return held;
  }

  /** Let a session of efforts and rests stand on a day; the minutes that it takes of work. */
  putEfforts(day, most, week) {
    const warmUp = warmUpOf(most, this.#numbers);
    const coolDown = this.#coolDown(most);
    const candidate = this.#best(day, week);
    if (candidate === null) return 0;
    const item = itemOf(candidate, this.#slot.id, this.#numbers);
    const seconds = secondsOf(item, this.#numbers);
    if (sessionMinutes(warmUp + coolDown, seconds) > most) return 0;
    this.#put(day, candidate, item, [warmUp, coolDown], seconds, week);
    return sessionMinutes(0, seconds);
  }

  #coolDown(most) {
    return trains(this.#rule) ? coolDownOf(most, this.#numbers) : 0;
  }

  #put(day, { exercise, loads }, item, [warmUp, coolDown], seconds, week) {
    week.take(day, exercise, { ...item, sets: 0 }, loads);
    const { id: rule, kind } = this.#rule;
    week.putLast(day, {
      rule,
      kind,
      minutes: sessionMinutes(warmUp + coolDown, seconds),
      warm_up_minutes: warmUp,
      items: [item],
      part: null,
      cool_down_minutes: coolDown,
    });
  }
}

/** Whether a session asks for enough to be begun and ended slowly. */
const trains = ({ kind, makes_up: madeUp }) => TRAINING_KINDS.includes(madeUp ?? kind);

/** Whether a move is meant to go on for so many minutes, as far as its dose says. */
function lasts({ dose: { amounts } }, minutes) {
  const [least, longest] = amounts.minutes ?? [minutes, minutes];
  return least <= minutes && minutes <= longest;
}
