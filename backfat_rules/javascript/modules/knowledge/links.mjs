// Which facts a value or a finding rests on: the mirror of Links.facts_below in knowledge/links.py.

/** The facts at the bottom of a name, in the order in which they are named; none below known. */
export function factsBelow(name, knowledge, known = new Set()) {
  const found = new Set();
  const seen = new Set();
  const waiting = [name];
  while (waiting.length > 0) {
    const each = waiting.pop();
    if (known.has(each) || seen.has(each)) continue;
    seen.add(each);
    if (knowledge.facts.has(each)) found.add(each);
    waiting.push(...[...(knowledge.under.get(each) ?? [])].reverse());
  }
  return [...found];
}
