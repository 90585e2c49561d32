"""Documents: what an upload must be, what a PDF tells of itself, how readers receive them."""
