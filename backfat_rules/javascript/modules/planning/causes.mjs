// Whose answer caused it: the mirror of planning/causes.py.

import { decidingParts, evaluate, namesIn } from "../language/evaluate.mjs";
import { once } from "../order.mjs";

const NAMED = 3;

/**
 * The gate in one sentence, with what was told that set it; goesOn: what is done already stays;
 * changes: whether what it stands above is other for their safety, null for the plan; minds:
 * whether something below is to be minded; leftOut: exercises that are left out, whose causes alone
 * are named then.
 */
export function gateLine(telling, goesOn = false, changes = null, minds = true, leftOut = []) {
  const { screened, reader, knowledge } = telling;
  const { rank, starts } = screened.gates.get(screened.gate);
  const ofGate = screened.setting.filter((each) => each.gate === screened.gate);
  const closing = screened.setting.filter((each) => closesOne(each, leftOut, screened.book));
  const setting = closing.length > 0 ? closing : ofGate;
  const waiting = starts ? waitingIn(telling) : [];
  const waitingRules = waiting.map(({ by }) => knowledge.screening.get(by));
  const forAnAnswer = waiting.length > 0 && waiting.every((each) => each.unanswered);
  const isWaiting = waiting.length > 0 && !forAnAnswer;
  const causes = causesIn(isWaiting ? waitingRules : setting, telling);
  const isChanged = changes ?? changesSomething(telling.decision);
  const words = wordsFor(screened.gate, waiting, forAnAnswer, goesOn, isChanged);
  const isAsItWouldBe = words === "gate-lines-minding" && changes === false;
  if (isAsItWouldBe && !(minds && causes.length > 0)) return reader.word("gate-lines", "proceed");
  if (causes.length === 0 || rank === 0) return reader.word("gate-lines", screened.gate);
  const line = reader.word(words, screened.gate);
  return reader.say("gate-because", { line, causes: reader.listed(few(causes, reader)) });
}

/** Whether a screening rule that fired closes one of some exercises. */
const closesOne = ({ fired }, exercises, { sets }) =>
  exercises.some((id) => (fired & sets.get(id)) !== 0n);

function wordsFor(gate, waiting, forAnAnswer, goesOn, isChanged) {
  if (waiting.length > 0 && goesOn) return "gate-lines-going-on";
  if (forAnAnswer) return "gate-lines-asking";
  if (waiting.length > 0) return "gate-lines-waiting";
  const isMinding = gate === "modify" && !isChanged;
  return isMinding ? "gate-lines-minding" : "gate-lines-because";
}

/** What was told by which they hold; a general rule speaks only where no other does. */
function causesIn(rules, telling) {
  const special = rules.filter((rule) => !rule.only_alone);
  const speaking = special.length > 0 ? special : rules;
  const named = once(speaking.flatMap((rule) => causesOf(rule, telling)));
  const isInOther = (each) => named.some((other) => each !== other && each.includes(other));
  return named.filter((each) => !isInOther(each));
}

/** What screening holds back of that with which one would start, where nothing of it is left. */
function waitingIn({ knowledge, decision, screened }) {
  const start = knowledge.policy.start_means;
  const closed = start.filter((tag) => screened.closesTag(tag));
  if (closed.length === 0) return [];
  const carries = (id, tags) => (knowledge.tagged.get(id) ?? []).some((tag) => tags.includes(tag));
  const advised = decision.advice.flatMap(({ id, ways }) => [id, ...ways.map((way) => way.id)]);
  if (advised.some((id) => carries(id, start))) return [];
  return decision.withheld.filter(
    ({ id, kind }) =>
      kind === "block" && knowledge.recommendations.has(id) && carries(id, closed),
  );
}

function few(causes, reader) {
  const more = causes.length - NAMED;
  if (more <= 0) return causes;
  return [...causes.slice(0, NAMED), reader.say("more-causes", { number: more })];
}

/** Whether a block that fired takes something out of this plan, or changes it. */
const changesSomething = ({ withheld, advice }) =>
  withheld.some((each) => each.kind === "block" && !each.unanswered) ||
  advice.some((each) => each.exercises.some((move) => move.instead_of !== null));

/** What was told by which a screening rule holds, each in a few words; never a hidden number. */
export function causesOf(rule, telling) {
  const answers = answersTo(rule.when, telling, new Set());
  if (answers.includes(null)) return [];
  const ticked = once(answers.filter((each) => each !== ""));
  if (ticked.length > 0 && !answers.includes("")) return ticked;
  if (ticked.length === 0 || ticked.some((each) => rule.title.includes(each))) return [rule.title];
  const { reader } = telling;
  return [reader.say("cause-with-answers", { cause: rule.title, answers: reader.listed(ticked) })];
}

/** The ticked words that decided a condition; "" for anything else, null for a hidden number. */
function answersTo(condition, telling, seen) {
  return decidingParts(condition, telling.known).flatMap(({ leaf, value }) => {
    if (leaf.op === "in" && telling.knowledge.facts.has(leaf.of[1].name)) {
      return value === true ? [telling.reader.ticked(leaf.of[1].name, leaf.of[0].word)] : [];
    }
    return namesIn(leaf).flatMap((name) => [
      ...answersBelow(name, telling, seen),
      shownAs(name, telling),
    ]);
  });
}

function answersBelow(name, telling, seen) {
  const finding = telling.knowledge.above.get(name);
  if (finding === undefined || seen.has(name)) return [];
  seen.add(name);
  return finding.rules
    .map((rule) => telling.knowledge.productions.get(rule).when)
    .filter((when) => evaluate(when, telling.known) === true)
    .flatMap((when) => answersTo(when, telling, seen));
}

const shownAs = (name, { known, person }) =>
  known.has(name) && !person.shown.has(name) ? null : "";
