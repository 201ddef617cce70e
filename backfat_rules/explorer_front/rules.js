// The compiled rules answer: no kernel, no network.

/** What decides, out of its compressed text. */
async function rulesOf(packed) {
  const bytes = Uint8Array.from(atob(packed), (each) => each.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const source = await new Response(stream).text();
  const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  try {
    return await import(url);
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** What the explorer asks, answered by the rules. */
const answeredBy = (rules) => ({
  tell: async (facts, id, value, since) =>
    rules.explored(id ? rules.factsAfter(facts, id, value) : facts, since),
  why: async (id, facts) => rules.why(facts, id),
});
