// What follows from facts: the mirror of inference/derivation.py, on functions that are generated.

/** Everything that follows; rules are the generated functions. */
export function derive(facts, knowledge, rules) {
  const known = new Map(facts);
  const firedRules = new Set();
  rules.infer(known, (id) => firedRules.add(id));
  const severity = new Map();
  rules.severities(known, firedRules, severity);
  const refuted = new Set();
  rules.refuted(known, (id) => refuted.add(id));
  const isOpen = (id) => !firedRules.has(id) && !refuted.has(id);
  return {
    facts,
    known,
    severity,
    values: ofThose(known, knowledge.values.keys()),
    findings: ofThose(known, knowledge.findings),
    firedRules,
    fires: (id) => firedRules.has(id),
    open: knowledge.waiting.filter(isOpen),
  };
}

const ofThose = (known, names) =>
  new Map([...names].filter((name) => known.has(name)).map((name) => [name, known.get(name)]));
