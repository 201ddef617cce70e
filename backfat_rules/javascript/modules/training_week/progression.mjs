// How a week goes on from the one before: the mirror of training_week/progression.py.

import { rounded } from "../decision/rounding.mjs";
import { TRAINING_KINDS } from "./decided_week.mjs";
import { goalsMet } from "./goals.mjs";
import { roomFor, withinTime } from "./time_left.mjs";

/** The week of a number, made from the first one: the same moves, other amounts. */
export function weekAfter(first, number, builder) {
  const every = builder.numbers("easier-week-every");
  const steps = number - 1 - Math.floor((number - 1) / every);
  const easier = number % every === 0;
  const days = first.days.map((day) => dayAfter(day, steps, builder, easier));
  const afterEasier = number > 1 && (number - 1) % every === 0;
  const changes = changesIn(first.days, days, easier, afterEasier);
  return { number, days, ...goalsMet(days, builder), easier, changes };
}

/** The sessions of a day after so many steps; an easier week has no hard intervals. */
function dayAfter(day, steps, builder, easier) {
  const rules = builder.person.knowledge.sessions;
  const now = day.filter(({ rule }) => !(easier && rules.get(rule).away_from.length > 0));
  for (const [at, session] of now.entries()) {
    const room = roomFor(session, now, builder);
    const beside = day.some(({ kind }) => kind === "strength") && session.kind === "cardio";
    now[at] = sessionAfter(session, beside ? 0 : steps, room, builder, easier);
  }
  return now;
}

/** A session after so many steps; once the time is full it stays at what fitted last. */
function sessionAfter(session, steps, room, builder, easier) {
  const { numbers, moves, person } = builder;
  const share = easier ? numbers("easier-week-share") : 100;
  const rule = person.knowledge.sessions.get(session.rule);
  const kind = rule.makes_up ?? rule.kind;
  const most = moves.mayGrow(rule) ? steps : 0;
  let now = session;
  for (let step = easier ? most : Math.min(1, most); step <= most; step += 1) {
    const wished = session.items.map((each) => itemAfter(each, step, share, kind, numbers));
    const items = now.items.map((each) => ({ ...each, heavier: false }));
    now = withinTime({ ...now, items }, wished, room, builder);
  }
  return now;
}

function itemAfter(item, steps, share, kind, numbers) {
  if (!TRAINING_KINDS.includes(kind)) return item;
  const { sets, reps, reps_most: repsMost, seconds, seconds_most: secondsMost } = item;
  if (reps !== null && repsMost !== null) {
    const cycle = Math.max(2, repsMost - reps + 1);
    return {
      ...item,
      reps: Math.min(reps + (steps % cycle), repsMost),
      heavier: steps > 0 && steps % cycle === 0,
      sets: fewer(sets, share),
    };
  }
  if (item.rest_seconds || sets > 1) {
    const longer = (seconds ?? 0) + numbers("seconds-more") * steps;
    return { ...item, seconds: Math.min(longer, secondsMost ?? 0), sets: fewer(sets, share) };
  }
  // an easier week has less than the first, so that no week since then asks for less
  const more = share === 100 ? 60 * Math.floor(numbers("aerobic-step") / 3) * steps : 0;
  const longer = Math.min((seconds ?? 0) + more, Math.max(secondsMost ?? 0, seconds ?? 0));
  return { ...item, seconds: 60 * Math.max(1, rounded((longer * share) / 6000)) };
}

/** A share of some sets, one at least. */
const fewer = (sets, share) => Math.max(1, rounded((sets * share) / 100));

/** What is other than before, as the words of the library name it. */
function changesIn(first, days, easier, afterEasier) {
  const hasFewer = days.flat().length < first.flat().length;
  if (easier) return hasFewer ? ["easier", "fewer-sessions"] : ["easier"];
  const isHeavier = days.flat().some(({ items }) => items.some(({ heavier }) => heavier));
  return [...(afterEasier ? ["back"] : []), isHeavier ? "heavier" : "more"];
}
