"""Files of rows that others send us: what they are made of, their cells, and the report of what was refused.

Nothing here knows what the columns mean: each room that imports says it (`directory.imports`, `experiences.imports`).
"""
