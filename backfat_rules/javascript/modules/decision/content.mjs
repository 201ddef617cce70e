// What is advised, the other ways too: the mirror of what decision/content.py has of it.

/** Every piece of advice, each followed by the other ways to its need. */
export const allWays = ({ advice }) => advice.flatMap((each) => [each, ...each.ways]);

/** The ids of all that is advised. */
export const advisedBy = (decision) => new Set(allWays(decision).map(({ id }) => id));
