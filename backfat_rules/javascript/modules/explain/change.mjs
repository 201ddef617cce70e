// What is different between two plans: the mirror of explain/change.py, without the reasons.

import { doseOf } from "../planning/recommending.mjs";

/** What came, went, moved and has another amount, by id and title; the gates as well. */
export function compare(before, after) {
  const [old, now] = [advisedBy(before), advisedBy(after)];
  const of = (advice) => [...advice.values()].map(({ id, title }) => ({ id, title }));
  const only = (one, other) => new Map([...one].filter(([id]) => !other.has(id)));
  const both = [...now].filter(([id]) => old.has(id));
  const where = (differs) => of(new Map(both.filter(([id, way]) => differs(old.get(id), way))));
  return {
    gate_before: before.decision.gate,
    gate_after: after.decision.gate,
    added: of(only(now, old)),
    removed: of(only(old, now)),
    moved_up: where((was, is) => is.priority > was.priority),
    moved_down: where((was, is) => is.priority < was.priority),
    doses: where((was, is) => is.dose !== was.dose),
  };
}

/** Whether the plans differ in anything but the facts. */
export const differs = ({ gate_before: before, gate_after: after, ...changes }) =>
  before !== after || Object.values(changes).some((each) => each.length > 0);

/** What is different, each kind under its heading. */
export function blocksOf(change, reader) {
  if (!differs(change)) return [[reader.say("plan-stays"), []]];
  const [before, after] = [change.gate_before, change.gate_after].map((each) =>
    reader.word("gates", each),
  );
  const gate = before === after ? [] : [[reader.say("gate-was", { before, after }), []]];
  const named = [
    ["new-in-the-plan", change.added],
    ["no-longer-in-the-plan", change.removed],
    ["more-important", change.moved_up],
    ["less-important", change.moved_down],
    ["other-amounts", change.doses],
  ];
  const filled = named.filter(([, advice]) => advice.length > 0);
  return [
    ...gate,
    ...filled.map(([id, advice]) => [reader.say(id), advice.map(({ title }) => title)]),
  ];
}

/** All ways to all needs, by id: what is but another way now is still advised. */
function advisedBy(telling) {
  const ways = telling.decision.advice.flatMap((each) => [each, ...each.ways]);
  return new Map(
    ways.map(({ id, priority }) => {
      const rule = telling.knowledge.recommendations.get(id);
      return [id, { id, title: rule.title, priority, dose: doseOf(rule, telling) }];
    }),
  );
}
