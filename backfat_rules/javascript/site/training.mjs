// The training week on the page: what can be wished of it, and what follows.

import { answer, FactsError, questionOn, week } from "./backfat_rules.mjs";
import { element, listOf, paragraph, place } from "./element.mjs";

/** Shows the week of an interview while it is open; tells wish what an interview becomes. */
export class Training {
  #words;
  #wish;
  #interview = null;
  #isWished = false; // whether the week changes because somebody wished it

  constructor(words, wish) {
    this.#words = words;
    this.#wish = wish;
    place("week").addEventListener("toggle", () => this.#showIfOpen());
    place("wishes").addEventListener("submit", (event) => event.preventDefault());
    place("weeks").addEventListener("change", () => this.#showIfOpen());
  }

  /** The week anew, once the plan stands there; where the gate allows no plan there is none. */
  show(interview, hasPlan) {
    this.#interview = interview;
    place("training").hidden = !hasPlan;
    if (hasPlan) setTimeout(() => this.#showIfOpen());
  }

  #showIfOpen() {
    if (!place("week").open) return;
    this.#showWishes();
    this.#try(() => {
      const page = week(this.#interview.answers, { weeks: Number(place("weeks").value) });
      this.#showPage(page);
      if (this.#isWished) place("said").textContent = saidOf(page);
      this.#isWished = false;
    });
  }

  #showPage({ weeks: [first, ...later], conflicts, notes, heading }) {
    const parts = first === undefined ? [paragraph(heading)] : this.#partsOf(first);
    const folded = later.map((each) => this.#folded(each));
    place("days").replaceChildren(...parts, ...folded, ...belowOf(conflicts, notes));
  }

  #folded(each) {
    const changes = each.changes.map((change) => paragraph(change));
    const summary = element("summary", {}, each.title);
    return element("details", {}, summary, ...changes, ...this.#partsOf(each));
  }

  #partsOf({ table, cautions, sessions, muscles, lines }) {
    return [
      tableOf(table),
      ...listed(cautions.heading, cautions.lines),
      ...sessions.flatMap((each) => this.#sessionParts(each)),
      ...(muscles.rows.length > 0 ? musclesOf(muscles) : []),
      ...lines.map((each) => paragraph(each)),
    ];
  }

  #sessionParts({ heading, about, items, muscles: [label, names] }) {
    const moves = items.map((each) => element("li", {}, ...this.#itemParts(each)));
    return [
      element("h3", {}, heading),
      ...about.map((each) => paragraph(each)),
      element("ol", {}, ...moves),
      ...(label === undefined ? [] : [paragraph(`${label}: ${names}`)]),
    ];
  }

  #itemParts({ title, text, notes, more }) {
    const said = notes.map(([label, note]) => `${label}: ${note}`);
    const about = said.length > 0 ? listOf(said) : "";
    const parts = [element("strong", {}, title), text === "" ? "" : `: ${text}`, about];
    if (more.length === 0) return parts;
    const how = element("summary", {}, this.#words.how, spoken(`: ${title}`));
    return [...parts, element("details", {}, how, ...more.flatMap(howParts))];
  }

  /** The questions behind the wishes, as they are answered now. */
  #showWishes() {
    const { answers } = this.#interview;
    if (place("wish-fields").children.length === 0) {
      const fields = this.#words.wishes.map((fact) => this.#fieldOf(fact));
      place("wish-fields").replaceChildren(...fields);
    }
    for (const input of place("wish-fields").querySelectorAll("input")) {
      const told = answers[input.name];
      if (input.type === "checkbox") input.checked = (told ?? []).includes(input.value);
      if (input.type === "number") input.value = typeof told === "number" ? told : "";
    }
  }

  #fieldOf(fact) {
    const { kind, text, choices, low: min, high: max, unit } = questionOn(this.#interview, fact);
    const field = element("fieldset", {}, element("legend", {}, text));
    if (kind === "number") {
      const input = { type: "number", name: fact, min, max, step: "any", "aria-label": text };
      field.append(element("p", {}, element("input", input), ` ${unit}`));
    } else {
      const tick = (value) => element("input", { type: "checkbox", name: fact, value });
      const labels = choices.map(({ id, label }) => element("label", {}, tick(id), ` ${label}`));
      field.append(element("div", { class: "side-by-side" }, ...labels));
    }
    field.addEventListener("change", () => this.#changed(fact, kind));
    return field;
  }

  #changed(fact, kind) {
    const given = new FormData(place("wishes")).getAll(fact).filter((each) => each !== "");
    const told = kind === "number" ? Number(given[0]) : given;
    this.#try(() => {
      const interview = answer(this.#interview, fact, given.length === 0 ? null : told);
      this.#isWished = true;
      this.#wish(interview);
    });
  }

  /** What is asked for, or what is wrong with it. */
  #try(change) {
    try {
      place("wish-problems").replaceChildren();
      change();
    } catch (error) {
      if (!(error instanceof FactsError)) throw error;
      place("wish-problems").replaceChildren(...problemsOf(error));
    }
  }
}

