// Advice in the words of a page: the mirror of planning/recommending.py.

import { asksForNothing } from "../decision/doses.mjs";
import { amountAlone } from "../plain.mjs";
import { reasonsFor } from "./reasons.mjs";

/** One piece of advice, with what a page says of it. */
export function recommendationOf(advice, telling) {
  const { recommendations, exercises } = telling.knowledge;
  const rule = recommendations.get(advice.id);
  const titles = (ids, entries) => ids.map(({ id }) => entries.get(id).title);
  return {
    id: advice.id,
    title: rule.title,
    topic: rule.topic,
    how_much: rule.dose === null ? "" : amountAlone(doseOf(rule, telling)),
    exercises: titles(advice.exercises, exercises),
    ways: titles(advice.ways, recommendations),
    do: () => telling.lines(rule.steps)[0] || telling.lines(rule.action).join(" "),
    reasons: () => reasonsFor([advice.id, ...advice.ways.map(({ id }) => id)], telling),
    cautions: () => telling.lines(rule.cautions),
  };
}

/** How much, in words: with the person's numbers where they are known; null for no amount. */
export function doseOf(rule, telling) {
  if (rule.dose === null) return null;
  if (telling.countsNothing && rule.dose_uncounted !== null) return rule.dose_uncounted;
  const asksNothing = asksForNothing(rule.dose, telling.known, telling.knowledge);
  return (asksNothing ? null : telling.fill(rule.dose_text)) ?? rule.dose_default;
}
