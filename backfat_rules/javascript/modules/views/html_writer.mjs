// Pages and lists as HTML: the mirror of views/html_writer.py, without what is folded away. Every text
// is escaped here, and nowhere else.

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" };
const TONES = { care: "care", stop: "stop", alarm: "stop" };

export const escaped = (text) => text.replace(/[&<>"']/g, (each) => ENTITIES[each]);

/** The page of a plan, in the style of every other piece. */
export function pageHtml({ gate_line: line, sections, notice }, tone) {
  const gate = `<p class="gate ${TONES[tone] ?? ""}" role="status"><b>${escaped(line)}</b></p>`;
  return piece([gate, ...sections.map(sectionHtml), small(notice)].join("\n"));
}

/** Texts under headings; a heading without texts is a sentence of its own. */
export const blocksHtml = (blocks) =>
  piece(
    blocks
      .map(([heading, texts]) =>
        texts.length === 0
          ? `<p>${escaped(heading)}</p>`
          : headed(heading, items(texts.map(escaped).map(item), null)),
      )
      .join("\n"),
  );

const piece = (body) => `<div class="bfr">${body}</div>`;
const small = (text) => `<p class="soft">${escaped(text)}</p>`;
const headed = (heading, body) => `<h3>${escaped(heading)}</h3>\n${body}`;
const item = (body) => `<li>${body}</li>`;

function sectionHtml({ heading, entries, beside, further, first }) {
  const more = further === "" ? "" : small(further);
  return headed(beside === "" ? heading : `${heading}, ${beside}`, items(entries.map(entryHtml), first) + more);
}

function items(rows, first) {
  const kind = first === null ? "ul" : "ol";
  const start = first > 1 ? ` start="${first}"` : "";
  return rows.length > 0 ? `<${kind}${start}>${rows.join("")}</${kind}>` : "";
}

function entryHtml({ id, title, text, notes }) {
  const labelled = ([label, said]) =>
    `<br><span class="note"><span class="soft">${escaped(`${label}:`)}</span> ${escaped(said)}</span>`;
  const body = `${titled(title, text, notes)}${notes.map(labelled).join("")}`;
  return id ? `<li data-id="${escaped(id)}">${body}</li>` : item(body);
}

function titled(title, text, notes) {
  if (!title) return escaped(text);
  const name = `<b>${escaped(title)}</b>`;
  if (!text) return name;
  if (notes.length > 0) return `${name}<br>${escaped(text)}`;
  return `${name}${/[?.!]$/.test(title) ? "" : ":"} ${escaped(text)}`;
}
