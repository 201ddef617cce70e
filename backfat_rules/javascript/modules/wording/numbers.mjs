// Numbers as a person reads them: the mirror of wording/numbers.py.

import { rounded } from "../decision/rounding.mjs";
import { evaluate } from "../language/evaluate.mjs";

const FINEST = 0.01;

/** A number in steps that a person can use, with at most two decimals. */
export function inSteps(number, step, side = "nearest") {
  const shown =
    side === "nearest"
      ? rounded(step === null ? number : rounded(number / step) * step, 2)
      : towards(number, step ?? FINEST, side);
  if (shown !== 0 || number === 0) return shown;
  const finer = Math.min(step ?? FINEST, 1);
  return rounded(rounded(number / finer) * finer, 2) || (number < 0 ? -finer : finer);
}

/** The next step above or below, exact as both are written. */
function towards(number, step, side) {
  const [one, other] = [decimal(number), decimal(step)];
  const places = Math.max(one.places, other.places);
  const [whole, by] = [one, other].map((each) => each.digits * 10n ** BigInt(places - each.places));
  const down = whole / by - (whole % by < 0n ? 1n : 0n);
  const steps = side === "up" && down * by !== whole ? down + 1n : down;
  return Number(`${steps * by}e-${places}`);
}

/** A number as the digits with which it is written, and how many of them are decimals. */
function decimal(number) {
  const [mantissa, exponent = "0"] = String(number).split("e");
  const [whole, part = ""] = mantissa.split(".");
  const places = part.length - Number(exponent);
  const digits = BigInt(whole + part);
  return places < 0 ? { digits: digits * 10n ** BigInt(-places), places: 0 } : { digits, places };
}

/** A number without needless digits. */
export function numberText(number, { decimal: point, group }) {
  const text = rounded(number, 2)
    .toFixed(2)
    .replace(/\.?0+$/, "");
  const [whole, part] = text.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  const shown = part === undefined ? grouped : `${grouped}${point}${part}`;
  return shown === "-0" ? "0" : shown;
}

/** The plural form that a number takes in a language. */
export function pluralOf(number, language) {
  const n = Math.abs(number);
  const digits = new Map([
    ["n", n],
    ["last_digit", n % 10],
    ["last_two_digits", n % 100],
  ]);
  const found = Object.entries(language.plurals).find(
    ([, when]) => evaluate(when, digits) === true,
  );
  return found === undefined ? "other" : found[0];
}
