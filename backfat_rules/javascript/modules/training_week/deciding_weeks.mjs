// The weeks of one person: the mirror of training_week/deciding_weeks.py.

import { evaluate } from "../language/evaluate.mjs";
import { once } from "../order.mjs";
import { WeekBuilder } from "./constructive.mjs";
import { goalsHeldBack } from "./goals.mjs";
import { weekAfter } from "./progression.mjs";
import { limitsOf, numbersFor } from "./week_limits.mjs";
import { Wishes } from "./wishes.mjs";

const NOTHING = {
  weeks: [],
  conflicts: [],
  intervals_from: null,
  held_back: [],
  out_of_reach: [],
  changed: false,
  left_out: [],
};

/** The programme of a person; one week alone where somebody has to be seen before any more. */
export function decideWeeks(person, decision, { weeks, mostDays, kept, before }) {
  const { screened, knowledge } = person;
  if (screened.noPlan || knowledge.sessions.size === 0) return NOTHING;
  const builder = builderFor(person, decision, mostDays, kept, before);
  const first = builder.build();
  if (first.days.every((day) => day.length === 0)) return NOTHING;
  const number = screened.waitsForOk ? 1 : weeks;
  const others = Array.from({ length: number - 1 }, (_, at) => weekAfter(first, at + 2, builder));
  const heldBack = goalsHeldBack(builder).filter((id) => !first.met.includes(id));
  const settled = new Set([...heldBack, ...first.met]);
  return {
    weeks: [first, ...others],
    conflicts: first.missed.length > 0 ? new Wishes(builder, first).conflicts() : [],
    intervals_from: intervalsFrom(builder),
    held_back: heldBack,
    out_of_reach: builder.outOfReach.filter((id) => !settled.has(id)),
    ...withoutScreening(first, builder),
  };
}

/** Whether it would be another week if no answer closed anything, and what it would have then. */
function withoutScreening(first, builder) {
  if (builder.person.screened.fired.length === 0) return { changed: false, left_out: [] };
  const free = builder.unscreened().build();
  const [kinds, others, lifted] = [kindsOf, movesOf(false), movesOf(true)].map((ids) => {
    const has = ids(first);
    return once(ids(free)).filter((each) => !has.includes(each));
  });
  // whoever moves on in another way altogether needs no list of the moves that are not theirs
  const moves = others.length > 0 ? [] : lifted;
  return {
    changed: JSON.stringify(free.days) !== JSON.stringify(first.days),
    left_out: kinds.length > 0 ? kinds : moves,
  };
}

const kindsOf = ({ days }) => days.flat().map(({ kind }) => kind);

const movesOf =
  (lifted) =>
  ({ days }) =>
    days
      .flat()
      .filter(({ kind }) => (kind === "strength") === lifted)
      .flatMap(({ items }) => items.map(({ exercise }) => exercise));

/** What builds the weeks of a person within what they have told. */
export function builderFor(person, decision, mostDays, kept = [], before = []) {
  const { knowledge, derivation, choices } = person;
  const numbers = numbersFor(knowledge, derivation.known, choices.level);
  const likes = new Map(kept.map((id) => [id, numbers("prefer-kept")]));
  const limits = limitsOf(person, numbers, mostDays);
  return new WeekBuilder(person, decision, limits, { kept: likes, before });
}

/** The first week after enough weeks of training, where nothing but that is missing. */
function intervalsFrom({ person, moves, numbers }) {
  if (moves.rules.has("intervals")) return null;
  const { knowledge, screened, derivation } = person;
  const rule = [...knowledge.sessions.values()].find(({ kind }) => kind === "intervals");
  if (rule === undefined || rule.base === null || !moves.rules.has("strength")) return null;
  const { gates } = knowledge;
  const { bits } = screened.book;
  const tags = [...rule.tags, ...rule.begins].map((tag) => bits.get(`tag ${tag}`));
  const isReasonInHealth = ({ fired, gate }) =>
    tags.some((tag) => (fired & tag) !== 0n) && gates.get(gate).rank > gates.get("proceed").rank;
  if (screened.fired.some(isReasonInHealth)) return null;
  const trained = evaluate(rule.base, derivation.known);
  const soFar = Number.isFinite(trained) ? Math.trunc(trained) : 0;
  return Math.max(1, numbers("intervals-after-weeks") - soFar + 1);
}
