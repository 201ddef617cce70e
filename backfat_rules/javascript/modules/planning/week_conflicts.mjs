// Wishes that cannot hold together, in words: the mirror of planning/week_conflicts.py.

import { sorted } from "../order.mjs";
import { WEEKDAYS } from "../training_week/decided_week.mjs";
import { goalNames } from "./goal_names.mjs";
import { limitsOf, numbersFor } from "../training_week/week_limits.mjs";

const MOVES_NAMED = 3;

/** A smallest set of wishes in words, and what giving up each of them gives. */
export function conflictTold({ wishes, gives, costs }, telling, daysAWeek) {
  const { reader, knowledge, known, person } = telling;
  const numbers = numbersFor(knowledge, known, person.choices.level);
  const limits = limitsOf(person, numbers, daysAWeek);
  const names = wishes.map((each) => wishText(each, limits, telling));
  return {
    wishes,
    text: reader.say("wishes-together", { wishes: reader.listed(names) }),
    without: wishes.map((wish, at) => ({
      wish,
      gives: gives[at],
      costs: costs[at],
      text: withoutText(wish, gives[at], costs[at], telling),
    })),
  };
}

/** A goal, or a limit with its own numbers and names. */
function wishText(id, limits, { knowledge, reader }) {
  const goal = knowledge.week_goals.get(id);
  return goal === undefined ? LIMITS[id](limits, reader, knowledge) : goal.title;
}

const LIMITS = {
  training_days: ({ days }, reader) => {
    const names = days.map((each) => reader.word("weekdays", WEEKDAYS[each]));
    return reader.say("limit-training-days", { days: reader.listed(names) });
  },
  days: ({ mostDays: days }, reader) => reader.say("limit-days", { days }),
  minutes_per_session: ({ minutes }, reader) => reader.say("limit-minutes", { minutes }),
  equipment: ({ equipment }, reader) => {
    const gear = sorted(equipment).map((each) => reader.choice("equipment", each));
    return gear.length > 0
      ? reader.say("limit-gear", { gear: reader.listed(gear) })
      : reader.say("no-gear");
  },
  disliked_exercises: ({ disliked }, reader, { exercises }) => {
    const titles = sorted(disliked).map((id) => exercises.get(id).title);
    return titles.length > MOVES_NAMED
      ? reader.say("limit-many-moves")
      : reader.say("limit-moves", { moves: reader.listed(titles, "list-or") });
  },
  location: (limits, reader) => reader.say("limit-place"),
};

/** What becomes possible without a wish. */
function withoutText(id, gives, costs, { reader, knowledge: { week_goals: goals } }) {
  const goal = goals.get(id)?.title;
  if (goal !== undefined) {
    return reader.say("wishes-together-rest", { wish: reader.say("without-goal", { goal }) });
  }
  const wish = reader.word("week-without-limits", id);
  const reached = reader.listed(gives.map((each) => goals.get(each).title));
  if (reached === "" && costs.length === 0) return reader.say("wishes-together-only", { wish });
  if (reached === "") {
    const lost = reader.listed(goalNames(costs, goals, reader));
    return reader.say("wishes-together-less", { wish, goals: lost });
  }
  return reader.say("wishes-together-end", { wish, goals: reached });
}
