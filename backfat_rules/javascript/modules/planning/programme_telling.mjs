// From a decided programme to one in words: the mirror of planning/programme_telling.py.

import { once } from "../order.mjs";
import { SESSION_KINDS, TRAINING_KINDS } from "../training_week/decided_week.mjs";
import { gateLine } from "./causes.mjs";
import { MoveTelling } from "./move_telling.mjs";
import { weekCautions } from "./week_cautions.mjs";
import { conflictTold } from "./week_conflicts.mjs";
import { hasOwnNotes, weekNotes } from "./week_notes.mjs";
import { WeekTelling } from "./week_telling.mjs";

const MOVES_NAMED = 3;

/** A decided programme in words, as Programme.model_dump_json() has it. */
export function tellProgramme(decided, telling, start, daysAWeek) {
  const { decision, knowledge } = telling;
  const says = new WeekTelling(telling, start);
  const weeks = decided.weeks.map((each) => says.week(each));
  const sessions = weeks.flatMap(({ days }) => days.flatMap((day) => day.sessions));
  const moves = movesIn(weeks, telling);
  const trains = sessions.some(({ kind }) => TRAINING_KINDS.includes(kind));
  const cautions = weekCautions(Object.keys(moves), telling);
  const notes = weekNotes(decided, telling);
  const minds = cautions.length > 0 || hasOwnNotes(notes, telling);
  return {
    schema_version: "1",
    library_version: decision.library_version,
    knowledge_version: decision.knowledge_version,
    facts: decision.facts,
    gate: decision.gate,
    gate_line: gateLineAbove(decided, trains, minds, telling),
    start,
    days_a_week: daysAWeek,
    weeks,
    conflicts: decided.conflicts.map((each) => conflictTold(each, telling, daysAWeek)),
    held_back: decided.held_back,
    out_of_reach: decided.out_of_reach,
    cautions,
    moves,
    notes,
    notice: knowledge.policy.notice,
    intervals_from: decided.intervals_from,
    improved: null,
  };
}

/** The gate in a line, which says of the weeks no more than is so; what they leave out. */
function gateLineAbove({ weeks, changed, left_out: leftOut }, trains, minds, telling) {
  const { knowledge, reader, screened } = telling;
  const changes = weeks.length > 0 ? changed : null;
  const moves = leftOut.filter((id) => !SESSION_KINDS.includes(id));
  const line = gateLine(telling, trains, changes, minds, moves);
  if (leftOut.length === 0 || screened.gate !== "modify") return line;
  const names = leftOut.map((id) =>
    SESSION_KINDS.includes(id)
      ? reader.word("session-kinds", id)
      : knowledge.exercises.get(id).title,
  );
  const said = names.length <= MOVES_NAMED ? "left-out-here" : "left-out-among-others";
  return `${line} ${reader.say(said, { names: reader.listed(names.slice(0, MOVES_NAMED)) })}`;
}

/** How each exercise is done, in the order in which it is met. */
export function movesIn(weeks, telling) {
  const sessions = weeks.flatMap(({ days }) => days.flatMap((day) => day.sessions));
  const met = once(sessions.flatMap(({ items }) => items.map(({ exercise }) => exercise)));
  const says = new MoveTelling(telling);
  return Object.fromEntries(met.map((id) => [id, says.of(id)]));
}
