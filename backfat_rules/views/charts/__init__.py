"""Charts as SVG of our own: narrow enough for a phone, with every number written out."""
