/** The strictest gate of all screening rules that fired. */
export type Gate =
  "proceed" | "insufficient_data" | "modify" | "clarify" | "refer_first" | "urgent" | "emergency";

/** A number that is known only to lie between two ends, each of them closed or open. */
export interface Range {
  at_least?: number;
  above?: number;
  at_most?: number;
  below?: number;
}

/** A condition: a number, a name, a word, or an operation on parts. */
export type Condition =
  number | { name: string } | { word: string } | { op: string; of: Condition[] };

/** How much, as numbers; without any, the plain default holds. */
export interface Dose {
  numbers: Record<string, number>;
  inputs: string[];
  asks: string[];
  personal: boolean;
}

/** How much of an exercise: the least and the most of each amount. */
export interface MoveDose {
  context: string;
  level: "beginner" | "novice" | "intermediate";
  amounts: Record<string, [number, number]>;
  per_side: boolean;
}

/** A food or exercise to choose from. */
export interface Chosen {
  id: string;
  instead_of: string | null;
  dose: MoveDose | null;
}

/** One recommendation that is given, with the other ways to the same need. */
export interface Advice {
  id: string;
  rank: number;
  priority: number;
  priority_parts: {
    impact: number;
    severity: number;
    evidence: number;
    goals: number;
    complaint: number | null;
  };
  dose: Dose | null;
  foods: Chosen[];
  exercises: Chosen[];
  end: { condition: Condition; facts: string[] } | null;
  need: string | null;
  ways: Advice[];
}

/** What would have been given, and what stopped it. */
export interface Held {
  id: string;
  kind: "block" | "needs_ok" | "rival";
  by: string;
  unanswered: boolean;
  instead: string[];
  under: string | null;
}

/** What is advised, without a word: what Decision.model_dump_json() gives in Python. */
export interface Decision {
  library_version: string;
  knowledge_version: string;
  facts: Facts;
  gate: Gate;
  screening: { id: string; fired: boolean }[];
  advice: Advice[];
  first_steps: string[];
  withheld: Held[];
  messages: {
    id: string;
    kind: "screening" | "guidance" | "expectation" | "myth" | "faq" | "keep_going";
  }[];
  findings: { id: string; holds: boolean; severity: number | null }[];
  values: Record<string, number>;
  schema_version: "1";
  later: string[];
}

/** Answers that cannot be right: what is wrong with each, and what to do. */
export class FactsError extends Error {
  problems: { field: string; message: string; remedy: string }[];
}

/**
 * What is advised to somebody.
 *
 * @throws {FactsError} for answers that cannot be right.
 */
export function decide(facts: Facts): Decision;

/** One item of a section: what it is called, what is said of it, and labelled lines below. */
export interface Entry {
  /** Of a recommendation its id; else empty. */
  id: string;
  title: string;
  text: string;
  notes: [label: string, text: string][];
}

/** Entries under a heading; beside it, or further below, stands what a page has no room for. */
export interface Section {
  heading: string;
  entries: Entry[];
  beside: string;
  further: string;
  /** The number of the first entry; null where they are not numbered. */
  first: number | null;
  /** Whether each entry is meant to be one line. */
  in_lines: boolean;
}

/** The page of a plan in words, from top to bottom; what would be folded away is not in it. */
export interface Page {
  gate: Gate;
  gate_line: string;
  sections: Section[];
  notice: string;
}

/**
 * The words of the page of a plan: what str(plan) says in Python.
 *
 * @throws {FactsError} for answers that cannot be right.
 */
export function tell(facts: Facts): Page;

/** What can be wished of a programme beside what facts tell, such as training_days. */
export interface Wishes {
  /** The first week begins on the first Monday from this day on, such as 2026-12-07. */
  start?: string | null;
  /** How many weeks: 1 to 52, 1 where nothing is said. */
  weeks?: number;
  /** On how many days a week training may stand at most. */
  days?: number | null;
  /** A programme of before, whose moves stay unless something speaks against them. */
  after?: Programme | null;
}

