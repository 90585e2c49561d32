"""« Un immeuble comme le mien »: five answers in, the published cases most like it out. Nothing is kept."""
