"""A rule-based expert system about back fat: facts in, a reasoned plan out."""
