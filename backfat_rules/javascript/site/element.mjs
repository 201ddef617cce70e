// Parts of the page; every text goes in as text, never as HTML.

export const place = (id) => document.getElementById(id);

/** An element with attributes, of which null and false are left out, and what stands in it. */
export function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter((each) => each !== "" && each !== null));
  return made;
}

export const paragraph = (text, attributes = {}) => element("p", attributes, text);

/** Each text as an item of a list; numbered where they are done in this order. */
export const listOf = (items, isNumbered = false) =>
  element(isNumbered ? "ol" : "ul", {}, ...items.map((each) => element("li", {}, each)));
