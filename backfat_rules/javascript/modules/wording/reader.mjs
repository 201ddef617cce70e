// Data into words, in metric units: the mirror of wording/speech.py, names.py and measured.py.

import { Range } from "../language/range.mjs";
import { sorted } from "../order.mjs";
import { inSteps, numberText, pluralOf } from "./numbers.mjs";

export class Reader {
  constructor(words) {
    this.words = words;
  }

  /** A sentence with its slots filled; numbers are written as in this language. */
  say(id, slots = {}) {
    const sentence = this.words.sentences.get(id);
    const said = Object.entries(slots).map(([name, slot]) => [
      name,
      typeof slot === "number" ? this.number(slot) : slot,
    ]);
    const filled = new Map(said);
    if (sentence.forms === undefined) return told(sentence.text, filled);
    const form = pluralOf(slots[sentence.count], this.words.language);
    return told(sentence.forms[form] ?? sentence.forms.other, filled);
  }

  /** What a word of a fixed list is called. */
  word(list, word) {
    return this.words.labels.get(list)[word];
  }

  /** Likewise of a list that has a word for all others. */
  wordOrOther(list, word) {
    const words = this.words.labels.get(list);
    return Object.hasOwn(words, word) ? words[word] : words.other;
  }

  /** A topic as a word; that of somebody's own rules stands for itself. */
  topic(topic) {
    const topics = this.words.labels.get("topics");
    return Object.hasOwn(topics, topic) ? topics[topic] : spaced(topic);
  }

  number(number) {
    return numberText(inSteps(number, null), this.words.language);
  }

  /** Texts as a list in a sentence; empty for none. */
  listed(texts, last = "list-and") {
    return this.#joined([...texts], "list-comma", last);
  }

  /** Texts with the same sentence between any two of them. */
  chained(texts, by) {
    return this.#joined([...texts], by, by);
  }

  #joined(texts, comma, last) {
    const [begun = "", ...rest] = texts;
    const join = (said, next, at) =>
      this.say(at === rest.length - 1 ? last : comma, { first: said, next });
    return rest.reduce(join, begun);
  }

  /** A phrase as it opens a sentence. */
  opening(phrase) {
    const [first = "", ...rest] = phrase;
    return first.toUpperCase() + rest.join("");
  }

  /** A title as it stands inside a sentence. */
  inside(title) {
    return this.words.language.lower_titles ? title.toLowerCase() : title;
  }

  /** A text with the person's own numbers and words; null where one may not be shown. */
  fill(pieces, known, shown) {
    const words = new Map();
    for (const name of namesOf(pieces)) {
      if (!shown.has(name)) return null;
      words.set(name, this.shown(name, known.get(name)));
    }
    let text = told(pieces, words);
    for (const [name, word] of words) {
      // A range is said as it is: "about less than 5" would be neither.
      if (known.get(name) instanceof Range) {
        text = text.replaceAll(this.say("roughly", { number: word }), word);
      }
    }
    return text;
  }

  /** What a name comes to as texts show it: numbers in usable steps. */
  shown(name, value) {
    const unit = this.words.names.get(name)?.measured_in ?? "";
    const isNumber = typeof value === "number" || value instanceof Range;
    const usable = typeof value === "number" ? this.#usable(name, value) : value;
    const said = this.value(name, usable);
    return unit && isNumber ? this.say("amount", { number: said, unit }) : said;
  }

  /** An answer to a fact as it stands alone. */
  answer(name, value) {
    const unit = this.words.names.get(name).unit;
    const isScale = /^\d+-\d+$/.test(unit);
    const isNumber = typeof value === "number" || value instanceof Range;
    const number = this.value(name, value);
    return isNumber && unit && !isScale ? this.say("amount", { number, unit }) : number;
  }

  /** What a fact or value comes to, without its unit. */
  value(name, value) {
    if (typeof value === "boolean") return this.say(value ? "yes" : "no");
    if (typeof value === "number") return this.number(this.#apart(name, value));
    if (typeof value === "string") return this.choice(name, value);
    if (value instanceof Range) return this.range(value);
    const words = sorted(value).map((word) => this.choice(name, word));
    return words.length > 0 ? this.listed(words) : this.say("none-of-a-list");
  }

  range({ ends }) {
    const said = Object.entries(ends).map(([name, end]) => [name, this.number(end)]);
    const [[name, low], [, high] = []] = said;
    if (high === undefined) return this.say(OPEN_RANGE[name], { number: low });
    return low === high ? low : this.say("from-to", { low, high });
  }

  /** What a word of a choice or set is called. */
  choice(name, word) {
    return own(this.words.names.get(name)?.words, word) ?? spaced(word);
  }

  /** A word of a set that somebody has ticked, as it stands alone. */
  ticked(name, word) {
    return own(this.words.names.get(name)?.ticked, word) ?? this.choice(name, word);
  }

  /** Which fact is asked for in one question with this one, and how. */
  together(name) {
    return this.words.names.get(name)?.together;
  }

  question(name) {
    return this.words.names.get(name).question;
  }

  /** The sentence that ends the message of an emergency; empty if there is none. */
  whomToCall(screening) {
    const { contact } = this.words;
    if (contact === null) return "";
    return own(contact.instead, screening) ?? contact.says;
  }

  #usable(name, number) {
    return this.#apart(name, this.#stepped(name, number));
  }

  /** A value in its own steps, one that is a limit to its safe side; a fact as it is. */
  #stepped(name, number) {
    const step = this.words.names.get(name)?.step ?? null;
    if (step === null) return number;
    const side = this.words.sides.get(name) ?? this.#sideOf(name, number, step);
    return inSteps(number, step, side);
  }

  /** A number with two decimals, on its own side of every limit. */
  #apart(name, number) {
    const near = inSteps(number, null);
    return near === number ? near : inSteps(number, null, this.#sideOf(name, number, null));
  }

  #sideOf(name, number, step) {
    const near = inSteps(number, step);
    for (const [limit, side] of this.words.limits.get(name) ?? []) {
      const isPassed = (each) => (side === "up" ? each >= limit : each > limit);
      if (isPassed(near) !== isPassed(number)) return isPassed(number) ? "up" : "down";
    }
    return "nearest";
  }
}

const OPEN_RANGE = {
  at_least: "range-at-least",
  above: "range-above",
  at_most: "range-at-most",
  below: "range-below",
};

/** The names that a text shows; a text is a list of words and of names in their places. */
export const namesOf = (pieces) =>
  pieces.filter((piece) => typeof piece !== "string").map(({ name }) => name);

const told = (pieces, words) =>
  pieces.map((piece) => (typeof piece === "string" ? piece : words.get(piece.name))).join("");

const own = (object, name) =>
  object !== undefined && Object.hasOwn(object, name) ? object[name] : undefined;

const spaced = (id) => id.replaceAll("_", " ");
