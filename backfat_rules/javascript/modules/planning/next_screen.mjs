// Which screen comes next: the mirror of planning/next_screen.py. That file also leaves out what it
// has proved to be settled whatever is answered; nothing is proved here, so a little more is asked.

import { evaluate, namesIn } from "../language/evaluate.mjs";
import { Range } from "../language/range.mjs";
import { factsBelow } from "../knowledge/links.mjs";
import { once } from "../order.mjs";
import { factQuestion, offeredExercises, statementsQuestion } from "./asked.mjs";
import { gateLine } from "./causes.mjs";
import { barred, isFor, notAsked, OpenFacts } from "./questions.mjs";

/** What is asked together next; null where there is nothing left to ask. */
export function nextScreen(telling, notKnown) {
  const left = new Screens(telling, notKnown);
  const presses = telling.screened.noPlan;
  if (presses && left.open.size === 0) return null;
  const warning = presses ? gateLine(telling) : "";
  for (const screen of telling.knowledge.screens) {
    const questions = left.questions(screen);
    if (questions.length > 0) return { id: screen.id, title: screen.title, questions, warning };
  }
  if (telling.knowledge.screens.length > 0) return null;
  const questions = left.rest(null, 1);
  return questions.length > 0 ? { id: "", title: "", questions, warning } : null;
}

/** The question for a fact, told or not, as the screen where it stands asks for it. */
export function questionOn(telling, id) {
  const { screens } = telling.knowledge;
  const screen = screens.find(({ asks }) => asks.some(({ fact }) => fact === id)) ?? null;
  const ask = screen?.asks.find(({ fact }) => fact === id) ?? null;
  return factQuestion(id, telling, { ask, screen });
}

class Screens {
  constructor(telling, notKnown) {
    this.telling = telling;
    this.knowledge = telling.knowledge;
    this.known = telling.known;
    const open = new OpenFacts(telling);
    this.open = byFact(open.facts({ skip: notKnown }));
    this.releasing = byFact(open.facts({ skip: notKnown, only: open.held }));
    this.silent = new Set([...notAsked(telling), ...notKnown, ...this.knowledge.never_asked]);
  }

  questions(screen) {
    if (!isFor(screen, this.known)) return [];
    if (screen.behind !== null) return this.#behind(screen);
    if (screen.rest !== null) return this.rest(screen, screen.rest);
    const said = screen.statements.filter((each) => this.#isSaid(each));
    const listed = said.length > 0 ? [statementsQuestion(screen, said, this.telling)] : [];
    const asked = screen.asks.filter((ask) => this.#isAsked(ask));
    return [...listed, ...asked.map((ask) => this.#fact(ask.fact, ask, screen))];
  }

  /** Whatever else can change something, the most useful first. */
  rest(screen, count) {
    const closed = new Set([...barred(this.telling), ...this.silent]);
    const left = [...this.open.keys()].filter((name) => !closed.has(name));
    return left.slice(0, count).map((name) => this.#fact(name, null, screen));
  }

  /** What the best advice rests on and is known only roughly. */
  #behind(screen) {
    const best = this.telling.decision.advice.slice(0, screen.behind.advice);
    const below = once(best.flatMap(({ id }) => this.#factsBehind(id)));
    return below
      .filter((name) => this.known.get(name) instanceof Range && !this.silent.has(name))
      .slice(0, screen.behind.together)
      .map((name) => this.#fact(name, null, screen));
  }

  #factsBehind(id) {
    const names = namesIn(this.knowledge.productions.get(id).when);
    return names.flatMap((name) => factsBelow(name, this.knowledge));
  }

  #isAsked(ask) {
    const { fact: name } = ask;
    const toSharpen = ask.sharpens && this.known.get(name) instanceof Range;
    if (this.silent.has(name) || (this.known.has(name) && !toSharpen)) return false;
    if (ask.releases && this.releasing.has(name)) return true;
    if (!isFor(ask, this.known)) return false;
    const always = ask.always && !this.telling.screened.noPlan;
    if (this.knowledge.facts.get(name).ids_of !== undefined) {
      return always && offeredExercises(this.telling).length > 0;
    }
    return always || this.open.has(name);
  }

  #isSaid(statement) {
    const { fact, means } = statement;
    const changesWords =
      !this.telling.screened.noPlan && !this.knowledge.advice_facts.includes(fact);
    return (
      !this.silent.has(fact) &&
      (this.open.has(fact) || changesWords) &&
      evaluate(means, this.known) === undefined &&
      isFor(statement, this.known)
    );
  }

  #fact(name, ask, screen) {
    const { title = "", releases = [] } = this.open.get(name) ?? {};
    return factQuestion(name, this.telling, { ask, screen, title, releases });
  }
}

const byFact = (facts) => new Map(facts.map((each) => [each.fact, each]));
