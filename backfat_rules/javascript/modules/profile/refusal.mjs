// Answers that are refused: what is wrong with each, and what to do.

/** Answers that cannot be right; problems has a field, a message and a remedy for each. */
export class FactsError extends Error {
  constructor(problems) {
    const said = problems.map((each) => `${each.field}: ${each.message} ${each.remedy}`.trim());
    super(said.join("\n"));
    this.name = "FactsError";
    this.problems = problems;
  }
}

/** What is wrong with one answer. */
export class Refused extends Error {
  constructor(message, remedy = "") {
    super(message);
    this.remedy = remedy;
  }
}

/** A value as a message shows it. */
export function shown(value) {
  if (typeof value === "string")
    return `'${value.length > 60 ? `${value.slice(0, 57)}...` : value}'`;
  if (["number", "boolean"].includes(typeof value)) return String(value);
  return `a value of type ${Array.isArray(value) ? "list" : typeof value}`;
}
