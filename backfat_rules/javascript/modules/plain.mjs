// Texts sentence by sentence: the mirror of what plain.py has of it.

/** A text, sentence by sentence. */
export const sentencesOf = (text) => text.split(/(?<=[.!?])\s+(?=[^a-z])/u);

export const firstSentence = (text) => sentencesOf(text)[0];

/** The amount of a dose, without what explains it behind a colon or semicolon. */
export const amountAlone = (dose) => dose.split(/[:;] /u)[0];
