// The explorer on a page of its own, or in a frame of another: what it needs stands in the page.

/** The explorer in its place; what waits for it is shown, what stands in for it is hidden. */
async function alone() {
  const { facts, packed, ...told } = JSON.parse(document.getElementById("bfx-told").textContent);
  const rules = await rulesOf(packed);
  const el = document.getElementById("bfx-place");
  explorer({ el, ...told, state: rules.explored(facts), ...answeredBy(rules), watch: () => {} });
  for (const each of document.querySelectorAll(".bfx-waits")) each.hidden = false;
  if (window.frameElement) fitInto(window.frameElement);
}

/** A frame as high as what it holds, in the ink of the page around it. */
function fitInto(frame) {
  const root = document.documentElement;
  const ink = getComputedStyle(frame.parentElement).color;
  const scheme = isBright(ink) ? "dark" : "light";
  root.style.cssText = `color: ${ink}; color-scheme: ${scheme}; background: transparent`;
  frame.style.colorScheme = scheme;
  const fit = () => { frame.style.height = `${root.offsetHeight}px`; };
  new ResizeObserver(fit).observe(root);
  fit();
  frame.previousElementSibling.hidden = true;
}

/** Whether a colour, however it is written, is one for a dark page. */
function isBright(colour) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 1, 1);
  const [red, green, blue] = pen.getImageData(0, 0, 1, 1).data;
  return 0.299 * red + 0.587 * green + 0.114 * blue > 140;
}

alone();
