// What can be wished of a programme, checked: the mirror of what programme.py has of it.

import { FactsError } from "./profile/refusal.mjs";
import { LENGTH } from "./training_week/spread.mjs";

const MOST_WEEKS = 52;
const DAY = 24 * 60 * 60 * 1000;

/** The wishes, with the Monday on which the first week begins in the place of its day. */
export function checkedWishes({ start = null, weeks = 1, days = null, after = null } = {}) {
  mustBeFrom1To(MOST_WEEKS, weeks, "weeks");
  if (days !== null) mustBeFrom1To(LENGTH, days, "days");
  return { start: start === null ? null : mondayFrom(start), weeks, days, after };
}

/** The first Monday from a day on, both as 2026-12-07. */
function mondayFrom(start) {
  const day = new Date(/^\d{4}-\d{2}-\d{2}$/.test(start) ? `${start}T00:00Z` : NaN);
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== start) {
    throw refused("start", "is no day.", "Give one such as 2026-12-07.");
  }
  const later = (8 - day.getUTCDay()) % LENGTH;
  return new Date(day.getTime() + later * DAY).toISOString().slice(0, 10);
}

function mustBeFrom1To(most, number, field) {
  if (Number.isInteger(number) && number >= 1 && number <= most) return;
  throw refused(field, "is no such number.", `Give a whole number from 1 to ${most}.`);
}

const refused = (field, message, remedy) => new FactsError([{ field, message, remedy }]);
