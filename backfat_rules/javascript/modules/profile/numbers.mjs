// Numbers that are told, checked: they lie within the limits of their fact.

import { Refused, shown } from "./refusal.mjs";

/** A number, if it can be right. */
export function checkedNumber(told, fact) {
  if (typeof told === "string") {
    throw new Refused(`${shown(told)} is text, not a number.`, "Give a number without quotes.");
  }
  if (typeof told !== "number") throw new Refused(`${shown(told)} is no number.`, "Give a number.");
  if (!Number.isFinite(told)) {
    throw new Refused("must be a finite number; leave the fact out if it is unknown.");
  }
  const { low, high } = fact;
  if (told < (low ?? -Infinity) || told > (high ?? Infinity)) {
    throw new Refused(`${shown(told)} is ${limits(fact)}.`);
  }
  if (fact.whole && !Number.isInteger(told)) {
    throw new Refused(`${shown(told)} is not a whole number.`, "Give the number without decimals.");
  }
  return told;
}

function limits({ low, high, unit }) {
  const withUnit = (number) => `${number} ${unit}`.trim();
  if (low !== null && high !== null) return `outside ${low} to ${withUnit(high)}`;
  return low === null ? `above ${withUnit(high)}` : `below ${withUnit(low)}`;
}
