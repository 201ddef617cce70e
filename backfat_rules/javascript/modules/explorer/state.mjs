// What the explorer shows for some facts: the mirror of explorer/state.py.

import { blocksOf, compare, differs } from "../explain/change.mjs";
import { EMPTY, statementsKnown } from "../interview.mjs";
import { recommendationOf } from "../planning/recommending.mjs";
import { FactsError } from "../profile/refusal.mjs";
import { blocksHtml, pageHtml } from "../views/html_writer.mjs";
import { pageOf } from "../views/page.mjs";

/** An interview in which some facts were told; what is known as a range can be told anew. */
export const toldAs = (facts) => ({
  ...EMPTY,
  answers: facts,
  listed: Object.keys(facts.ranges ?? {}),
});

/** All that is shown: the facts, the values of the controls, the plan and what is new in it. */
export function stateOf(after, before) {
  const { decision, knowledge, reader, person } = after;
  const change = before === null ? null : compare(before, after);
  const isShown = change !== null && differs(change);
  return {
    facts: decision.facts,
    values: { ...decision.facts, ...statementsKnown(person.derivation.facts, knowledge) },
    plan: pageHtml(pageOf(after), knowledge.gates.get(decision.gate).tone),
    change: isShown ? blocksHtml(blocksOf(change, reader)) : "",
    changed: isShown ? changedIn(change) : {},
    code: `recommend(${asPython(decision.facts)})`,
    error: "",
  };
}

/** What leads to a piece of advice, in sentences. */
export function whyOf(id, telling) {
  const advice = telling.decision.advice.find((each) => each.id === id);
  if (advice === undefined) {
    throw new FactsError([{ field: id, message: "is not in the plan.", remedy: "" }]);
  }
  return recommendationOf(advice, telling).reasons();
}

/** What is different about each piece of advice, by its id. */
function changedIn({ doses, moved_down: less, moved_up: more, added }) {
  const all = [
    [doses, "amount"],
    [less, "less"],
    [more, "more"],
    [added, "new"],
  ];
  return Object.fromEntries(all.flatMap(([ways, what]) => ways.map(({ id }) => [id, what])));
}

/** Plain data as Python writes it. */
function asPython(value) {
  if (typeof value === "boolean") return value ? "True" : "False";
  if (Array.isArray(value)) return `[${value.map(asPython).join(", ")}]`;
  if (typeof value !== "object") return JSON.stringify(value);
  const entries = Object.entries(value).map(([name, part]) => `"${name}": ${asPython(part)}`);
  return `{${entries.join(", ")}}`;
}
