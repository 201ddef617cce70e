// Order as Python has it: texts by code points, lists by their first difference.

/** Below zero where the first comes first; of texts, numbers, truths, or lists of them. */
export function compare(one, other) {
  if (typeof one === "string") return compareTexts(one, other);
  if (!Array.isArray(one)) return one - other;
  for (let at = 0; at < Math.min(one.length, other.length); at += 1) {
    const difference = compare(one[at], other[at]);
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}

/** A new list, in the order of what a function makes of each. */
export const sortedBy = (items, key) =>
  [...items]
    .map((each) => [key(each), each])
    .sort(([one], [other]) => compare(one, other))
    .map(([, each]) => each);

/** A new list in its own order. */
export const sorted = (items) => sortedBy(items, (each) => each);

/** A new list with each item once, at its first place. */
export const once = (items) => [...new Set(items)];

function compareTexts(one, other) {
  for (let at = 0; at < Math.min(one.length, other.length); at += 1) {
    const difference = one.codePointAt(at) - other.codePointAt(at);
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}
