// What a week has to fit into: the mirror of training_week/week_limits.py.

import { rounded } from "../decision/rounding.mjs";
import { evaluate } from "../language/evaluate.mjs";
import { Range } from "../language/range.mjs";
import { WEEKDAYS } from "./decided_week.mjs";

/** The numbers of the week for one person, as a function that gives one of them. */
export function numbersFor({ training_numbers: numbers }, known, level) {
  const made = new Map();
  return (id) => {
    if (!made.has(id)) made.set(id, rounded(forPerson(numbers.get(id), known, level)));
    return made.get(id);
  };
}

function forPerson({ value, by_level: byLevel, cases }, known, level) {
  const meant = cases.find(({ when }) => evaluate(when, known) === true);
  return meant?.value ?? byLevel?.[level] ?? value ?? 0;
}

/** What somebody has told of their week, and the usual where they have not. */
export function limitsOf(person, numbers, mostDays = null) {
  const { known } = person.derivation;
  const { policy } = person.knowledge;
  const named = toldSet(known, policy.days_from);
  const minutes = toldMinutes(known, policy.minutes_from);
  const gear = toldSet(known, policy.equipment_from);
  const disliked = toldSet(known, policy.disliked_from) ?? new Set();
  const areNamed = named !== null && named.size > 0;
  const away = person.knowledge.assumed_gear.filter(
    (each) => each.away !== null && evaluate(each.away, known) === true,
  );
  const wished = {
    training_days: areNamed,
    days: mostDays !== null,
    minutes_per_session: minutes !== null,
    equipment: gear !== null,
    disliked_exercises: disliked.size > 0,
    location: away.length > 0,
  };
  const usual = areNamed ? named.size : numbers("training-days");
  return {
    days: WEEKDAYS.flatMap((day, at) => (!areNamed || named.has(day) ? [at] : [])),
    mostDays: Math.min(mostDays || usual, WEEKDAYS.length - numbers("free-days")),
    minutes: Math.min(minutes || numbers("session-minutes"), numbers("minutes-most")),
    equipment: gear ?? assumedGear(person),
    disliked,
    elsewhere: away.flatMap((each) => each.equipment),
    onlyElsewhere: away.flatMap((each) => each.only_there),
    wished: Object.keys(wished).filter((name) => wished[name]),
  };
}

function toldSet(known, fact) {
  const told = known.get(fact);
  return told instanceof Set ? told : null;
}

/** What was told; of a range what is certain to be there. */
function toldMinutes(known, fact) {
  const told = known.get(fact);
  const minutes = told instanceof Range ? (told.lowest > 0 ? told.lowest : undefined) : told;
  return typeof minutes === "number" ? Math.trunc(minutes) : null;
}

function assumedGear({ knowledge, derivation }) {
  const meant = knowledge.assumed_gear.find(
    ({ when }) => evaluate(when, derivation.known) === true,
  );
  return new Set(meant?.equipment);
}
