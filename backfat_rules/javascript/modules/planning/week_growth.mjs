// What becomes of the amounts from week to week, in words: the mirror of planning/week_growth.py.

import { once, sortedBy } from "../order.mjs";
import { WEEKDAYS } from "../training_week/decided_week.mjs";
import { strengthItems } from "../training_week/goals.mjs";

/** Tells how the weeks of one person go on. */
export class GrowthTelling {
  #knowledge;
  #reader;
  #numbers;

  constructor(knowledge, reader, numbers) {
    this.#knowledge = knowledge;
    this.#reader = reader;
    this.#numbers = numbers;
  }

  /** What is other than in the week before. */
  changes({ number, days, changes, easier }) {
    const items = strengthItems(days);
    const said = changes.map((change) => this.#change(change, number, changes, items));
    return easier ? [...said, ...this.#setsOf(days)] : said;
  }

  #change(change, number, changes, items) {
    const reader = this.#reader;
    if (change === "easier") {
      return reader.say(items.length > 0 ? "week-easier" : "week-easier-minutes");
    }
    if (change === "fewer-sessions") return reader.say("week-without-intervals");
    if (change === "back") return reader.say("week-back", { number: number - 2 });
    if (change === "heavier") return this.#withStep("week-heavier", items);
    return reader.say(changes.includes("back") ? "week-more-than-then" : "week-more");
  }

  /** How a week becomes the next one: its sets where these grow, and its minutes. */
  howItGrows({ days }, { strength, minutes }) {
    const items = strengthItems(days);
    const step = Math.floor(this.#numbers("aerobic-step") / 3);
    return [
      ...(strength && items.length > 0 ? [this.#withStep("strength-grows", items)] : []),
      ...(minutes ? [this.#reader.say("minutes-grow", { minutes: step })] : []),
    ];
  }

  /** How some moves become harder, by what they are done with. */
  harder(items) {
    const things = items.flatMap(({ gear }) => (gear?.length > 0 ? gear : [""]));
    const words = things.map((each) => this.#reader.wordOrOther("harder-with", each));
    return this.#reader.listed(once(words), "list-or");
  }

  /** A sentence on what becomes harder, and by how much where that is a weight. */
  #withStep(sentence, items) {
    const counted = items.filter(({ reps }) => reps !== null);
    const said = this.#reader.say(sentence, { harder: this.harder(counted) });
    const weights = this.#knowledge.heavy_lifts.flatMap(({ gear }) => gear);
    if (!counted.some(({ gear }) => gear?.some((thing) => weights.includes(thing)))) return said;
    const [least, most] = ["load-step-least", "load-step-most"].map((id) => this.#numbers(id));
    return `${said} ${this.#reader.say("weight-step", { least, most })}`;
  }

  /** How many sets of each move an easier week has, those with as many together. */
  #setsOf(week) {
    const days = new Map();
    week.forEach((day, at) => {
      for (const { exercise, sets } of strengthItems([day])) {
        if (!days.has(exercise)) days.set(exercise, new Map());
        const found = days.get(exercise);
        found.set(sets, [...(found.get(sets) ?? []), at]);
      }
    });
    const title = (id) => this.#knowledge.exercises.get(id).title;
    const same = new Map();
    for (const [id, found] of days) {
      if (found.size > 1) continue;
      const [sets] = found.keys();
      same.set(sets, [...(same.get(sets) ?? []), title(id)]);
    }
    const together = sortedBy(same, ([sets]) => -sets).map(([sets, titles]) =>
      this.#reader.say("week-sets", {
        sets: this.#sets(sets),
        moves: this.#reader.listed(titles),
      }),
    );
    const apart = [...days].filter(([, found]) => found.size > 1);
    return [...together, ...apart.map(([id, found]) => this.#byDay(title(id), found))];
  }

  #byDay(move, found) {
    const parts = sortedBy(found, ([sets]) => -sets).map(([sets, days]) => {
      const names = days.map((each) => this.#reader.word("weekdays", WEEKDAYS[each]));
      return this.#reader.say("sets-on-days", {
        sets: this.#sets(sets),
        days: this.#reader.listed(names),
      });
    });
    return this.#reader.say("week-sets-by-day", { move, sets: this.#reader.listed(parts) });
  }

  #sets(number) {
    return this.#reader.say("number-of-sets", { number });
  }
}
