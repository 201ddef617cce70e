// How dark a muscle is drawn for its weekly sets: the mirror of what views/pictures/muscle_sets.py
// has of it.

/** 0 for none, and one more from each limit of the policy on. */
export const shadeOf = (sets, { policy }) =>
  sets <= 0 ? 0 : 1 + policy.shaded_from.filter((each) => sets >= each).length;
