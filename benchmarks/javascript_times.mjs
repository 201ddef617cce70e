// How long the pack takes, in milliseconds: node javascript_times.mjs URL-OF-THE-PACK FACTS.

const [, , url, told] = process.argv;
const facts = JSON.parse(told);
const began = performance.now();
const { tell } = await import(url);
tell(facts);
const first = performance.now() - began;

const changes = [];
for (let at = 0; at < 200; at += 1) {
  const start = performance.now();
  tell({ ...facts, sleep_hours: 4 + at / 50 });
  changes.push(performance.now() - start);
}
changes.sort((one, other) => one - other);
const [change, slowest] = [changes[100], changes[199]];
console.log(JSON.stringify({ first, change, slowest }));
