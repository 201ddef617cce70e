// More of a session as far as the time of its day goes: the mirror of training_week/time_left.py.

import { TRAINING_KINDS } from "./decided_week.mjs";
import { secondsOf, secondsOfAll, sessionMinutes } from "./item_amounts.mjs";

/** A session with other items, and the time that these take. */
export function timed(session, items, { numbers }) {
  const around = session.warm_up_minutes + (session.cool_down_minutes ?? 0);
  const minutes = sessionMinutes(around, secondsOfAll(items, numbers));
  return { ...session, items, minutes };
}

/** How long a session of a day may become: what it takes now, or what the others leave. */
export function roomFor(session, day, { limits }) {
  const trains = ({ kind }) => TRAINING_KINDS.includes(kind);
  const others = trains(session) ? day.filter((each) => each !== session && trains(each)) : [];
  const left = others.reduce((rest, { minutes }) => rest - minutes, limits.minutes);
  return Math.max(session.minutes, left);
}

/** The session with those of the wished items for which there is time, one after the other. */
export function withinTime(session, wished, room, builder) {
  const seconds = (item) => secondsOf(item, builder.numbers);
  let items = session.items.map((old, at) =>
    seconds(wished[at]) < seconds(old) ? wished[at] : old,
  );
  wished.forEach((item, at) => {
    const tried = items.map((each, place) => (place === at ? item : each));
    if (timed(session, tried, builder).minutes <= room) items = tried;
  });
  return timed(session, items, builder);
}
