// The page in a browser: questions, the plan that follows, and answers to change. It holds what is
// told in one variable and hands it to nobody.

import {
  answer,
  dontKnow,
  FactsError,
  interview,
  questionOn,
  questions,
  tell,
  told,
} from "./backfat_rules.mjs";
import { element, listOf, paragraph, place } from "./element.mjs";
import { problemsOf, Training } from "./training.mjs";

const words = JSON.parse(place("words").textContent);

let now = interview;
let before = [];
let asked = null; // the question that somebody has chosen to answer anew
let shownScreen = null; // what stands in the form, perhaps half answered
let shownBefore = new Set();

const WITHOUT_PLAN = ["urgent", "emergency"];

const training = new Training(words, (wished) => {
  before.push(now);
  now = wished;
  show(false);
});

/**
 * Everything anew, and the focus where the next thing is to be done; without the focus, questions
 * that are the same stay as somebody has begun to answer them.
 */
function show(focus = true) {
  const screen = asked === null ? questions(now) : { title: "", questions: [asked] };
  if (focus || idsIn(screen) !== idsIn(shownScreen)) showQuestions(screen);
  showAnswers();
  place("back").hidden = before.length === 0 && asked === null;
  const gate = showPlan();
  training.show(now, !WITHOUT_PLAN.includes(gate));
  if (focus) place(WITHOUT_PLAN.includes(gate) ? "plan" : "asking").focus();
}

const idsIn = (screen) => (screen?.questions ?? []).map(idOf).join(" ");

function showQuestions(screen) {
  shownScreen = screen;
  place("asking").textContent = screen?.title || words.questions;
  place("problems").replaceChildren();
  const fields = (screen?.questions ?? []).map(fieldset);
  const none = paragraph(words.nothing_left);
  place("fields").replaceChildren(...(fields.length > 0 ? fields : [none]));
  place("go-on").hidden = fields.length === 0;
}

const idOf = (question) => question.fact || question.screen;

function fieldset(question) {
  const id = idOf(question);
  const why = element("p", { id: `why-${id}` }, [question.note, question.why].join(" ").trim());
  const legend = element("legend", {}, question.text);
  const made = element("fieldset", { "aria-describedby": `why-${id}` }, legend, why);
  made.append(...inputs(question, id));
  return made;
}

function inputs(question, id) {
  const option =
    (type) =>
    ({ id: value, label }) =>
      element("label", {}, element("input", { type, name: id, value }), " ", label);
  const { kind, choices } = question;
  if (kind === "yes_no") {
    const both = [
      { id: "true", label: words.yes },
      { id: "false", label: words.no },
    ];
    return both.map(option("radio"));
  }
  if (kind === "number") {
    const { low: min, high: max, whole, unit } = question;
    const step = whole ? 1 : "any";
    const input = element("input", { type: "number", name: id, min, max, step });
    input.setAttribute("aria-label", question.text);
    const number = element("p", {}, input, ` ${/^\d+-\d+$/.test(unit) ? `(${unit})` : unit}`);
    return [number, ...choices.map(option("radio"))];
  }
  if (kind === "choice") return choices.map(option("radio"));
  return [...choices, { id: "", label: question.none }].map(option("checkbox"));
}

/** What a form says to a question: an answer, or undefined where nothing was chosen. */
function replyTo(question, form) {
  const given = form.getAll(idOf(question));
  if (question.kind === "ticks" || question.kind === "statements") {
    return given.length === 0 ? undefined : given.filter((each) => each !== "");
  }
  const value = given.filter((each) => each !== "").at(-1);
  if (value === undefined) return undefined;
  if (question.kind === "yes_no") return value === "true";
  const isRough = question.choices.some((each) => each.id === value);
  return question.kind === "number" && !isRough ? Number(value) : value;
}

function goOn(event) {
  event.preventDefault();
  const form = new FormData(event.target);
  const asking = asked === null ? questions(now).questions : [asked];
  try {
    const after = asking.reduce((known, question) => {
      const reply = replyTo(question, form);
      const id = idOf(question);
      return reply === undefined ? dontKnow(known, id) : answer(known, id, reply);
    }, now);
    before.push(now);
    [now, asked] = [after, null];
    show();
  } catch (error) {
    if (!(error instanceof FactsError)) throw error;
    place("problems").replaceChildren(...problemsOf(error));
  }
}

function goBack() {
  if (asked === null) now = before.pop() ?? now;
  asked = null;
  show();
}

/** Each answer with a button that asks for it again: what if it were another one? */
function showAnswers() {
  const rows = told(now).map(({ fact, question, answer: said }) => {
    const label = `${said}. ${words.change.replace("{question}", question)}`; // by what is seen, too
    const button = element("button", { type: "button", class: "link", "aria-label": label }, said);
    button.addEventListener("click", () => {
      asked = questionOn(now, fact);
      show();
    });
    return element("li", {}, `${question} `, button);
  });
  const list = rows.length > 0 ? element("ul", {}, ...rows) : paragraph(words.no_answers);
  place("told").replaceChildren(list);
  place("what-if").hidden = rows.length === 0;
}

function showPlan() {
  const page = tell(now.answers);
  const isAlarm = WITHOUT_PLAN.includes(page.gate);
  if (isAlarm) place("form").before(place("advice"));
  else place("said").after(place("advice"));
  if (isAlarm) shownBefore = new Set(); // nothing of it is an addition to a plan
  const shown = new Set();
  const sections = page.sections.map((section) => sectionOf(section, shown));
  const gate = paragraph(page.gate_line, { class: `gate ${page.gate}` });
  place("page").replaceChildren(gate, ...sections.flat(), paragraph(page.notice));
  place("said").textContent = page.gate_line;
  shownBefore = isAlarm ? new Set() : shown;
  return page.gate;
}

function sectionOf({ heading, entries, beside, further, first }, shown) {
  const items = entries.map(({ title, text, notes }) => {
    const key = JSON.stringify([title, text]);
    shown.add(key);
    const isNew = shownBefore.size > 0 && !shownBefore.has(key);
    const mark = isNew ? element("small", {}, ` (${words.new})`) : "";
    const colon = title && text ? (/[?.!]$/.test(title) ? " " : ": ") : "";
    const lines = notes.map(([label, said]) => `${label}: ${said}`);
    const more = lines.length > 0 ? listOf(lines) : "";
    const name = title ? element("strong", {}, title) : "";
    return element("li", { class: isNew && "new" }, name, `${colon}${text}`, mark, more);
  });
  const kind = first === null ? "ul" : "ol";
  const list = element(kind, { start: first }, ...items);
  const head = beside ? `${heading}, ${beside}` : heading;
  return [element("h3", {}, head), list, ...(further ? [paragraph(further)] : [])];
}

place("form").addEventListener("submit", goOn);
place("back").addEventListener("click", goBack);
place("again").addEventListener("click", () => {
  [now, before, asked, shownBefore] = [interview, [], null, new Set()];
  show();
});
show(false);
