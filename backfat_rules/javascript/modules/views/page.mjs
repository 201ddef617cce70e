// What stands on the page of a plan: the mirror of views/page.py, without what is folded away.

import { once, sortedBy } from "../order.mjs";
import { sentencesOf } from "../plain.mjs";
import { gateLine } from "../planning/causes.mjs";
import { messagesOf } from "../planning/messages.mjs";
import { questionsOf } from "../planning/questions.mjs";
import { recommendationOf } from "../planning/recommending.mjs";
import { withheldOf } from "../planning/withholding.mjs";

const [MINDED, LINES, ASKED, KEPT, GUIDED, OTHERS, MOVES] = [3, 10, 3, 3, 5, 2, 4];
const ANSWERS = ["expectation", "myth", "faq"];

/** The words of a page, from top to bottom. */
export function pageOf(telling) {
  return new Page(telling).told();
}

class Page {
  #said = new Set();

  constructor(telling) {
    const { decision, screened } = telling;
    this.telling = telling;
    this.reader = telling.reader;
    this.hasPlan = !screened.noPlan;
    this.messages = messagesOf(telling);
    this.advice = decision.advice.map((each) => recommendationOf(each, telling));
    this.withheld = decision.withheld.map((each) => withheldOf(each, telling));
    this.questions = this.hasPlan ? questionsOf(telling) : [];
  }

  told() {
    const sections = [
      this.#mind(),
      this.#alarms(),
      this.#firstSteps(),
      this.#then(),
      this.#guidance(),
      this.#heldBack(),
      this.#keepGoing(),
      this.#answers(),
      this.#questions(),
    ];
    const { decision, knowledge } = this.telling;
    return {
      gate: decision.gate,
      gate_line: gateLine(this.telling),
      sections: sections.filter(({ entries, further }) => entries.length > 0 || further !== ""),
      notice: knowledge.policy.notice,
    };
  }

  /** What screening says. */
  #mind() {
    const first = this.#minded();
    const left = this.#ofKind("screening").filter((each) => !first.includes(each) && each.on_page);
    const titles = this.reader.listed(once(left.map(({ title }) => title)));
    const further = titles === "" ? "" : this.reader.say("minded-in-full", { titles });
    return section(this.#kind("screening"), first.map(asEntry), { further });
  }

  /** When to get help and what never to do, whatever screening it comes from; each once. */
  #alarms() {
    const said = new Set(this.#minded().flatMap((each) => sentencesOf(each.in_short)));
    const entries = [];
    for (const each of this.#ofKind("screening")) {
      const left = each.alarms.flatMap(sentencesOf).filter((sentence) => !said.has(sentence));
      left.forEach((sentence) => said.add(sentence));
      if (left.length > 0) entries.push(entry(this.reader.opening(each.title), left.join(" ")));
    }
    return section(this.reader.say("alarms"), entries);
  }

