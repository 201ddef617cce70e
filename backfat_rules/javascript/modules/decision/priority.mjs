// How much a recommendation matters to this person: the mirror of decision/priority.py.

import { rounded } from "./rounding.mjs";

/** The parts of the priority of a recommendation, each from 0 to 1. */
export function partsOf(candidate, severity, facts, policy) {
  const complaint = policy.complaint_from === null ? undefined : facts.get(policy.complaint_from);
  return {
    impact: candidate.impact,
    severity: severity ?? policy.default_severity,
    evidence: candidate.evidence,
    goals: help(candidate, facts.get(policy.goals_from), policy),
    complaint: isSomething(complaint) ? help(candidate, complaint, policy) : null,
  };
}

/** The priority, from 0 to 100: what brought the person takes its own share of the whole. */
export function total(parts, weights) {
  let weighted =
    weights.impact * parts.impact +
    weights.severity * parts.severity +
    weights.evidence * parts.evidence +
    weights.goals * parts.goals;
  if (parts.complaint !== null) weighted += weights.complaint * (parts.complaint - weighted);
  return rounded(100 * weighted, 1);
}

/** How much it does for the best served of some goals or complaints. */
function help(candidate, wanted, policy) {
  if (!(wanted instanceof Set) || wanted.size === 0 || candidate.served.size === 0) {
    return policy.no_goals_fit;
  }
  return Math.max(...[...wanted].map((word) => candidate.served.get(word) ?? 0));
}

const isSomething = (told) => (told instanceof Set ? told.size > 0 : Boolean(told));
