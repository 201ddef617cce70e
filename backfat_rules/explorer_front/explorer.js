// A plan beside the answers that it is made from. What answers is handed in as three functions, so
// that the same page works with a kernel behind it or with the compiled rules alone:
//   tell(facts, id, value, since)  the state after an answer, or for the facts as they are without an
//                                  id; since are the facts that it is compared with
//   why(id, facts)                 why something is advised, as HTML
//   watch(show)                    calls show(state) whenever the facts change elsewhere
// Texts come as text and are never taken for HTML; HTML comes from the views, which escape it.

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name in element && typeof value !== "string") element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

let groupsOfRadios = 0; // names of radio groups differ between widgets on one page

function statement(control, answer) {
  const box = make("input", { type: "checkbox", onchange: () => answer(control.id, box.checked) });
  const back = make("button", { type: "button", onclick: () => answer(control.id, null) });
  return {
    element: make("div", {}, make("label", {}, box, " ", control.text)),
    show(value) {
      box.checked = value === true;
      box.indeterminate = value === undefined;
    },
    back,
  };
}

function number(control, answer, words) {
  const id = `bfx-${groupsOfRadios++}`;
  const told = make("output", { for: id });
  const slider = make("input", {
    type: "range", id, min: String(control.low), max: String(control.high), step: String(control.step),
    oninput: () => answer(control.id, Number(slider.value), true),
    onchange: () => answer(control.id, Number(slider.value)),
  });
  const back = make("button", { type: "button", onclick: () => answer(control.id, null) }, words.take_back);
  back.setAttribute("aria-label", `${words.take_back}: ${control.text}`);
  const element = make("fieldset", {},
    make("label", { for: id, class: "bfx-label" }, control.text), slider, told, " ", back);
  return {
    element,
    show(value, range) {
      const exact = typeof value === "number";
      const text = exact ? `${value} ${control.unit}` : range ? rangeText(range, control) : words.not_told;
      told.textContent = text;
      if (document.activeElement !== slider || !exact) slider.value = exact ? value : (control.low + control.high) / 2;
      slider.setAttribute("aria-valuetext", text);
      element.classList.toggle("bfx-none", !exact);
      back.hidden = !exact && !range;
    },
  };
}

function rangeText(range, control) {
  const sign = { at_least: "\u2265", above: ">", at_most: "\u2264", below: "<" };
  const ends = Object.entries(range).map(([end, limit]) => `${sign[end]} ${limit}`);
  return `${ends.join(", ")} ${control.unit}`;
}

function oneOf(control, choices, answer, words) {
  const name = `bfx-${groupsOfRadios++}`;
  const every = [...choices, { id: null, label: words.not_told }];
  const inputs = every.map((each) =>
    make("input", { type: "radio", name, onchange: () => answer(control.id, each.id) }));
  const labels = every.map((each, at) => make("label", {}, inputs[at], " ", each.label));
  return {
    element: make("fieldset", {}, make("legend", {}, control.text), ...labels),
    show(value) {
      every.forEach((each, at) => { inputs[at].checked = each.id === (value ?? null); });
    },
  };
}

function ticks(control, answer, words) {
  const boxes = control.choices.map((each) => make("input", { type: "checkbox", onchange: () => send() }));
  const none = make("input", { type: "checkbox", onchange: () => answer(control.id, none.checked ? [] : null) });
  const send = () => {
    const ticked = control.choices.filter((_, at) => boxes[at].checked).map((each) => each.id);
    answer(control.id, ticked.length ? ticked : null);
  };
  const labels = control.choices.map((each, at) => make("label", {}, boxes[at], " ", each.label));
  if (control.none) labels.push(make("label", {}, none, " ", control.none));
  return {
    element: make("fieldset", {}, make("legend", {}, control.text), ...labels),
    show(value) {
      control.choices.forEach((each, at) => { boxes[at].checked = (value ?? []).includes(each.id); });
      none.checked = Array.isArray(value) && value.length === 0;
    },
  };
}

function controlFor(control, answer, words) {
  const yesOrNo = [{ id: true, label: words.yes }, { id: false, label: words.no }];
  switch (control.kind) {
    case "statement": return statement(control, answer);
    case "number": return number(control, answer, words);
    case "ticks": return ticks(control, answer, words);
    case "yes_no": return oneOf(control, yesOrNo, answer, words);
    default: return oneOf(control, control.choices, answer, words);
  }
}

