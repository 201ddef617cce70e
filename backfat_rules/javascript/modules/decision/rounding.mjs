// Rounding as Python does it: the nearest, and of two that are as near the even one.

/** A number with one decimal. */
export function toTenths(number) {
  const isBetween = Number.isInteger(number * 4) && Math.abs(number * 4) % 2 === 1;
  if (!isBetween) return Number(number.toFixed(1));
  const tenths = Math.floor(number * 10);
  return (tenths % 2 === 0 ? tenths : tenths + 1) / 10;
}
