// What was held back, in words: the mirror of planning/withholding.py.

import { causesOf } from "./causes.mjs";

/** A recommendation or exercise that would have been given, and what stopped it. */
export function withheldOf(held, telling) {
  const { knowledge, reader } = telling;
  const isExercise = knowledge.exercises.has(held.id);
  const entry = { ...held, is_exercise: isExercise, cause: "" };
  if (telling.isUnspoken(held.id)) {
    const reason = reader.say("left-unspoken-because");
    return { ...entry, title: reader.say("left-unspoken"), reason };
  }
  const titles = isExercise ? knowledge.exercises : knowledge.recommendations;
  const { title } = titles.get(held.id);
  if (held.kind === "rival") {
    const other = knowledge.recommendations.get(held.by).title;
    return { ...entry, title, reason: reader.say("not-together", { title: other }) };
  }
  const rule = telling.knowledge.screening.get(held.by);
  if (held.unanswered) {
    const reason = reader.say("not-yet-answered", { title: rule.title });
    return { ...entry, title, reason, cause: rule.title };
  }
  const cause = reader.listed(causesOf(rule, telling));
  return { ...entry, title, reason: rule.reason, cause };
}
