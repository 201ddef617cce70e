// What was decided for a week: the mirror of training_week/decided_week.py. Items, sessions and
// weeks are plain data under the names that they have there.

/** The days of a week, as facts name them. */
export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** The kinds of session; those of one day come in this order. */
export const SESSION_KINDS = ["strength", "intervals", "cardio", "recovery", "mobility"];

/** The kinds that need training days; those of one day share its minutes. */
export const TRAINING_KINDS = ["strength", "intervals", "cardio"];
