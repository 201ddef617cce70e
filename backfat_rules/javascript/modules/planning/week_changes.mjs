// A programme with another move in it, and the programme of the week after one: the mirror of
// planning/week_changes.py.

import { FactsError } from "../profile/refusal.mjs";
import { once } from "../order.mjs";
import { WEEKDAYS } from "../training_week/decided_week.mjs";
import { builderFor } from "../training_week/deciding_weeks.mjs";
import { Equivalents } from "../training_week/equivalents.mjs";
import { weekFrom } from "../training_week/next_week.mjs";
import { weekAfter } from "../training_week/progression.mjs";
import { movesIn } from "./programme_telling.mjs";
import { decidedFrom } from "./week_reading.mjs";
import { WeekTelling } from "./week_telling.mjs";

/** Changes a programme of one person. */
export class WeekChanges {
  #programme;
  #telling;
  #says;

  constructor(programme, telling) {
    this.#programme = programme;
    this.#telling = telling;
    this.#says = new WeekTelling(telling, programme.start);
  }

  /** What fits wherever a move stands in the first week, as it would stand there. */
  equivalents(exercise) {
    const first = this.#weekWith(exercise);
    const builder = this.#builder();
    const { rule } = sessionsOf(first).find(({ items }) => has(items, exercise));
    const items = new Equivalents(decidedFrom(first, builder).days, builder).of(exercise);
    return items.map((each) => this.#says.item(each, rule));
  }

  /** The programme with another move, in every week. */
  swapped(exercise, by) {
    const builder = this.#builder();
    const decided = decidedFrom(this.#weekWith(exercise), builder);
    const equivalents = new Equivalents(decided.days, builder);
    const fitting = equivalents.of(exercise);
    const taken = fitting.find((each) => each.exercise === by);
    if (taken === undefined) {
      const known = fitting.map((each) => each.exercise).join(", ") || "none";
      throw refused("by", `does not fit in the place of ${exercise}.`, `These fit: ${known}.`);
    }
    const [first, ...others] = this.#programme.weeks;
    const changed = { ...decided, days: equivalents.replaced(exercise, taken) };
    const told = { ...this.#says.week(changed), changes: first.changes };
    const later = others.map(({ number }) =>
      this.#says.week(weekAfter(changed, number, builder)),
    );
    return this.#with([told, ...later]);
  }

  /** The programme of the week after, from the first week and what was done. */
  nextWeek(log) {
    const [first] = this.#programme.weeks;
    if (first === undefined) {
      throw refused("programme", "has no week of which anything could be done.", "");
    }
    const builder = this.#builder();
    const [decided, changes] = weekFrom(
      decidedFrom(first, builder),
      checkedLog(log, first),
      builder,
    );
    const said = once(changes.map((each) => this.#said(each)));
    return this.#with([{ ...this.#says.week(decided), changes: said }]);
  }

  #with(weeks) {
    return { ...this.#programme, weeks, moves: movesIn(weeks, this.#telling) };
  }

  #builder() {
    const { person, decision } = this.#telling;
    return builderFor(person, decision, this.#programme.days_a_week);
  }

  #weekWith(exercise) {
    const [first] = this.#programme.weeks;
    const items = first === undefined ? [] : sessionsOf(first).flatMap((each) => each.items);
    if (has(items, exercise)) return first;
    const known = once(items.map((each) => each.exercise)).join(", ") || "none";
    throw refused("exercise", "is no move of the week.", `It has: ${known}.`);
  }

  #said({ exercise, change, before, now, gear }) {
    const { knowledge, reader } = this.#telling;
    const move = knowledge.exercises.get(exercise).title;
    const slots = { move, before, now, harder: this.#says.growth.harder([{ gear }]) };
    return reader.say(`week-log-${change}`, slots);
  }
}

const sessionsOf = ({ days }) => days.flatMap(({ sessions }) => sessions);

const has = (items, exercise) => items.some((each) => each.exercise === exercise);

/** A log by the place of the day, with what each set had. */
function checkedLog(log, { days }) {
  const found = new Map();
  for (const [weekday, moves] of Object.entries(log)) {
    const at = WEEKDAYS.indexOf(weekday);
    if (at < 0) throw refused(weekday, "is no day.", `A log names days as ${WEEKDAYS.join(", ")}.`);
    const items = days[at].sessions.flatMap((each) => each.items);
    for (const [exercise, done] of Object.entries(moves)) {
      const item = items.findLast((each) => each.exercise === exercise);
      if (item === undefined) {
        const known = items.map((each) => each.exercise).join(", ") || "none";
        throw refused(exercise, `is no move of ${weekday}.`, `It has: ${known}.`);
      }
      const sets = setsDone(done, item);
      if (sets.length === 0) continue;
      found.set(at, new Map([...(found.get(at) ?? []), [exercise, sets]]));
    }
  }
  return found;
}

/** What each set had; nothing for what was not done. */
function setsDone(done, { exercise, sets, reps, seconds }) {
  const each = (number) => Array(sets).fill(number);
  if (typeof done === "boolean") return done ? each(reps ?? seconds ?? 0) : [];
  const isNumber = (number) => Number.isInteger(number) && number >= 0;
  if (Number.isInteger(done)) return each(done);
  if (Array.isArray(done) && done.every(isNumber)) return done;
  throw refused(
    exercise,
    "has no sets that can be right.",
    "Give true, or a number for each set, such as [10, 10].",
  );
}

const refused = (field, message, remedy) => new FactsError([{ field, message, remedy }]);