/** The days in a sentence, for whoever does not see what has changed. */
const saidOf = ({ weeks: [first], heading }) =>
  first === undefined ? heading : first.table.rows.map((row) => row.join(" ")).join("; ");

/** What is wrong with an answer, and what to do. */
export const problemsOf = ({ problems }) =>
  problems.map(({ message, remedy }) => paragraph(`${message} ${remedy}`, { class: "problem" }));

function tableOf({ columns, rows }) {
  const head = columns.map((each) => element("th", { scope: "col" }, each));
  const lines = rows.map(([first, ...cells]) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, first),
      ...cells.map((each) => element("td", {}, each)),
    ),
  );
  const body = element("tbody", {}, ...lines);
  return element("table", {}, element("thead", {}, element("tr", {}, ...head)), body);
}

/** Texts under a heading; nothing where there are none. */
const listed = (heading, texts) =>
  texts.length > 0 ? [element("h3", {}, heading), listOf(texts)] : [];

const musclesOf = ({ heading, columns, rows }) => [
  element("h3", {}, heading),
  bodyWith(rows),
  tableOf({ columns, rows: rows.map(({ title, said }) => [title, said]) }),
];

/** The body, each muscle in the shade that the legend has for its sets. */
function bodyWith(rows) {
  const body = place("body").content.firstElementChild.cloneNode(true);
  const keys = body.querySelectorAll(":scope > rect");
  body.querySelector("desc").textContent = rows.map(({ label }) => label).join("; ");
  for (const { id, shade, label } of rows) {
    for (const muscle of body.querySelectorAll(`[data-muscle="${CSS.escape(id)}"]`)) {
      for (const name of ["fill", "fill-opacity"]) {
        const value = keys[shade].getAttribute(name);
        if (value === null) muscle.removeAttribute(name);
        else muscle.setAttribute(name, value);
      }
      muscle.querySelector("title").textContent = label;
    }
  }
  return body;
}

const howParts = ({ label, text, items, numbered }) => [
  paragraph(text === "" ? label : `${label}: ${text}`),
  ...(items.length > 0 ? [listOf(items, numbered)] : []),
];

/** What cannot hold together, and what is good to know. */
function belowOf(conflicts, notes) {
  const told = ({ text, without }) => [paragraph(text), listOf(without)];
  const apart = conflicts.entries.flatMap(told);
  const known = notes.entries.map(({ title, text }) =>
    element("li", {}, element("strong", {}, title), `: ${text}`),
  );
  return [
    ...(apart.length > 0 ? [element("h3", {}, conflicts.heading), ...apart] : []),
    ...(known.length > 0 ? [element("h3", {}, notes.heading), element("ul", {}, ...known)] : []),
  ];
}

const spoken = (text) => element("span", { class: "spoken" }, text);
