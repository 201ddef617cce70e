// The next week out of a week and what was done of it: the mirror of training_week/next_week.py.

import { TRAINING_KINDS } from "./decided_week.mjs";
import { goalsMet } from "./goals.mjs";
import { roomFor, withinTime } from "./time_left.mjs";

/** The week after one, with what becomes of each move; log has by day and move what was done. */
export function weekFrom(week, log, builder) {
  const changes = [];
  const days = week.days.map((day, at) =>
    nextSessions(day, log.get(at) ?? new Map(), builder, changes),
  );
  const number = week.number + 1;
  return [{ number, days, ...goalsMet(days, builder), easier: false, changes: [] }, changes];
}

/** The sessions of a day, each with what the others leave it of the time. */
function nextSessions(day, done, builder, changes) {
  const now = [...day];
  for (const [at, session] of day.entries()) {
    const room = roomFor(session, now, builder);
    now[at] = nextSession(session, done, room, builder, changes);
  }
  return now;
}

/** The session again; a move for whose more there is no time stays as it is. */
function nextSession(session, done, room, builder, changes) {
  if (!TRAINING_KINDS.includes(session.kind)) return session;
  const grows = builder.moves.mayGrow(builder.person.knowledge.sessions.get(session.rule));
  const found = session.items.map((each) =>
    nextItem(each, done.get(each.exercise), builder, grows),
  );
  const wished = found.map(([item]) => item);
  const after = withinTime(session, wished, room, builder);
  session.items.forEach((item, at) => {
    const now = amount(after.items[at]);
    const change = now === amount(wished[at]) ? found[at][1] : "full";
    const { exercise, gear } = item;
    changes.push({ exercise, change, before: amount(item), now, gear });
  });
  return after;
}

/** A move after it was done so, or not at all: one set with fewer than planned is a miss. */
function nextItem(item, done, builder, grows) {
  const same = { ...item, heavier: false };
  const { sets, reps, seconds } = item;
  if (done === undefined) return [same, "missed"];
  const counted = done.slice(0, sets);
  if (done.length < sets || counted.some((each) => each < amount(item))) return [same, "repeat"];
  const most = reps === null ? item.seconds_most : item.reps_most;
  if (!grows || most === null) return [same, "most"];
  if (reps === null) {
    const now = seconds ?? 0;
    const longer = Math.min(now + step(item, builder), most);
    return [{ ...same, seconds: Math.max(longer, now) }, longer > now ? "more" : "most"];
  }
  const leastDone = Math.min(...counted);
  if (reps < most && leastDone < most) return [{ ...same, reps: leastDone + 1 }, "more"];
  const { exercises, levels } = builder.person.knowledge;
  const { doses } = exercises.get(item.exercise);
  const given = doses.find(
    ({ context, level }) => context === item.context && levels[level] === item.level,
  );
  const span = given.amounts.reps;
  return [{ ...same, reps: span ? Math.trunc(span[0]) : reps, heavier: true }, "heavier"];
}

const amount = ({ reps, seconds }) => reps ?? seconds ?? 0;

/** How many seconds more: some for what is held, a third of the weekly step for endurance. */
function step({ sets, rest_seconds: rest }, { numbers }) {
  if (sets === 1 && !rest) return 60 * Math.floor(numbers("aerobic-step") / 3);
  return numbers("seconds-more");
}
