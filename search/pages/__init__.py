"""The site-wide search: editorial pages by their words, beside the firms of the directory."""
