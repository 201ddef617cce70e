// Rough answers for a number that is known to be off its target: the mirror of planning/rough.py.

import { rounded } from "../decision/rounding.mjs";
import { evaluate } from "../language/evaluate.mjs";
import { Range } from "../language/range.mjs";
import { sorted } from "../order.mjs";
import { both } from "./statements.mjs";

const HOW = ["a-little", "clearly", "very-much"];
const SIGNS = { at_least: ">=", above: ">", at_most: "<=", below: "<" };

/** Parts of the range that was told, along the ramp of a finding that is true; often none. */
export function roughAnswers(name, telling) {
  const told = telling.person.derivation.facts.get(name);
  if (!(told instanceof Range)) return [];
  const { findings } = telling.person.derivation;
  for (const id of sorted(findings.keys()).filter((each) => findings.get(each))) {
    for (const ramp of rampsOf(id, name, telling)) {
      const found = parts(telling.knowledge.facts.get(name).step ?? 1, told, ramp);
      if (found.length > 1) return found;
    }
  }
  return [];
}

/** What a rough answer means for the fact, as a condition. */
export const conditionOf = ({ told }, name) =>
  Object.entries(told.ends)
    .map(([end, at]) => `${name} ${SIGNS[end]} ${general(at)}`)
    .join(" and ");

/** Where the severity of a rule that is true begins and ends. */
const rampsOf = (id, name, { knowledge, known }) =>
  knowledge.concluding
    .get(id)
    .map((rule) => knowledge.productions.get(rule))
    .filter(({ ramp, when }) => ramp?.name === name && evaluate(when, known) === true)
    .map(({ ramp }) => ramp);

function parts(step, told, { none_at: noneAt, worst_at: worstAt }) {
  const cut = (at) => noneAt + ((worstAt - noneAt) * at) / HOW.length;
  const cuts = [1, 2].map((at) => rounded(rounded(cut(at) / step) * step, 9));
  const [better, worse] = worstAt > noneAt ? ["below", "at_least"] : ["above", "at_most"];
  return HOW.flatMap((id, at) => {
    let part = told;
    if (at > 0) part = both(new Range({ [worse]: cuts[at - 1] }), part);
    if (at < cuts.length && part !== null) part = both(new Range({ [better]: cuts[at] }), part);
    return part === null ? [] : [{ id, told: part }];
  });
}

/** A number with at most six digits, as Python writes it. */
function general(number) {
  const [digits, exponent] = number.toExponential(5).split("e");
  if (number === 0 || (Number(exponent) >= -4 && Number(exponent) < 6)) {
    return String(Number(number.toPrecision(6)));
  }
  const sign = Number(exponent) < 0 ? "-" : "+";
  return `${Number(digits)}e${sign}${String(Math.abs(exponent)).padStart(2, "0")}`;
}
