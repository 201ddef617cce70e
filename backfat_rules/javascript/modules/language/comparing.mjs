// Comparisons that are true only where they are certain: those of language/range.py.
// What is not known is undefined or NaN, and compares with nothing.

import { Range } from "./range.mjs";

const lowestOf = (value) => (value instanceof Range ? value.lowest : value);
const highestOf = (value) => (value instanceof Range ? value.highest : value);

export const isBelow = (left, right) => highestOf(left) < lowestOf(right);
export const isAtMost = (left, right) => highestOf(left) <= lowestOf(right);
export const isAbove = (left, right) => lowestOf(left) > highestOf(right);
export const isAtLeast = (left, right) => lowestOf(left) >= highestOf(right);
