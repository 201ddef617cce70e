// Arithmetic with NaN in the place of what is unknown: the mirror of language/arithmetic.py.

/** A number as it is; whatever else stands for one, such as a range, is unknown here. */
export const exact = (value) => (typeof value === "number" ? value : NaN);

const finite = (number) => (Number.isFinite(number) ? number : NaN);

export const plus = (left, right) => finite(exact(left) + exact(right));
export const minus = (left, right) => finite(exact(left) - exact(right));
export const times = (left, right) => finite(exact(left) * exact(right));
export const divided = (left, right) => finite(exact(left) / exact(right));

/** The power; JavaScript has NaN ** 0 as 1, and we do not. A square is a product. */
export function power(left, right) {
  if (Number.isNaN(exact(left)) || Number.isNaN(exact(right))) return NaN;
  return finite(right === 2 ? left * left : left ** right);
}

const allExact = (numbers) => numbers.every((each) => !Number.isNaN(exact(each)));

export const least = (...numbers) => (allExact(numbers) ? Math.min(...numbers) : NaN);
export const greatest = (...numbers) => (allExact(numbers) ? Math.max(...numbers) : NaN);
export const absolute = (number) => Math.abs(exact(number));

/** The nearest number from 0 to 1. */
export const clamp = (share) => (share >= 1 ? 1 : share <= 0 ? 0 : share);

/** 0 at zeroAt, 1 at oneAt, straight in between, and never outside 0 to 1. */
export const ramp = (number, zeroAt, oneAt) =>
  clamp(divided(minus(number, zeroAt), minus(oneAt, zeroAt)));

/** How many words a set holds. */
export const count = (words) => (words === undefined ? NaN : words.size);
