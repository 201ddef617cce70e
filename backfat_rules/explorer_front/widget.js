// The explorer in a notebook: Python answers; where nobody does, the compiled rules.

const PATIENCE = 1500; // milliseconds until the rules answer in the place of a kernel

/** Questions to Python: a question and its reply have one number. */
function python(model) {
  const open = new Map();
  let at = 0;
  const replied = (reply) => {
    const waiting = open.get(reply?.at);
    if (!waiting) return;
    open.delete(reply.at);
    if (reply.error) waiting.reject(new Error(reply.error));
    else waiting.resolve(reply.state ?? reply.html);
  };
  model.on("msg:custom", replied);
  return {
    ask: (question) => new Promise((resolve, reject) => {
      at += 1;
      open.set(at, { resolve, reject });
      try {
        model.send({ ...question, at });
      } catch {
        // nobody is there, and the rules answer once that is clear
      }
    }),
    close: () => model.off("msg:custom", replied),
  };
}

const patience = (milliseconds) => new Promise((resolve) => {
  setTimeout(() => resolve(null), milliseconds);
});

function render({ model, el }) {
  const kernel = python(model);
  let rules = null; // once nobody answered in time, until somebody does
  /** The reply of Python if it comes in time, else that of the rules. */
  async function asked(question, byRules) {
    const reply = kernel.ask(question).then((told) => {
      rules = null;
      return told;
    });
    reply.catch(() => {}); // a late refusal was told by the rules
    const first = rules === null ? await Promise.race([reply, patience(PATIENCE)]) : null;
    if (first !== null) return first;
    rules ??= answeredBy(await rulesOf(model.get("packed")));
    return byRules(rules);
  }
  let show = () => {};
  const changed = () => show(model.get("state"));
  model.on("change:state", changed);
  // What shows the plan where there is no widget is not needed beside one.
  el.append(make("style", {}, `[data-bfx="${model.get("mark")}"] { display: none }`));
  explorer({
    el,
    words: model.get("words"),
    groups: model.get("groups"),
    state: model.get("state"),
    tell: (facts, id, value, since) =>
      asked({ kind: "tell", facts, id, value, since }, (each) => each.tell(facts, id, value, since)),
    why: (id, facts) => asked({ kind: "why", id }, (each) => each.why(id, facts)),
    watch: (given) => { show = given; },
  });
  return () => {
    kernel.close();
    model.off("change:state", changed);
  };
}

export default { render };
