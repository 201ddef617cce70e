// Rounding as Python does it: the nearest, and of two that are as near the even one.

const EXACT = 100; // more decimals than any number has that lies between two others
const LARGEST = 1e21; // from here on numbers are whole, and written in another way

/** A number with so many decimals. */
export function rounded(number, decimals = 0) {
  if (Number.isInteger(number) || !(Math.abs(number) < LARGEST)) return number;
  const exact = number.toFixed(EXACT);
  const end = exact.length - EXACT + decimals;
  const near = Number(number.toFixed(decimals));
  if (!/^50*$/.test(exact.slice(end))) return near;
  const cut = exact.slice(0, decimals === 0 ? end - 1 : end);
  return Number(cut.at(-1)) % 2 === 0 ? Number(cut) : near;
}