function explorer({ el, groups, words, state, tell, why, watch, shows_code: showsCode = true }) {
  let shown = state;
  let waiting = null; // the newest answer that came while another was on its way
  let busy = false;
  let since = null; // the facts before a slider was taken; null once it was let go
  const history = [];
  const controls = new Map();

  const alert = make("div", { role: "alert" });
  const changes = make("div", { "aria-live": "polite" });
  const plan = make("div", {});
  const undo = make("button", { type: "button", onclick: () => stepBack() }, words.undo);
  const code = make("pre", { hidden: true });
  const copy = make("button", { type: "button", onclick: () => copyCode() }, words.copy);
  const answers = make("div", { class: "bfx-answers", role: "group", "aria-label": words.answers });
  if (answers.scrollHeight) answers.tabIndex = 0;
  answers.append(make("h3", {}, words.answers));
  groups.forEach((group, at) => {
    const parts = group.controls.map((control) => {
      const made = controlFor(control, answer, words);
      controls.set(control.id, made);
      return made.element;
    });
    answers.append(make("details", { open: at < 1 }, make("summary", {}, group.title), ...parts));
  });
  // JupyterLab would take their keys for its own: arrows, and "dd" deletes a cell. It looks at the
  // element with the focus alone.
  for (const each of answers.querySelectorAll("input, button, summary")) each.dataset.lmSuppressShortcuts = "true";
  const bar = make("div", { class: "bfx-bar" }, undo, ...(showsCode ? [copy] : []));
  const advice = make("div", { role: "group", "aria-label": words.plan }, bar, code, alert, changes, plan);
  el.append(make("div", { class: "bfx" }, make("div", { class: "bfx-columns" }, answers, advice)));

  /**
   * Where the plan stands below the answers, what changed stands below the answer that changed it;
   * not inside, where a new line would take the slider out of the hand.
   */
  function placeChanges(id) {
    const control = controls.get(id);
    const isBelow = advice.offsetTop > answers.offsetTop;
    const place = control && isBelow ? control.element : code;
    if (place.nextSibling !== alert) place.after(alert, changes);
  }

  function show(next) {
    shown = next;
    alert.textContent = "";
    const ranges = next.facts.ranges ?? {};
    for (const [id, control] of controls) control.show(next.values[id], ranges[id]);
    changes.innerHTML = next.change;
    plan.innerHTML = next.plan;
    code.textContent = next.code;
    undo.disabled = history.length === 0;
    for (const item of plan.querySelectorAll("[data-id]")) decorate(item, next.changed[item.dataset.id]);
  }

  function decorate(item, change) {
    if (change) {
      item.classList.add("bfx-changed");
      item.prepend(make("span", { class: "bfx-mark" }, words[change]));
    }
    const title = item.querySelector("b")?.textContent ?? "";
    const told = make("div", {});
    const button = make("button", { type: "button", "aria-expanded": "false", onclick: () => toggle() }, words.why);
    button.setAttribute("aria-label", `${words.why} ${title}`);
    async function toggle() {
      const open = button.getAttribute("aria-expanded") === "true";
      button.setAttribute("aria-expanded", String(!open));
      told.innerHTML = open ? "" : await why(item.dataset.id, shown.facts).catch((error) => refused(error));
    }
    item.append(" ", button, told);
  }

  function refused(error) {
    alert.textContent = error.message;
    return "";
  }

  // A slider that is dragged gives many answers and is one step: to undo, and to compare with.
  async function answer(id, value, goesOn = false) {
    if (busy) {
      waiting = [id, value, goesOn];
      return;
    }
    busy = true;
    placeChanges(id);
    const before = since ?? shown.facts;
    try {
      const next = await tell(shown.facts, id, value, before);
      const isNew = JSON.stringify(next.facts) !== JSON.stringify(before);
      if (isNew && history.at(-1) !== before) history.push(before);
      show(next);
    } catch (error) {
      show(shown);
      refused(error);
    }
    since = goesOn ? before : null;
    busy = false;
    const newest = waiting;
    waiting = null;
    if (newest) await answer(...newest);
  }

  async function stepBack() {
    const before = history.pop();
    if (before === undefined) return;
    placeChanges("");
    try {
      show(await tell(before, "", null, shown.facts));
    } catch (error) {
      refused(error);
    }
  }

  async function copyCode() {
    try {
      await navigator.clipboard.writeText(code.textContent);
      copy.textContent = words.copied;
      setTimeout(() => { copy.textContent = words.copy; }, 2000);
    } catch {
      code.hidden = false; // where a page may not write to the clipboard, it can be selected
    }
  }

  watch((next) => {
    if (JSON.stringify(next.facts) === JSON.stringify(shown.facts)) return;
    if (!busy) show(next);
  });
  show(state);
}
