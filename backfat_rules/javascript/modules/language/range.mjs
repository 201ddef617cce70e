// A number that is known only to lie between two ends: the mirror of language/range.py.

export const ENDS = ["at_least", "above", "at_most", "below"];

/** All numbers between two ends, each of them closed, open or absent. */
export class Range {
  constructor(ends) {
    this.ends = {};
    for (const name of ENDS) {
      if (ends[name] !== undefined && ends[name] !== null) this.ends[name] = ends[name] + 0;
    }
    this.lowest = inside(this.ends.at_least, this.ends.above, -Infinity);
    this.highest = inside(this.ends.at_most, this.ends.below, Infinity);
  }

  contains(number) {
    return this.lowest <= number && number <= this.highest;
  }
}

/** The number, where a range holds no other; any other value as it is. */
export function exactly(value) {
  return value instanceof Range && value.lowest === value.highest ? value.lowest : value;
}

/** The last number before an end, seen from inside. */
function inside(closed, opened, without) {
  if (opened !== undefined) return nextAfter(opened, -without);
  return closed === undefined ? without : closed;
}

/** The number next to another one, on the way to an infinity. */
function nextAfter(number, towards) {
  if (number === 0) return towards > 0 ? Number.MIN_VALUE : -Number.MIN_VALUE;
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, number);
  const away = number > 0 === towards > 0 ? 1n : -1n;
  bits.setBigInt64(0, bits.getBigInt64(0) + away);
  return bits.getFloat64(0);
}
