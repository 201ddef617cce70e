// What is said besides advice, in words: the mirror of planning/messages.py and for_the_page.py.

import { once, sorted } from "../order.mjs";
import { firstSentence, sentencesOf } from "../plain.mjs";

const ANSWERS = ["expectation", "myth", "faq"];
const FEW_ANSWERS = "insufficient-data";
const IN_FULL = "clarify"; // from this gate on a page says all of what screening says

/** Everything that is said besides advice, in order. */
export function messagesOf(telling) {
  const said = telling.decision.messages;
  const onPage = saidOnAPage(said, telling);
  return said.map((each) => ({ ...each, on_page: onPage.has(each.id), ...worded(each, telling) }));
}

function worded({ id, kind }, telling) {
  if (kind === "screening") return screening(id, telling);
  if (kind === "guidance") return guidance(id, telling);
  const { text, question, topic } = telling.knowledge.messages.get(id);
  return { in_short: firstSentence(telling.passage(text)), question, topic };
}

/** What fired; an emergency names whom to call. */
function screening(id, telling) {
  const { reader, screened } = telling;
  const rule = telling.knowledge.screening.get(id);
  const told = telling.passage(rule.message) || rule.reason;
  const text = rule.gate === "emergency" ? withWhomToCall(told, id, reader) : told;
  const rank = (gate) => screened.gates.get(gate).rank;
  const isInFull = rank(rule.gate) >= rank(IN_FULL);
  return {
    in_short: isInFull ? text : sentencesOf(text).slice(0, 2).join(" "),
    topic: rule.topic,
    title: rule.title,
    alarms: telling.lines(rule.message.filter((line) => line.alarm)),
  };
}

/** A number behind the first sentence; without a country, what to do without one at the end. */
function withWhomToCall(text, id, reader) {
  const call = reader.whomToCall(id);
  if (!reader.words.country) return `${text} ${call}`.trimEnd();
  const [first, ...rest] = sentencesOf(text);
  return [first, call, ...rest].join(" ");
}

function guidance(id, { knowledge }) {
  const { insufficient_data: few, general_guidance: general } = knowledge.policy;
  if (id === FEW_ANSWERS) return { in_short: few, on_page: false };
  return { in_short: firstSentence(general.find((each) => each.id === id).text) };
}

/** The ids of the messages that a page says. */
function saidOnAPage(said, telling) {
  const idsOf = (isOne) => said.filter(({ kind }) => isOne(kind)).map(({ id }) => id);
  const isAnswer = (kind) => ANSWERS.includes(kind);
  const places = idsOf(isAnswer).map((id) => [...place(id, telling), id]);
  const answers = sorted(places.filter(([first]) => first !== -1)).map((each) => each.at(-1));
  return new Set([
    ...ofTheirOwn(
      idsOf((kind) => kind === "screening"),
      telling,
    ),
    ...butForComplaints(
      idsOf((kind) => kind === "keep_going"),
      telling,
    ),
    ...idsOf((kind) => kind === "guidance"),
    ...answers.slice(0, telling.knowledge.policy.answers_shown),
  ]);
}

function ofTheirOwn(rules, telling) {
  const { screening: entries } = telling.knowledge;
  const { closings } = telling.screened.book;
  const settled = new Set(rules.flatMap((id) => closings.get(id).settles));
  const unsettled = rules.filter((id) => !settled.has(id));
  const own = unsettled.filter((id) => !entries.get(id).only_alone);
  return own.length > 0 ? own : unsettled;
}

/**
 * Without praise on a topic that a complaint is about: one with advice on the very thing, and all
 * that go by the same word.
 */
function butForComplaints(praise, { knowledge, person, reader }) {
  const { complaint_from: from } = knowledge.policy;
  const told = from === null ? undefined : person.derivation.facts.get(from);
  const complaints = told instanceof Set ? [...told] : [];
  const isAboutOne = ({ served }) => complaints.some((word) => served.get(word) === 1);
  const topics = new Set(
    [...person.screened.book.candidates.values()]
      .filter(isAboutOne)
      .map(({ topic }) => reader.topic(topic)),
  );
  return praise.filter((id) => !topics.has(reader.topic(knowledge.messages.get(id).topic)));
}

/** Its place on the page: by what it speaks to (-1 for nothing), a question first, then by length. */
function place(id, telling) {
  const names = once(telling.firings.of(id).flatMap((firing) => firing.names));
  return [
    telling.knowledge.policy.speaks_to.findIndex((name) => names.includes(name)),
    telling.knowledge.messages.get(id).question ? 0 : 1,
    names.length,
  ];
}
