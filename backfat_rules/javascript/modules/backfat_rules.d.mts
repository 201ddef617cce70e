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

/** Entries under a heading; further speaks of what a page has no room for. */
export interface Section {
  heading: string;
  entries: Entry[];
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
