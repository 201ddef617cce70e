"""A training week out of a decision, the catalogue and what a person can and would do."""