/** One move in a session, and how much of it; moves of the programme say how it is done. */
export interface Item {
  exercise: string;
  title: string;
  slot: string;
  sets: number;
  reps: number | null;
  reps_most: number | null;
  seconds: number | null;
  seconds_most: number | null;
  rest_seconds: number;
  per_side: boolean;
  dose: string;
  effort: string;
  why: string;
  muscles: string[];
  advice: string | null;
  context: string;
  level: "beginner" | "novice" | "intermediate";
  covers: string[];
  heavier: boolean;
  /** The sets before the first one: how many repetitions, with how many percent of its weight. */
  ramp_up: [reps: number, percent: number][];
  ramp_up_text: string | null;
  /** What it is done with, of what there is. */
  gear: string[];
}

/** One session of a day. */
export interface Session {
  kind: "strength" | "intervals" | "cardio" | "recovery" | "mobility";
  rule: string;
  part: string | null;
  title: string;
  minutes: number;
  warm_up_minutes: number;
  warm_up: string | null;
  cool_down_minutes: number;
  /** How it ends, for those to whom that matters. */
  cool_down: string | null;
  items: Item[];
  why: string;
  /** Why so much of it. */
  target: string | null;
  muscles: string[];
}

/** One day; no session on a free one. */
export interface Day {
  weekday: "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";
  date: string | null;
  sessions: Session[];
}

/** Seven days, from Monday on. */
export interface Week {
  number: number;
  easier: boolean;
  days: Day[];
  changes: string[];
  sets_by_muscle: Record<string, number>;
  aerobic_minutes: number;
  missed: string[];
}

/** Wishes that cannot hold together, and what giving up each of them would give. */
export interface Conflict {
  wishes: string[];
  text: string;
  without: { wish: string; gives: string[]; costs: string[]; text: string }[];
}

/** How one exercise is done by this person. */
export interface Move {
  id: string;
  title: string;
  steps: string[];
  cue: string | null;
  faults: string[];
  cautions: string[];
  muscles: string[];
  equipment: string[];
  dose: string | null;
  easier: Record<string, string>;
  harder: Record<string, string>;
  made_of: string[];
}

/** Training weeks in numbers and words: what Programme.model_dump_json() gives in Python. */
export interface Programme {
  schema_version: "1";
  library_version: string;
  knowledge_version: string;
  facts: Facts;
  gate: Gate;
  gate_line: string;
  start: string | null;
  days_a_week: number | null;
  /** Empty where the gate allows no training. */
  weeks: Week[];
  conflicts: Conflict[];
  held_back: string[];
  out_of_reach: string[];
  /** What this person, and not everybody, has to mind in the moves. */
  cautions: { text: string; exercises: string[] }[];
  moves: Record<string, Move>;
  notes: { id: string; title: string; text: string }[];
  notice: string;
  intervals_from: number | null;
  improved: string | null;
}

/**
 * A training week or several for somebody.
 *
 * @throws {FactsError} for answers or wishes that cannot be right.
 */
export function programme(facts: Facts, wishes?: Wishes): Programme;

/**
 * What fits wherever a move of the first week stands, the best first, as it would stand there.
 *
 * @throws {FactsError} if the week has no such move.
 */
export function swap(programme: Programme, exercise: string): Item[];

/**
 * The programme with another move in the place of one, in every week.
 *
 * @throws {FactsError} if the week has no such move, or the other one does not fit.
 */
export function swapped(programme: Programme, exercise: string, by: string): Programme;

/** What was done of a week by weekday and move: all of it, the same in each set, or each set. */
export type Log = Partial<Record<Day["weekday"], Record<string, boolean | number | number[]>>>;

/**
 * The week after the first one, from what was planned and what was done alone.
 *
 * @throws {FactsError} if the log names a day or a move that the week has not, or no sets.
 */
export function log(programme: Programme, done: Log): Programme;

/** One move of a session on a page, and how it is done where it comes first. */
export interface ItemEntry {
  title: string;
  text: string;
  notes: [label: string, text: string][];
  more: { label: string; text: string; items: string[]; numbered: boolean }[];
}

