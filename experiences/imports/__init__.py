"""Bringing case studies from a file (CSV, XLSX), and giving them back in one. See docs/imports.md."""
