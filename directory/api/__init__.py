"""The directory as JSON: the same search as the page, told to machines."""
