// From a person to what Decision.model_dump_json() gives: the mirror of decision/assemble.py.

import { sorted, sortedBy } from "../order.mjs";
import { answersOf } from "../profile/json_facts.mjs";
import { doseNumbers } from "./doses.mjs";
import { firstSteps, forLater } from "./first_steps.mjs";
import { numbersOf } from "./own_numbers.mjs";
import { messagesFor } from "./saying.mjs";

/** Everything that was decided for one person. */
export function decisionOf(person) {
  const { knowledge, outcome, screened, derivation } = person;
  const { policy } = knowledge;
  const advice = outcome.needs.map((ways, at) => adviceOf(at + 1, ways, person));
  const said = messagesFor(person);
  const steps = firstSteps(outcome.needs, screened, derivation.known, policy);
  return {
    library_version: knowledge.library_version,
    knowledge_version: knowledge.version,
    facts: answersOf(derivation.facts),
    gate: screened.gate,
    screening: [
      ...screened.fired.map(({ id }) => ({ id, fired: true })),
      ...screened.unanswered.map(({ id }) => ({ id, fired: false })),
    ],
    advice,
    first_steps: steps,
    withheld: sortedBy(withheld(person), (each) => each.id),
    messages: said,
    findings: screened.noPlan ? [] : findings(person),
    values: screened.noPlan ? {} : Object.fromEntries(numbersOf(person, said)),
    schema_version: "1",
    later: forLater(outcome.needs, steps, derivation.known, policy),
  };
}

/** The best way to a need, with the others beside it. */
function adviceOf(rank, [best, ...others], person) {
  return wayOf(
    rank,
    best,
    person,
    others.map((each, at) => wayOf(at + 2, each, person)),
  );
}

function wayOf(rank, each, person, ways = []) {
  const { candidate } = each;
  return {
    id: candidate.id,
    rank,
    priority: each.priority,
    priority_parts: each.parts,
    dose: doseNumbers(candidate.dose, person.derivation, person.knowledge, person.shown),
    foods: person.choices.foodsOf(candidate.foods),
    exercises: person.choices.exercisesOf(candidate.exercises, candidate.contexts),
    end: person.endOf(candidate.id),
    need: candidate.own_need,
    ways,
  };
}

/** What was stopped; the exercises that it offers are not named, since nothing offers them. */
function withheld(person) {
  const spokesmen = spokesmenOf(person);
  const stopped = [...person.outcome.stopped].map(([id, stop]) => {
    const spokesman = spokesmen.get(person.book.candidates.get(id).need);
    return { id, ...stop, instead: [], under: spokesman === id ? null : spokesman };
  });
  const closed = [...person.choices.closed].map(([id, { block, instead }]) => ({
    id,
    kind: "block",
    by: block.screening.id,
    unanswered: block.unanswered,
    instead,
    under: null,
  }));
  return [...stopped, ...closed];
}

/** For each need what speaks for it: what is given, else the best way that was stopped. */
function spokesmenOf({ outcome, book }) {
  const { stopped, needs } = outcome;
  const { candidates } = book;
  const place = (id) => [stopped.get(id).kind !== "rival", candidates.get(id).impact, id];
  const held = sortedBy(stopped.keys(), place);
  return new Map([
    ...held.map((id) => [candidates.get(id).need, id]),
    ...needs.map(([best]) => [best.candidate.need, best.id]),
  ]);
}

function findings({ derivation, hiddenFindings }) {
  return sorted(derivation.findings.keys())
    .filter((id) => !hiddenFindings.has(id))
    .map((id) => ({
      id,
      holds: derivation.findings.get(id),
      severity: derivation.severity.get(id) ?? null,
    }));
}
