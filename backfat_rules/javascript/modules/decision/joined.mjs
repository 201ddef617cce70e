// Conditions put together on one level, with only the decisive one of several limits: the mirror
// of decision/joined.py. A condition is plain data here, as language/notation.py writes it.

/** Whether a way is to stop something altogether: an end only where there is no other. */
export function givesUp(condition) {
  const limit = limitOf(condition);
  return limit !== null && !limit.high && limit.at <= 1;
}

/** Parts in one level, each once; of several limits on one number only the decisive one. */
export function joined(op, parts) {
  const kept = new Map();
  for (const each of parts.flatMap((part) => (part.op === op ? part.of : [part]))) {
    const limit = limitOf(each);
    const key = limit === null ? JSON.stringify(each) : `${limit.name} ${limit.high}`;
    const other = kept.get(key);
    const decides = () => limit !== null && isHarder(limit, limitOf(other)) === (op === "and");
    if (other === undefined || decides()) kept.set(key, each);
  }
  const unique = [...kept.values()];
  return unique.length === 1 ? unique[0] : { op, of: unique };
}

/** The name, whether it must be high, and the limit, of a single limit on a number. */
function limitOf(part) {
  const [holds, leaf] = part.op === "not" ? [false, part.of[0]] : [true, part];
  if (!["<", "<=", ">", ">="].includes(leaf.op)) return null;
  const [{ name }, at] = leaf.of;
  if (name === undefined || typeof at !== "number") return null;
  return { name, high: leaf.op.startsWith(">") === holds, at };
}

const isHarder = (one, other) => (one.high ? one.at > other.at : one.at < other.at);
