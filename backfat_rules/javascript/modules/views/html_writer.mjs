// Pages and lists as HTML: the mirror of views/html_writer.py, without what is folded away. Every
// text is escaped here, and nowhere else.

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" };
const TONES = { care: "care", stop: "stop", alarm: "stop" };

/** The page of a plan, in the style of every other piece. */
export function pageHtml({ gate_line: line, sections, notice }, tone) {
  const about = { class: `gate ${TONES[tone] ?? ""}`, role: "status" };
  const gate = element("p", about, element("b", {}, escaped(line)));
  return piece([gate, ...sections.map(sectionHtml), soft("p", notice)]);
}

/** Texts under headings; a heading without texts is a sentence of its own. */
export const blocksHtml = (blocks) =>
  piece(
    blocks.flatMap(([heading, texts]) =>
      texts.length === 0
        ? element("p", {}, escaped(heading))
        : [headingOf(heading), items(texts.map((text) => item(escaped(text))), null)],
    ),
  );

const escaped = (text) => text.replace(/[&<>"']/g, (each) => ENTITIES[each]);

/** A tag around what is HTML already. */
function element(name, attributes, body) {
  const told = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return `<${name}${told.join("")}>${body}<\/${name}>`;
}

const piece = (parts) => element("div", { class: "bfr" }, parts.join("\n"));
const soft = (name, text) => element(name, { class: "soft" }, escaped(text));
const headingOf = (heading) => element("h3", {}, escaped(heading));
const item = (body, id = "") => element("li", id ? { "data-id": id } : {}, body);

function sectionHtml({ heading, entries, beside, further, first }) {
  const more = further === "" ? "" : soft("p", further);
  const head = beside === "" ? heading : `${heading}, ${beside}`;
  return `${headingOf(head)}\n${items(entries.map(entryHtml), first)}${more}`;
}

function items(rows, first) {
  if (rows.length === 0) return "";
  if (first === null) return element("ul", {}, rows.join(""));
  return element("ol", first > 1 ? { start: String(first) } : {}, rows.join(""));
}

function entryHtml({ id, title, text, notes }) {
  const labelled = ([label, said]) =>
    `<br>${element("span", { class: "note" }, `${soft("span", `${label}:`)} ${escaped(said)}`)}`;
  return item(`${titled(title, text, notes)}${notes.map(labelled).join("")}`, id);
}

function titled(title, text, notes) {
  if (!title) return escaped(text);
  const name = element("b", {}, escaped(title));
  if (!text) return name;
  if (notes.length > 0) return `${name}<br>${escaped(text)}`;
  return `${name}${/[?.!]$/.test(title) ? "" : ":"} ${escaped(text)}`;
}
