"""Reading the lists of firms that others keep: one pipeline, two formats (`rge`, `charter`). See docs/imports.md."""
