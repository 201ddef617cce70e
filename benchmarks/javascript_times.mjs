// How long the pack takes, in milliseconds: node javascript_times.mjs URL-OF-THE-PACK FACTS.

const [, , url, told] = process.argv;
const facts = JSON.parse(told);
const began = performance.now();
const { tell, week } = await import(url);
tell(facts);
const first = performance.now() - began;

const median = (times) => times.sort((one, other) => one - other)[times.length / 2];

/** How long each of many calls takes. */
function timesOf(call) {
  return Array.from({ length: 200 }, (_, at) => {
    const start = performance.now();
    call(at);
    return performance.now() - start;
  });
}

const changes = timesOf((at) => tell({ ...facts, sleep_hours: 4 + at / 50 }));
const weeks = timesOf((at) => week({ ...facts, minutes_per_session: 15 + (at % 60) }));
console.log(
  JSON.stringify({
    first,
    change: median(changes),
    slowest: Math.max(...changes),
    week: median(weeks),
  }),
);
