// What stands below the weeks of one person: the mirror of planning/week_notes.py.

import { evaluate } from "../language/evaluate.mjs";
import { sortedBy } from "../order.mjs";
import { aerobicMinutes, toldMinutes } from "../training_week/goals.mjs";
import { mayGrow } from "../training_week/open_moves.mjs";
import { numbersFor } from "../training_week/week_limits.mjs";
import { GrowthTelling } from "./week_growth.mjs";

/** The notes of the knowledge that are for this person, and those with numbers of their week. */
export function weekNotes(decided, telling) {
  const { knowledge, screened } = telling;
  if (screened.noPlan) return [];
  const sessions = decided.weeks.flatMap(({ days }) => days.flat());
  const gear = sessions.flatMap(({ items }) => items.flatMap((item) => item.gear));
  const there = new Set([...sessions.flatMap(({ kind, rule }) => [kind, rule]), ...gear]);
  const meant = knowledge.week_notes.filter((note) => isSaid(note, there, telling));
  const notes = sortedBy(meant, ({ order, id }) => [order, id]).map(({ id, title, text }) => ({
    id,
    title,
    text,
  }));
  return decided.weeks.length > 0 ? [...notes, ...ofThisWeek(decided, telling)] : notes;
}

/** Whether some notes are not for everybody: an answer of the person has brought one. */
export const hasOwnNotes = (notes, { knowledge }) =>
  knowledge.week_notes.some(
    ({ id, when }) => when !== null && notes.some((each) => each.id === id),
  );

function isSaid(note, there, { known, screened }) {
  const { gates, sessions, kinds, when, unless } = note;
  if (note.without_week === there.size > 0) return false;
  const isMissing = (some) => some.length > 0 && !some.some((each) => there.has(each));
  if (isMissing(kinds) || isMissing(note.gear)) return false;
  const areNamed = gates.length > 0 || sessions.length > 0;
  const isThere = sessions.some((each) => there.has(each));
  if (areNamed && !gates.includes(screened.gate) && !isThere) return false;
  if (unless !== null && evaluate(unless, known) === true) return false;
  return when === null || evaluate(when, known) === true;
}

/** That what somebody does already counts, how a week goes on, when harder work may begin. */
function ofThisWeek({ weeks, intervals_from: begins }, { knowledge, known, reader, person }) {
  const [first] = weeks;
  const numbers = numbersFor(knowledge, known, person.choices.level);
  const told = toldMinutes(person, numbers);
  const planned = aerobicMinutes(first.days, knowledge, numbers);
  const rules = first.days.flat().map(({ rule }) => knowledge.sessions.get(rule));
  const growing = rules
    .filter((rule) => mayGrow(rule, person))
    .map(({ kind, makes_up: madeUp }) => madeUp ?? kind);
  const isLess = planned < told && growing.includes("cardio");
  const keep = isLess ? reader.say("keep-your-minutes", { told, planned }) : "";
  const says = new GrowthTelling(knowledge, reader, numbers);
  const grows = says.howItGrows(first, {
    strength: growing.includes("strength"),
    minutes: growing.includes("cardio"),
  });
  const isReached = begins !== null && begins > 1 && begins <= weeks.length;
  const intervals = isReached ? reader.say("intervals-from-week", { number: begins }) : "";
  const notes = [
    ["what-you-do-counts", reader.say("what-you-do-counts"), keep],
    ["how-it-grows", reader.say("how-it-grows"), grows.join(" ")],
    ["intervals", reader.word("session-kinds", "intervals"), intervals],
  ];
  return notes.filter(([, , text]) => text).map(([id, title, text]) => ({ id, title, text }));
}
