// Asks screen after screen: the mirror of interview.py and planning/replies.py. An interview is the
// plain data that Interview.model_dump_json() gives, and Python can go on with it.

import { evaluate } from "./language/evaluate.mjs";
import { Range } from "./language/range.mjs";
import { byName } from "./profile/json_facts.mjs";
import { once, sorted } from "./order.mjs";
import { isFor } from "./planning/questions.mjs";
import { roughAnswers } from "./planning/rough.mjs";
import { toldTogether } from "./planning/statements.mjs";
import { FactsError } from "./profile/refusal.mjs";

export const EMPTY = { schema_version: "2", answers: {}, not_known: [], listed: [] };

/**
 * The interview with one more answer: the value of a fact, null to take it back, of a screen the
 * ids of the statements that are true, or of one statement whether it is.
 */
export function answered(interview, id, value, telling, checked) {
  const before = telling.person.derivation.facts;
  const screen = telling.knowledge.screens.find((each) => each.id === id);
  const statement = statementsOf(telling.knowledge).find((each) => each.id === id);
  const isFact = screen === undefined && statement === undefined;
  const told = isFact
    ? factTold(id, value, telling)
    : screen === undefined
      ? statementTold(statement, value, before, interview.listed)
      : statementsTold(screen, value, before, interview.listed, telling);
  const facts = new Map([...before].filter(([name]) => !told.has(name)));
  for (const [name, each] of told) if (each !== null) facts.set(name, each);
  const byStatements = isFact ? [] : [...told.keys()];
  const isRough = isFact && typeof value === "string" && told.get(id) instanceof Range;
  return {
    ...EMPTY,
    answers: byName(checked(byName(facts))),
    not_known: [...interview.not_known.filter((name) => !told.has(name)), ...(isRough ? [id] : [])],
    listed: sorted(
      once([...interview.listed.filter((name) => !told.has(name)), ...byStatements]).filter(
        (name) => facts.has(name),
      ),
    ),
  };
}

/** The interview after "I don't know"; an earlier answer to the same is taken back, but a range. */
export function notKnown(interview, id, telling) {
  const before = telling.person.derivation.facts;
  const screen = telling.knowledge.screens.find((each) => each.id === id);
  const facts =
    screen === undefined
      ? [id]
      : once(screen.statements.map(({ fact }) => fact)).filter((name) => !before.has(name));
  mustBeFacts(facts, telling.knowledge);
  const isKept = ([name, value]) => !facts.includes(name) || value instanceof Range;
  const kept = new Map([...before].filter(isKept));
  return {
    ...EMPTY,
    answers: byName(kept),
    not_known: once([...interview.not_known, ...facts]),
    listed: interview.listed.filter((name) => kept.has(name)),
  };
}

const statementsOf = ({ screens }) => screens.flatMap((each) => each.statements);

/** What one statement tells; nothing where nothing is said of it. */
function statementTold(statement, holds, before, listed) {
  if (holds === null) return new Map();
  if (typeof holds !== "boolean") throw refused(statement.id, "is neither yes nor no.");
  return toldTogether([[statement, holds]], notListed(before, listed));
}

/** Which statements are known to be true, and which to be false, by id. */
export function statementsKnown(facts, knowledge) {
  const held = statementsOf(knowledge).map(({ id, means }) => [id, evaluate(means, facts)]);
  return Object.fromEntries(held.filter(([, holds]) => typeof holds === "boolean"));
}

/** An answer to a fact; a rough one as its range. */
function factTold(name, value, telling) {
  mustBeFacts([name], telling.knowledge);
  const isWord = typeof value === "string" && telling.knowledge.facts.get(name).kind === "number";
  const rough = isWord ? roughAnswers(name, telling).find((each) => each.id === value) : undefined;
  return new Map([[name, rough?.told ?? value]]);
}

/** What the statements of a list tell; those that are not ticked are not true. */
function statementsTold(screen, ticked, before, listed, telling) {
  const facts = once(screen.statements.map(({ fact }) => fact));
  if (ticked === null) return new Map(facts.map((name) => [name, null]));
  const unknown = ticked.filter((id) => !screen.statements.some((each) => each.id === id));
  if (unknown.length > 0) throw refused(screen.id, `has no statement ${unknown.join(", ")}.`);
  const canBeTold = (each) => {
    if (!isFor(each, telling.known)) return false;
    if (listed.includes(each.fact) || before.get(each.fact) instanceof Range) return true;
    return evaluate(each.means, before) === undefined;
  };
  const isTicked = (each) => ticked.includes(each.id);
  const said = screen.statements
    .filter((each) => isTicked(each) || canBeTold(each))
    .map((each) => [each, isTicked(each)]);
  return toldTogether(said, notListed(before, listed));
}

/** What was told by more than the statements of a list, which are told anew. */
const notListed = (before, listed) =>
  new Map([...before].filter(([name]) => !listed.includes(name)));

function mustBeFacts(names, knowledge) {
  const wrong = names.find((name) => !knowledge.facts.has(name));
  if (wrong !== undefined) throw refused(wrong, "is not a fact.");
}

const refused = (field, message) => new FactsError([{ field, message, remedy: "" }]);
