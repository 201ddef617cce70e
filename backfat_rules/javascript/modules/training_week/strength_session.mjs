// One session of strength: the mirror of training_week/strength_session.py.

import { sortedBy } from "../order.mjs";
import { isBalanced, weighedGoals } from "./balance.mjs";
import {
  coolDownOf,
  itemOf,
  mostSets,
  secondsOf,
  secondsOfAll,
  sessionMinutes,
  warmUpOf,
} from "./item_amounts.mjs";

/** Puts one session together; of some days the one at a place has had so much of the sets. */
export class StrengthSession {
  #rule;
  #moves;
  #numbers;
  #preference;
  #banned;
  #most;
  #weighed;

  constructor(rule, moves, numbers, preference, banned, { at, of }) {
    this.#rule = rule;
    this.#moves = moves;
    this.#numbers = numbers;
    this.#preference = preference;
    this.#banned = banned;
    this.#most = Math.floor((at * numbers("weekly-sets-most")) / of);
    this.#weighed = weighedGoals(rule, moves);
  }

  /** Fill a day of the week, if anything fits. */
  put(day, minutes, week) {
    const warmUp = warmUpOf(minutes, this.#numbers);
    const coolDown = coolDownOf(minutes, this.#numbers);
    let left = (minutes - warmUp - coolDown) * 60;
    const filled = [];
    const slots = sortedBy(this.#rule.slots, ({ rank }) => rank);
    for (const isExtra of [false, true]) {
      for (const slot of slots.filter(({ extra }) => extra === isExtra)) {
        left = this.#fill(slot, day, left, week, filled);
      }
      if (!this.#moves.mayGrow(this.#rule)) continue;
      const most = isExtra ? Infinity : this.#numbers("sets-before-extras");
      left = this.#moreSets(filled, left, week, most);
    }
    if (filled.length > 0) week.put(day, this.#session(filled, warmUp, coolDown));
  }

  /** Let a move stand in a slot, if one fits; the seconds that are left then. */
  #fill(slot, day, left, week, filled) {
    if (filled.length === this.#numbers("moves-most")) return left;
    const taken = this.#best(slot, day, left, week, filled);
    if (taken === null) return left;
    filled.push(taken);
    const { exercise, loads, onceAWeek } = taken.candidate;
    week.take(day, exercise, taken.item, loads);
    if (onceAWeek !== null) week.lifts.add(onceAWeek);
    return left - secondsOf(taken.item, this.#numbers);
  }

  /** The move for a slot that is liked best of those that fit. */
  #best(slot, day, left, week, filled) {
    const here = new Set(filled.map(({ item }) => item.exercise));
    const had = new Set(filled.flatMap(({ candidate }) => candidate.exercise.tags));
    const small = new Set(filled.flatMap(({ candidate }) => smallWorkOf(candidate)));
    const banned = new Set([...this.#banned, ...this.#rule.once.filter((tag) => had.has(tag))]);
    const every = this.#moves.forSlot(this.#rule, slot);
    const isPoor = (each) => this.#preference.isMakeshift(each, slot);
    const onlyPoor = every.every(isPoor);
    const fitting = every.filter(
      (each) =>
        !here.has(each.id) &&
        // a makeshift stands where nothing else is open, or where a part would get nothing
        (onlyPoor || !isPoor(each) || each.covers.some((part) => !week.covered.has(part))) &&
        !each.exercise.tags.some((tag) => banned.has(tag)) &&
        !smallWorkOf(each).some((muscle) => small.has(muscle)) &&
        week.mayLoad(day, each.loads) &&
        !week.lifts.has(each.onceAWeek),
    );
    const liked = (each) => [-this.#preference.of(each, slot, week), each.id];
    for (const candidate of sortedBy(fitting, liked)) {
      const item = itemOf(candidate, slot.id, this.#numbers);
      const fits = secondsOf(item, this.#numbers) <= left;
      if (fits && this.#hasRoom(candidate, item.sets, week)) return { slot, candidate, item };
    }
    return null;
  }

  /** Use the time that is left for further sets, where there are fewest; the rest of it. */
  #moreSets(filled, left, week, most) {
    let growing = [...filled];
    let free = left;
    while (growing.length > 0) {
      const [each] = sortedBy(growing, ({ item }) => item.sets);
      const more = { ...each.item, sets: each.item.sets + 1 };
      const cost = secondsOf(more, this.#numbers) - secondsOf(each.item, this.#numbers);
      const isDosed = more.sets <= Math.min(mostSets(each.candidate), most);
      if (isDosed && cost <= free && this.#hasRoom(each.candidate, 1, week)) {
        week.addSets(each.candidate.exercise, 1);
        each.item = more;
        free -= cost;
      } else {
        growing = growing.filter((other) => other !== each);
      }
    }
    return free;
  }

  /** Whether no muscle works more than a week asks of it, and no goal loses its balance. */
  #hasRoom({ exercise: { primary, pattern } }, sets, week) {
    const weighed = this.#weighed.filter((goal) => goal.not_below.includes(pattern));
    return (
      primary.every((each) => week.ownSets.get(each) + sets <= this.#most) &&
      weighed.every((goal) => isBalanced(goal, week.patternSets, sets))
    );
  }

  #session(filled, warmUp, coolDown) {
    const items = this.#inOrder(filled);
    return {
      rule: this.#rule.id,
      kind: this.#rule.kind,
      minutes: sessionMinutes(warmUp + coolDown, secondsOfAll(items, this.#numbers)),
      warm_up_minutes: warmUp,
      items,
      part: null,
      cool_down_minutes: coolDown,
    };
  }

  /** Large moves before small ones, and what keeps the trunk steady last. */
  #inOrder(filled) {
    const lift = filled.find(({ candidate }) => candidate.onceAWeek !== null);
    const isIt = ({ id }) => id === lift.candidate.onceAWeek;
    const follows = lift && this.#moves.knowledge.heavy_lifts.find(isIt).follows;
    const order = ({ slot, candidate: { exercise, onceAWeek } }) => [
      slot.late.includes(exercise.pattern),
      exercise.small,
      lift !== undefined && onceAWeek === null && !follows.includes(exercise.pattern),
      onceAWeek !== null,
      this.#rule.slots.indexOf(slot),
    ];
    return sortedBy(filled, order).map(({ item }) => item);
  }
}

/** The muscle that a small move works first; one such move for it is enough. */
const smallWorkOf = ({ exercise }) => (exercise.small ? exercise.primary.slice(0, 1) : []);

/** A slot of a session by its id. */
export const slotOf = (knowledge, rule, id) =>
  knowledge.sessions.get(rule).slots.find((slot) => slot.id === id);