/** One week on a page: the days at a glance, each session, what comes of all. */
export interface WeekInWords {
  title: string;
  changes: string[];
  /** Of each day its name, what stands on it, and how many minutes that takes. */
  table: { columns: string[]; rows: [day: string, training: string, minutes: string][] };
  cautions: { heading: string; lines: string[] };
  sessions: { heading: string; about: string[]; items: ItemEntry[]; muscles: string[] }[];
  muscles: {
    heading: string;
    columns: string[];
    /** Of each muscle its sets as a number and in words, and which shade draws it. */
    rows: {
      id: string;
      title: string;
      sets: number;
      said: string;
      shade: number;
      label: string;
    }[];
  };
  lines: string[];
}

/** The page of a programme in words, from top to bottom; an empty heading stands for nothing. */
export interface WeekPage {
  gate: Gate;
  gate_line: string;
  heading: string;
  weeks: WeekInWords[];
  conflicts: { heading: string; entries: { text: string; without: string[] }[] };
  notes: { heading: string; entries: { title: string; text: string }[] };
  notice: string;
}

/**
 * The words of the page of a programme: what its to_html() says in Python.
 *
 * @throws {FactsError} for answers or wishes that cannot be right.
 */
export function week(facts: Facts, wishes?: Wishes): WeekPage;

/** One thing that can be chosen, ticked or said. */
export interface Choice {
  id: string;
  label: string;
  condition: string;
}

/** Something worth asking for; answer() takes the reply under the fact, or else the screen. */
export interface Question {
  /** Empty for statements, which tell of several facts. */
  fact: keyof Facts | "";
  kind: "yes_no" | "number" | "choice" | "ticks" | "statements";
  screen: string;
  facts: string[];
  text: string;
  unit: string;
  low: number | null;
  high: number | null;
  whole: boolean;
  /** For a number rough answers, which can be given in its place. */
  choices: Choice[];
  none: string;
  follow_ups: string[];
  why: string;
  note: string;
  releases: string[];
}

/** What is asked together. */
export interface Screen {
  id: string;
  title: string;
  questions: Question[];
  warning: string;
}

/** What was told so far: what Interview.model_dump_json() gives in Python. */
export interface Interview {
  schema_version: "2";
  answers: Facts;
  not_known: string[];
  listed: string[];
}

/** An interview in which nothing has been told. */
export const interview: Interview;

/** What is asked together next; null where there is nothing left to ask. */
export function questions(interview?: Interview): Screen | null;

/**
 * The interview with one more answer: the value of a fact, the id of a rough answer, of a list of
 * statements the ids of those that are true, or of one statement whether it is. Null takes an
 * answer back.
 *
 * @throws {FactsError} for an answer that cannot be right.
 */
export function answer(interview: Interview, id: string, value: unknown): Interview;

/** The interview after "I don't know". */
export function dontKnow(interview: Interview, id: string): Interview;

/** The question for a fact, told already or not. */
export function questionOn(interview: Interview, fact: keyof Facts): Question;

/** What was told, in words. */
export function told(interview: Interview): { fact: string; question: string; answer: string }[];

/**
 * The facts after one more answer, as answer() takes it; what was told as a range is told anew.
 *
 * @throws {FactsError} for an answer that cannot be right.
 */
export function factsAfter(facts: Facts, id: string, value: unknown): Facts;

/** What the explorer shows for some facts; texts in it are escaped. */
export interface Explored {
  facts: Facts;
  /** The facts, and the statements that are known to be true or false, by id. */
  values: Record<string, unknown>;
  /** The page of the plan as a piece of HTML; each piece of advice has its id as data-id. */
  plan: string;
  /** What is different since before, as a piece of HTML; empty for nothing. */
  change: string;
  /** What is different about each piece of advice, by its id. */
  changed: Record<string, "new" | "more" | "less" | "amount">;
  /** The line of Python that gives the plan. */
  code: string;
  error: "";
}

/**
 * The plan for some facts, ready to be shown, and what is new in it since others.
 *
 * @throws {FactsError} for answers that cannot be right.
 */
export function explored(facts: Facts, before?: Facts | null): Explored;

/**
 * What leads to a piece of advice, in sentences, as a piece of HTML.
 *
 * @throws {FactsError} for advice that is not in the plan.
 */
export function why(facts: Facts, id: string): string;
