// Why: from facts over findings and mechanisms to advice: the mirror of planning/reasons.py.

import { sortedBy } from "../order.mjs";

/** The sentences of the findings that the ways to a need rest on, and of what follows from them. */
export function reasonsFor(ways, telling) {
  const told = new Map(
    ways.flatMap((id) => reasonsOfOne(id, telling)).map((each) => [each.rule, each]),
  );
  return [...new Set([...told.values()].map(({ text }) => text))];
}

function reasonsOfOne(id, telling) {
  const chosen = below(id, telling);
  const leadsTo = new Set([...chosen.values()].map((firing) => firing.concludes));
  for (let step = 0; step < telling.knowledge.policy.mechanism_steps; step += 1) {
    const above = [...leadsTo]
      .flatMap((finding) => telling.mechanismsAbove.get(finding) ?? [])
      .filter((firing) => !chosen.has(firing.rule));
    for (const firing of above) {
      chosen.set(firing.rule, firing);
      leadsTo.add(firing.concludes);
    }
  }
  return sortedBy(chosen.values(), (firing) => [firing.stratum, firing.rule])
    .filter((firing) => !telling.person.hiddenFindings.has(firing.concludes))
    .map((firing) => ({ rule: firing.rule, text: textOf(firing, telling) }));
}

/** The firings under an entry, at any depth, by rule. */
function below(id, telling) {
  const found = new Map();
  const seen = new Set([id]);
  const waiting = [id];
  while (waiting.length > 0) {
    for (const firing of telling.firings.of(waiting.pop())) {
      for (const name of firing.findings.filter((each) => !seen.has(each))) {
        seen.add(name);
        waiting.push(name);
        for (const each of telling.firings.of(name)) found.set(each.rule, each);
      }
    }
  }
  return found;
}

function textOf({ rule, concludes }, telling) {
  const text = telling.fill(telling.knowledge.productions.get(rule).reason);
  if (text) return text;
  const title = telling.reader.opening(telling.knowledge.above.get(concludes).title);
  return telling.reader.say("full-stop", { text: title });
}