  /** What a page says first of screening; where the gate allows no plan, all of it. */
  #minded() {
    const first = this.#ofKind("screening").filter((each) => each.on_page);
    return this.hasPlan ? first.slice(0, MINDED) : first;
  }

  /** What holds for most adults, while too little is told. */
  #guidance() {
    const told = this.#ofKind("guidance").filter((each) => each.on_page);
    const beside = this.#more(told.length - GUIDED);
    return section(this.#kind("guidance"), told.slice(0, GUIDED).map(asEntry), { beside });
  }

  /** Where to begin: what to do, how much, and why in the person's own numbers. */
  #firstSteps() {
    const entries = this.#steps().map((each) =>
      entry(this.#titled(each), each.do(), [...this.#notes(each)], each.id),
    );
    return section(this.reader.say("first-steps"), entries, { first: 1 });
  }

  #steps() {
    const { first_steps: ids } = this.telling.decision;
    return ids.map((id) => this.advice.find((each) => each.id === id));
  }

  *#notes(advice) {
    const note = (label, text) => [this.reader.say(label), text];
    if (advice.how_much) yield note("how-much", advice.how_much);
    if (advice.exercises.length > 0) {
      const moves = advice.exercises.slice(0, MOVES);
      yield note("first-moves", this.reader.chained(moves, "list-comma"));
    }
    if (advice.ways.length > 0) {
      const others = advice.ways.slice(0, OTHERS);
      yield note("or-else", this.reader.chained(others, "list-semicolon"));
    }
    yield* this.#notSaid(advice.reasons(), "why");
    yield* this.#notSaid(advice.cautions().slice(0, 1), "mind");
  }

  /** The first of some texts that the page has not said yet. */
  *#notSaid(texts, label) {
    const text = texts.find((each) => !this.#said.has(each));
    if (text === undefined) return;
    this.#said.add(text);
    yield [this.reader.say(label), text];
  }

  /** All other advice, a line for each. */
  #then() {
    const { first_steps: begun, later } = this.telling.decision;
    const others = this.advice.filter(({ id }) => !begun.includes(id));
    const now = others.filter(({ id }) => !later.includes(id));
    const rest = Math.max(0, now.length - LINES) + others.length - now.length;
    const inOrder = begun.length > 0 ? "then" : "what-to-do";
    const heading = others.length > 0 && now.length === 0 ? "for-later" : inOrder;
    const sayMore = others.length > now.length ? "kept-for-later" : "more-in-full";
    const entries = now
      .slice(0, LINES)
      .map((each) => entry(this.#titled(each), each.how_much, [], each.id));
    return section(this.reader.say(heading), entries, {
      further: rest > 0 ? this.reader.say(sayMore, { number: rest }) : "",
      first: begun.length + 1,
      in_lines: true,
    });
  }

  #titled({ title, topic }) {
    return this.reader.say("title-and-topic", { title, topic: this.reader.topic(topic) });
  }

  /** What safety takes out and what waits for an answer, one line a cause. */
  #heldBack() {
    const advice = this.withheld.filter(
      (each) => each.kind !== "rival" && !each.is_exercise && each.under === null,
    );
    return section(
      this.reader.say("left-out"),
      [...grouped(advice).values()].map((group) => entry("", this.#heldLine(group))),
    );
  }

  #heldLine(group) {
    const [held] = group;
    const titles = this.reader.chained(once(group.map(({ title }) => title)), "list-semicolon");
    if (held.unanswered) {
      const asked = this.questions.find((each) => each.releases.includes(held.id));
      if (asked) return this.reader.say("waits-for-answer", { titles, question: asked.text });
    }
    if (held.kind === "needs_ok") return this.reader.say("waits-for-ok", { titles });
    const { cause, reason } = held;
    if (cause === "") return this.reader.say("title-and-reason", { titles, reason });
    return this.reader.say("left-out-because", { titles, cause });
  }

  /**
   * Praise: a few words of it where there is little else to say; else what it is about. A topic
   * that some advice is about is not praised by its name, though a part of it may be; nor is one
   * that the person came to complain of.
   */
  #keepGoing() {
    const told = this.#ofKind("keep_going").filter((each) => each.on_page);
    const shown = this.advice.length > 0 ? [] : told.slice(0, KEPT);
    const rest = told.slice(shown.length).filter(({ topic }) => topic !== "");
    const advised = this.advice.map(({ topic }) => this.reader.topic(topic));
    const kept = once(rest.map(({ topic }) => this.reader.topic(topic)));
    const topics = this.reader.listed(kept.filter((topic) => !advised.includes(topic)));
    const entries = shown.map(asEntry);
    if (topics !== "") entries.push(entry("", this.reader.say("keep-going-with", { topics })));
    return section(this.#kind("keep_going"), entries);
  }

  /** What the person believes, wants or suffers from, answered. */
  #answers() {
    const told = this.messages.filter(({ kind }) => ANSWERS.includes(kind));
    const shown = told.filter((each) => each.on_page);
    const rest = told.length - shown.length;
    const further = shown.length > 0 ? this.#more(rest) : "";
    return section(this.reader.say("answers"), shown.map(asEntry), { further });
  }

  /** What would release or change most, and how much else is open. */
  #questions() {
    const moves = new Set(this.withheld.filter((each) => each.is_exercise).map(({ id }) => id));
    const releases = (each) => each.releases.filter((id) => !moves.has(id)).length;
    const ranked = sortedBy(this.questions, (each) => -releases(each));
    const texts = this.#inFewQuestions(ranked);
    const entries = texts.slice(0, ASKED).map((text) => entry("", text));
    const beside = this.#more(texts.length - ASKED);
    return section(this.reader.say("worth-answering"), entries, { beside });
  }

  /** The texts of questions, those that are asked for together as one in the first's place. */
  #inFewQuestions(ranked) {
    const texts = new Map(ranked.map(({ fact, text }) => [fact, text]));
    for (const { fact } of ranked) {
      const together = this.reader.together(fact);
      if (!texts.has(fact) || !texts.has(together?.fact)) continue;
      const [first, other] = [...texts.keys()].filter((each) => [fact, together.fact].includes(each));
      texts.set(first, together.question);
      texts.delete(other);
    }
    return [...texts.values()];
  }

  #more(number) {
    return number > 0 ? this.reader.say("more-in-full", { number }) : "";
  }

  #ofKind(kind) {
    return this.messages.filter((each) => each.kind === kind);
  }

  #kind(kind) {
    return this.reader.word("message-kinds", kind);
  }
}

const entry = (title, text, notes = [], id = "") => ({ id, title, text, notes });

const asEntry = ({ question, in_short: text }) => entry(question ?? "", text);

const section = (heading, entries, { beside = "", further = "", first = null, in_lines = false } = {}) => ({
  heading,
  entries,
  beside,
  further,
  first,
  in_lines,
});

/** Those with the same cause together, in the order in which they come first. */
function grouped(withheld) {
  const groups = new Map();
  for (const each of withheld) {
    const key = JSON.stringify([each.is_exercise, each.kind, each.cause || each.reason]);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return groups;
}
