"""Pictures as SVG, each with a table that says the same; they take the colours of their page."""
