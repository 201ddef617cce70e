// What a condition means: the mirror of language/evaluate.py and deciding.py, on conditions that are
// plain data, as language/notation.py writes them. Unknown is undefined, or NaN of numbers.

import {
  absolute,
  count,
  divided,
  greatest,
  least,
  minus,
  plus,
  power,
  ramp,
  times,
} from "./arithmetic.mjs";
import { isAbove, isAtLeast, isAtMost, isBelow } from "./comparing.mjs";
import { exactly } from "./range.mjs";

const NUMBERS = {
  "+": plus,
  "-": minus,
  "*": times,
  "/": divided,
  "**": power,
  min: least,
  max: greatest,
  abs: absolute,
  ramp,
  count,
};
const COMPARED = {
  "<": [isBelow, isAtLeast],
  "<=": [isAtMost, isAbove],
  ">": [isAbove, isAtMost],
  ">=": [isAtLeast, isBelow],
};

/** The value of an expression for what is known. */
export function evaluate(expression, known) {
  if (typeof expression === "number") return expression;
  if (expression.name !== undefined) return exactly(known.get(expression.name));
  if (expression.word !== undefined) return expression.word;
  const { op, of } = expression;
  const worth = (part) => evaluate(part, known);
  if (op === "not") return opposite(worth(of[0]));
  if (op === "and") return settledBy(false, of, worth);
  if (op === "or") return settledBy(true, of, worth);
  if (op === "in") return worth(of[1])?.has(of[0].word);
  if (op === "one of") return isOneOf(worth(of[0]), of.slice(1));
  if (op === "==") return areEqual(worth(of[0]), worth(of[1]));
  if (op === "if")
    return ifElse(
      worth(of[0]),
      () => worth(of[1]),
      () => worth(of[2]),
    );
  const values = of.map(worth);
  return COMPARED[op] === undefined ? NUMBERS[op](...values) : compared(COMPARED[op], values);
}

const opposite = (truth) => (truth === undefined ? undefined : !truth);

/** The Kleene rule: one settling operand decides; else one unknown leaves it open. */
function settledBy(settling, parts, worth) {
  let result = !settling;
  for (const part of parts) {
    const truth = worth(part);
    if (truth === settling) return settling;
    if (truth === undefined) result = undefined;
  }
  return result;
}

const isOneOf = (choice, words) =>
  choice === undefined ? undefined : words.some(({ word }) => word === choice);

function ifElse(truth, then, otherwise) {
  if (truth === undefined) return undefined;
  return truth ? then() : otherwise();
}

function compared([certainly, certainlyNot], [left, right]) {
  if (certainly(left, right)) return true;
  return certainlyNot(left, right) ? false : undefined;
}

function areEqual(left, right) {
  if (typeof left === "string") return right === undefined ? undefined : left === right;
  if (isAtLeast(left, right) && isAtMost(left, right)) return true;
  return isBelow(left, right) || isAbove(left, right) ? false : undefined;
}

/** The leaves that decided a condition, with what each is worth; leaves may repeat. */
export const decidingParts = (condition, known) => deciding(condition, known)[1];

function deciding(condition, known) {
  const { op, of } = condition;
  if (op === "not") {
    const [truth, parts] = deciding(of[0], known);
    return [opposite(truth), parts];
  }
  if (op !== "and" && op !== "or") {
    const value = evaluate(condition, known);
    return [value, [{ leaf: condition, value }]];
  }
  const operands = of.map((each) => deciding(each, known));
  const result = settledBy(op === "or", operands, ([truth]) => truth);
  return [result, operands.filter(([truth]) => truth === result).flatMap(([, parts]) => parts)];
}

const kept = new WeakMap();

/** The names in a condition, each once, in order of appearance. */
export function namesIn(part) {
  if (part.name !== undefined) return [part.name];
  if (part.of === undefined) return [];
  if (!kept.has(part)) kept.set(part, [...new Set(part.of.flatMap(namesIn))]);
  return kept.get(part);
}
