// What a person told, checked: the mirror of planning/told.py and of what it calls in profile/.

import { Range } from "../language/range.mjs";
import { checkedNumber } from "../profile/numbers.mjs";
import { checkedRange, isRange } from "../profile/ranges.mjs";
import { FactsError, Refused, shown } from "../profile/refusal.mjs";

/** The answered facts by name; a range is told in the place of its number, or under ranges. */
export function checkedFacts(told, knowledge) {
  const problems = [];
  const facts = new Map();
  for (const [field, given] of listed(told)) {
    if (given === null || given === undefined) continue;
    try {
      const fact = knowledge.facts.get(field);
      if (fact === undefined) throw new Refused("is not a fact.");
      put(field, checked(given, fact, knowledge), facts);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      problems.push({ field, message: error.message, remedy: error.remedy });
    }
  }
  if (problems.length > 0) throw new FactsError(problems);
  return facts;
}

function listed(told) {
  const { ranges, ...answers } = told ?? {};
  return [...Object.entries(answers), ...Object.entries(ranges ?? {})];
}

/** Put a value beside what else is told of the fact: an exact number is enough. */
function put(field, value, facts) {
  const before = facts.get(field) ?? value;
  const [range, number] = before instanceof Range ? [before, value] : [value, before];
  if (range instanceof Range && typeof number === "number") {
    if (!range.contains(number)) {
      throw new Refused(
        `${number} is not in the range that is told for it.`,
        "Keep one of the two.",
      );
    }
    facts.set(field, number);
  } else if (JSON.stringify(range.ends ?? range) === JSON.stringify(number.ends ?? number)) {
    facts.set(field, value);
  } else {
    throw new Refused("two different ranges are told.", "Keep one of them.");
  }
}

/** An answer as conditions take it, if it can be right. */
function checked(given, fact, knowledge) {
  if (isRange(given)) return checkedRange(given, fact);
  if (fact.kind === "number") return checkedNumber(given, fact);
  if (fact.kind === "truth") return checkedTruth(given);
  if (fact.kind === "choice") return checkedWord(given, fact);
  if (!Array.isArray(given) && !(given instanceof Set)) {
    throw new Refused(
      `${shown(given)} is not a list of words.`,
      "Give a list; an empty one means none.",
    );
  }
  const { ids_of: idsOf } = fact;
  const ids = idsOf === undefined ? undefined : knowledge.names.get(idsOf);
  return new Set(
    [...given].map((word) =>
      ids === undefined || ids.size === 0 ? checkedWord(word, fact) : checkedName(word, ids, idsOf),
    ),
  );
}

function checkedTruth(given) {
  if (typeof given === "boolean") return given;
  throw new Refused(`${shown(given)} is not true or false.`, "Give one of them, without quotes.");
}

function checkedWord(given, { words }) {
  if (typeof given !== "string") throw new Refused(`${shown(given)} is not a word.`);
  if (words === undefined || words.includes(given)) return given;
  throw new Refused(`${shown(given)} is not one of ${words.join(", ")}.`);
}

/** The id of an entry that is named: by an id, a title or another name. */
function checkedName(given, ids, collection) {
  const id = typeof given === "string" ? ids.get(plainly(given)) : undefined;
  if (id !== undefined) return id;
  throw new Refused(
    `${shown(given)} is none of the ${collection}.`,
    `Give ids or titles of the knowledge's ${collection}, and leave out others.`,
  );
}

/** A name without the differences of spelling that nobody means. */
const plainly = (name) =>
  name
    .slice(0, 200)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase()
    .replaceAll("ß", "ss");
