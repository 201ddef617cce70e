// A knowledge base that decides: data and functions that were generated from it.

import { Person } from "./decision/person.mjs";
import { Rulebook } from "./decision/rulebook.mjs";
import { decisionOf } from "./decision/assemble.mjs";
import { stateOf, toldAs, whyOf } from "./explorer/state.mjs";
import { answered, EMPTY, notKnown } from "./interview.mjs";
import { sortedBy } from "./order.mjs";
import { nextScreen, questionOn } from "./planning/next_screen.mjs";
import { Telling } from "./planning/telling.mjs";
import { tellProgramme } from "./planning/programme_telling.mjs";
import { WeekChanges } from "./planning/week_changes.mjs";
import { checkedFacts } from "./planning/told.mjs";
import { checkedWishes } from "./programme.mjs";
import { decideWeeks } from "./training_week/deciding_weeks.mjs";
import { blocksHtml } from "./views/html_writer.mjs";
import { pageOf } from "./views/page.mjs";
import { weekPageOf } from "./views/week_html.mjs";
import { Reader } from "./wording/reader.mjs";

export class Advisor {
  #knowledge;
  #rules;
  #reader;
  #book = null;

  constructor({ words, ...data }, rules) {
    this.#knowledge = byName(data);
    this.#rules = rules;
    this.#reader = new Reader(withMaps(words, ["sentences", "labels", "names", "limits", "sides"]));
  }

  /** The words of the page of a plan, by those of the reader. */
  tell(told) {
    return pageOf(this.#telling(told));
  }

  /** What is advised, as Decision.model_dump_json() has it; throws what checkedFacts throws. */
  decide(told) {
    return decisionOf(this.#person(told));
  }

  /** A training week or several, as Programme.model_dump_json() has it. */
  programme(told, wishes) {
    const { start, weeks, days, after } = checkedWishes(wishes);
    const telling = this.#telling(told);
    const kept = Object.keys(after?.moves ?? {});
    const before = (after?.weeks[0]?.days ?? []).map(({ sessions }) => sessions);
    const wished = { weeks, mostDays: days, kept, before };
    const decided = decideWeeks(telling.person, telling.decision, wished);
    return tellProgramme(decided, telling, start, days);
  }

  /** What fits in the place of a move of a programme, the best first. */
  swap(programme, exercise) {
    return this.#changes(programme).equivalents(exercise);
  }

  /** The programme with another move in the place of one, in every week. */
  swapped(programme, exercise, by) {
    return this.#changes(programme).swapped(exercise, by);
  }

  /** The week after the first one of a programme, from what was done of it. */
  log(programme, done) {
    return this.#changes(programme).nextWeek(done);
  }

  #changes(programme) {
    return new WeekChanges(programme, this.#telling(programme.facts));
  }

  /** The words of the page of a programme. */
  week(told, wishes) {
    return weekPageOf(this.programme(told, wishes), this.#reader, this.#knowledge);
  }

  /** What an interview asks together next; null where there is nothing left to ask. */
  questions({ answers, not_known: skip } = EMPTY) {
    return nextScreen(this.#telling(answers), skip);
  }

  /** The question for a fact, told already or not. */
  questionOn({ answers }, id) {
    return questionOn(this.#telling(answers), id);
  }

  /** What was told, in words: each fact with its question and the answer. */
  told({ answers }) {
    const facts = checkedFacts(answers, this.#knowledge);
    return sortedBy(facts, ([fact]) => fact).map(([fact, value]) => ({
      fact,
      question: this.#reader.question(fact),
      answer: this.#reader.answer(fact, value),
    }));
  }

  /** An interview with one more answer. */
  answer(interview, id, value) {
    const telling = this.#telling(interview.answers);
    return answered(interview, id, value, telling, (told) => checkedFacts(told, this.#knowledge));
  }

  /** An interview after "I don't know". */
  dontKnow(interview, id) {
    return notKnown(interview, id, this.#telling(interview.answers));
  }

  /** The facts after one more answer; what was told as a range is told anew. */
  factsAfter(facts, id, value) {
    return this.decide(this.answer(toldAs(facts), id, value).answers).facts;
  }

  /** What the explorer shows for some facts, and what is new since others; null for none. */
  explored(facts, before = null) {
    return stateOf(this.#telling(facts), before === null ? null : this.#telling(before));
  }

  /** What leads to a piece of advice, as a piece of HTML. */
  why(facts, id) {
    return blocksHtml(whyOf(id, this.#telling(facts)).map((text) => [text, []]));
  }

  #telling(told) {
    return new Telling(this.#person(told), this.#reader);
  }

  #person(told) {
    this.#book ??= new Rulebook(this.#knowledge);
    return new Person(checkedFacts(told, this.#knowledge), this.#book, this.#rules);
  }
}

const BY_NAME = [
  "facts",
  "names",
  "gates",
  "screening",
  "recommendations",
  "messages",
  "exercises",
  "contexts",
  "values",
  "under",
  "above",
  "concluding",
  "productions",
  "tagged",
  "muscles",
  "training_numbers",
  "sessions",
  "week_goals",
  "week_parts",
];

/** The data with a Map in the place of each object that is asked by name. */
function byName(data) {
  const knowledge = { ...withMaps(data, BY_NAME), kept: new Map() };
  for (const [id, exercise] of knowledge.exercises) {
    exercise.id = id;
    exercise.tags = knowledge.tagged.get(id) ?? [];
    exercise.alternatives = mapOf(exercise.alternatives);
  }
  for (const [collection, names] of knowledge.names) knowledge.names.set(collection, mapOf(names));
  const { policy, ends } = data;
  knowledge.policy = withMaps(policy, ["stand_ins", "hidden_numbers", "not_raised"]);
  knowledge.ends = withMaps(ends, ["over", "gained", "ended"]);
  knowledge.ends.problems = new Set(ends.problems);
  knowledge.ends.welcome = new Set(ends.welcome);
  return knowledge;
}

const withMaps = (object, names) => ({
  ...object,
  ...Object.fromEntries(names.map((name) => [name, mapOf(object[name])])),
});

const mapOf = (object) => new Map(Object.entries(object));
