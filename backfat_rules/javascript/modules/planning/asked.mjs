// Facts and statements as questions: the mirror of planning/asked.py.

import { namesIn } from "../language/evaluate.mjs";
import { once } from "../order.mjs";
import { conditionOf, roughAnswers } from "./rough.mjs";

const KINDS = { truth: "yes_no", number: "number", choice: "choice", set: "ticks" };

/** The question for one fact. */
export function factQuestion(
  name,
  telling,
  { ask = null, screen = null, title = "", releases = [] },
) {
  const fact = telling.knowledge.facts.get(name);
  const { reader } = telling;
  return {
    fact: name,
    kind: KINDS[fact.kind],
    screen: screen?.id ?? "",
    facts: [name],
    text: reader.question(name),
    unit: reader.words.names.get(name).unit,
    low: fact.low ?? null,
    high: fact.high ?? null,
    whole: fact.whole ?? false,
    choices: choices(name, fact, telling),
    none: fact.kind === "set" ? reader.say("none-of-these") : "",
    follow_ups: followUps([name], screen),
    why: whyAsked(name, reader, title),
    note: note(ask, reader),
    releases,
  };
}

/** A list of statements to tick. */
export function statementsQuestion(screen, statements, { reader }) {
  const facts = once(statements.map(({ fact }) => fact));
  return {
    fact: "",
    kind: "statements",
    screen: screen.id,
    facts,
    text: screen.which,
    unit: "",
    low: null,
    high: null,
    whole: false,
    choices: statements.map(({ id, says, condition }) => ({ id, label: says, condition })),
    none: reader.say("none-of-these"),
    follow_ups: followUps(facts, screen),
    why: reader.say("why-statements"),
    note: "",
    releases: [],
  };
}

/** What an answer is for, in words that are right for anybody. */
function whyAsked(name, reader, title) {
  const { purpose, label } = reader.words.names.get(name);
  return reader.say("why-asked", { purpose: purpose || reader.inside(title) || label });
}

function choices(name, fact, telling) {
  const { reader } = telling;
  if (fact.kind === "number") {
    return roughAnswers(name, telling).map((each) => ({
      id: each.id,
      label: reader.say(`rough-${each.id}`, { range: reader.value(name, each.told) }),
      condition: conditionOf(each, name),
    }));
  }
  const words = fact.ids_of === undefined ? (fact.words ?? []) : offeredExercises(telling);
  return words.map((word) => ({
    id: word,
    label: reader.choice(name, word),
    condition: fact.kind === "set" ? `"${word}" in ${name}` : `${name} == "${word}"`,
  }));
}

/** The exercises that the present advice offers, in its order. */
export const offeredExercises = ({ decision }) =>
  once(decision.advice.flatMap((each) => each.exercises.map(({ id }) => id)));

/** The facts of the screen that are asked for only after some answer to one of these. */
function followUps(facts, screen) {
  const isAfter = ({ when }) => when !== null && namesIn(when).some((each) => facts.includes(each));
  return once((screen?.asks ?? []).filter(isAfter).map(({ fact }) => fact));
}

/** What stands beside a question, with whom to call where a country is known. */
function note(ask, reader) {
  if (ask === null || ask.beside === null) return "";
  const contact = ask.help_for === null ? "" : reader.whomToCall(ask.help_for);
  return [ask.beside, contact].filter((each) => each !== "").join(" ");
}
