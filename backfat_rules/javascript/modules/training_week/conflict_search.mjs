// The smallest sets of wishes that cannot hold together (QuickXplain): the mirror of
// training_week/conflict_search.py.

/** Some of the wishes that cannot hold together, though they can without any one of them. */
export function smallestConflict(holds, wishes) {
  if (holds(wishes)) return [];
  const found = new Set(needed(holds, [], wishes, false));
  return wishes.filter((each) => found.has(each));
}

/** Those of the wishes that cannot hold beside what is given. */
function needed(holds, given, wishes, isNew) {
  if (isNew && !holds(given)) return [];
  if (wishes.length === 1) return wishes;
  const half = Math.floor(wishes.length / 2);
  const [early, late] = [wishes.slice(0, half), wishes.slice(half)];
  const ofLate = needed(holds, [...given, ...early], late, true);
  const ofEarly = needed(holds, [...given, ...ofLate], early, ofLate.length > 0);
  return [...ofEarly, ...ofLate];
}
