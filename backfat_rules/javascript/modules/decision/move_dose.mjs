// How much of an exercise: the mirror of decision/move_dose.py.

/** The doses of all exercises in some contexts, for everybody of a level. */
class DosesIn {
  #of = new Map();
  #anywhere;

  constructor(knowledge, contexts, level) {
    const meant = contexts.map((id) => knowledge.contexts.get(id));
    for (const [id, exercise] of knowledge.exercises) {
      const dose = doseFor(exercise, meant, level);
      if (dose !== undefined) this.#of.set(id, numbers(dose, knowledge));
    }
    this.#anywhere = contexts.length === 0;
  }

  /** Whether an exercise is for such a person there; where no context is meant, each is. */
  has(id) {
    return this.#anywhere || this.#of.has(id);
  }

  of(id) {
    return this.#of.get(id) ?? null;
  }
}

/** The doses in some contexts; the knowledge keeps them. */
export function dosesIn(knowledge, contexts, level) {
  const { kept } = knowledge;
  const key = `doses ${level} ${contexts}`;
  if (!kept.has(key)) kept.set(key, new DosesIn(knowledge, contexts, level));
  return kept.get(key);
}

/** The dose of the first context in which it has one for somebody of a level. */
function doseFor(exercise, contexts, level) {
  for (const context of contexts) {
    const fitting = exercise.doses.filter(
      (dose) => dose.context === context.takes && admits(context, dose.level, level),
    );
    if (fitting.length > 0) {
      return fitting.reduce((one, other) => (other.level > one.level ? other : one));
    }
  }
  return undefined;
}

/** Whether a dose that needs one level is for somebody of another here. */
const admits = (context, needed, level) =>
  level >= needed && (context.level === null || context.level >= needed);

const numbers = (dose, knowledge) => ({
  context: dose.context,
  level: knowledge.levels[dose.level],
  amounts: dose.amounts,
  per_side: dose.per_side,
});
