"""How the trees of pages in other languages follow the French one.

A page that nobody translated yet has an *alias* in each other language: same address under `/en/`, French text, and a
notice that says so. An alias stays one until its translation is published, so a draft never shows.
"""
