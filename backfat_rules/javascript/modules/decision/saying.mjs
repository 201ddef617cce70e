// Which messages are said besides advice: the mirror of decision/saying.py.

import { evaluate } from "../language/evaluate.mjs";
import { sortedBy } from "../order.mjs";

const ORDER = ["screening", "guidance", "expectation", "myth", "faq", "keep_going"];
const FEW_ANSWERS = "insufficient-data";

/** Every message for the person; where the gate allows no plan, those of that gate alone. */
export function messagesFor(person) {
  const said = screening(person.screened);
  if (!person.screened.noPlan) {
    const calledFor = calledForBy(person);
    const { fewAnswers } = person.screened;
    if (fewAnswers) said.push({ id: FEW_ANSWERS, kind: "guidance" });
    if (fewAnswers || !hasContent(person, calledFor)) said.push(...guidance(person));
    said.push(...calledFor);
  }
  return sortedBy(said, (each) => ORDER.indexOf(each.kind));
}

/** What fired; milder words beside an emergency would only contradict it. */
const screening = (screened) =>
  screened.fired
    .filter((each) => !screened.noPlan || each.gate === screened.gate)
    .map(({ id }) => ({ id, kind: "screening" }));

const hasContent = (person, calledFor) =>
  person.outcome.given.length > 0 || calledFor.some((each) => each.kind === "keep_going");

const guidance = ({ knowledge, screened }) =>
  knowledge.policy.general_guidance
    .filter((each) => !screened.closes(each.id) && !(screened.waitsForOk && each.needs_ok))
    .map(({ id }) => ({ id, kind: "guidance" }));

/** What the facts call for, unless closed, about what is advised, or of a hidden number. */
function calledForBy({ knowledge, derivation, outcome, screened, shown }) {
  const advised = new Set(outcome.given.flatMap((each) => each.candidate.axes));
  return [...knowledge.messages]
    .filter(
      ([id, rule]) =>
        derivation.fires(id) &&
        !isSettled(rule, derivation.known) &&
        !rule.keeps.some((axis) => advised.has(axis)) &&
        !screened.closes(id) &&
        rule.names.every((name) => shown.has(name)),
    )
    .map(([id, rule]) => ({ id, kind: rule.kind }));
}

/** Whether it is certain that a message is not meant for the person. */
const isSettled = ({ unless }, known) => unless !== null && evaluate(unless, known) === true;
