// What stands on the page of a programme: the mirror of views/week_html.py, as data.

import { moveParts } from "./moves.mjs";
import { shadeOf } from "./pictures/muscle_sets.mjs";
import {
  cautionLines,
  dayName,
  dayNames,
  equalSessions,
  sharedEffort,
  whys,
} from "./week_layout.mjs";
import { notInTheWeek } from "./week_page.mjs";

/** The words of a programme, from top to bottom. */
export const weekPageOf = (programme, reader, knowledge) =>
  new WeekPage(programme, reader, knowledge).told();

class WeekPage {
  #shown = new Set();

  constructor(programme, reader, knowledge) {
    this.programme = programme;
    this.reader = reader;
    this.knowledge = knowledge;
  }

  told() {
    const { gate, gate_line, notice, weeks, conflicts, notes } = this.programme;
    const say = (id) => this.reader.say(id);
    return {
      gate,
      gate_line,
      heading: this.#heading(),
      weeks: weeks.map((week, at) => this.#week(week, at === 0)),
      conflicts: {
        heading: conflicts.length > 0 ? say("wishes-conflict") : "",
        entries: conflicts.map(({ text, without }) => ({
          text,
          without: without.map((each) => each.text),
        })),
      },
      notes: {
        heading: notes.length > 0 ? say("good-to-know") : "",
        entries: notes.map(({ title, text }) => ({ title: this.reader.opening(title), text })),
      },
      notice,
    };
  }

  #heading() {
    const { length: weeks } = this.programme.weeks;
    if (weeks === 0) return this.reader.say("no-week");
    return weeks === 1 ? this.reader.say("your-week") : this.reader.say("your-weeks", { weeks });
  }

  /** What stands on which day, each session, and what comes of all. */
  #week(week, inFull) {
    const say = (id) => this.reader.say(id);
    const cautions = inFull ? cautionLines(this.programme, this.reader) : [];
    return {
      title: this.#title(week),
      changes: inFull ? [] : week.changes,
      table: {
        columns: [say("day"), say("training"), say("minutes-in-all")],
        rows: week.days.map((day) => this.#row(day)),
      },
      cautions: {
        heading: cautions.length > 0 ? say("mind-in-moves") : "",
        lines: cautions,
      },
      sessions: equalSessions(week).map((together) => this.#session(together, inFull)),
      muscles: this.#muscles(inFull ? week.sets_by_muscle : {}),
      lines: this.#lines(week, inFull),
    };
  }

  #title({ number, days: [{ date }] }) {
    if (date === null) return this.reader.say("week-number", { number });
    return this.reader.say("week-from", { number, date });
  }

  #row(day) {
    const titles = day.sessions.map(({ title }) => title);
    const minutes = day.sessions.reduce((sum, each) => sum + each.minutes, 0);
    return [
      dayName(day, this.reader),
      this.reader.chained(titles, "list-semicolon") || this.reader.say("free-day"),
      day.sessions.length > 0 ? this.reader.number(minutes) : "",
    ];
  }

  #session({ days, session, about }, inFull) {
    const { title, minutes, warm_up_minutes: warmUp, warm_up: text } = session;
    const muscles = session.muscles.map((id) => this.knowledge.muscles.get(id));
    const effort = sharedEffort(session);
    const reasons = whys(session);
    return {
      heading: this.reader.say("label-and-text", {
        label: dayNames(days, this.reader),
        text: this.reader.say("session-line", { title, minutes }),
      }),
      about: [
        ...(inFull && about.length > 0 ? [about.join(" ")] : []),
        ...(text ? [this.reader.say("warm-up-line", { minutes: warmUp, text })] : []),
        ...this.#coolDown(session),
        ...(inFull && effort ? [this.reader.say("effort-of-session", { effort })] : []),
      ],
      items: session.items.map((each, at) => this.#item(each, reasons[at], effort, inFull)),
      muscles: muscles.length > 0 ? [this.reader.say("muscles"), this.reader.listed(muscles)] : [],
    };
  }

  #coolDown({ cool_down_minutes: minutes, cool_down: text }) {
    return text ? [this.reader.say("cool-down-line", { minutes, text })] : [];
  }

  /** A move and how much of it; how it is done stands where it comes first. */
  #item({ exercise, title, dose, effort, ramp_up_text: rampUp }, why, shared, inFull) {
    const move = this.#shown.has(exercise) ? null : this.programme.moves[exercise];
    this.#shown.add(exercise);
    const notes = [
      [this.reader.say("first-sets"), rampUp],
      [this.reader.say("how-hard"), effort === shared ? null : effort],
      [this.reader.say("why"), why],
    ];
    return {
      title,
      text: dose,
      notes: inFull ? notes.filter(([, note]) => note) : [],
      more: inFull && move ? moveParts(move, this.reader) : [],
    };
  }

  /** The sets of each muscle that has any, the most first. */
  #muscles(sets) {
    const rows = Object.entries(sets).map(([id, number]) => {
      const title = this.reader.opening(this.knowledge.muscles.get(id));
      return {
        id,
        title,
        sets: number,
        said: this.reader.number(number),
        shade: shadeOf(number, this.knowledge),
        label: this.reader.say("label-and-number", {
          label: title,
          number: this.reader.say("number-of-sets", { number }),
        }),
      };
    });
    return {
      heading: rows.length > 0 ? this.reader.say("muscles-of-a-week") : "",
      columns: [this.reader.say("muscle"), this.reader.say("sets-a-week")],
      rows,
    };
  }

  #lines({ aerobic_minutes: minutes, missed }, inFull) {
    const titles = missed.map((id) => this.knowledge.week_goals.get(id).title);
    const goals = this.reader.listed(titles, "list-or");
    return [
      ...(minutes ? [this.reader.say("endurance-of-the-week", { minutes })] : []),
      ...(titles.length > 0 ? [this.reader.say("week-misses", { goals })] : []),
      ...(inFull ? notInTheWeek(this.programme, this.knowledge, this.reader) : []),
    ];
  }
}
