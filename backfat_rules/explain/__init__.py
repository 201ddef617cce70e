"""Explanations: why, why not, what if, what next; data first, text last."""
