"""Who does what in the back office: four groups, made by migration. Staff put accounts in them; nobody needs more."""

WRITERS = "Rédaction"  # write and submit; never publish
PUBLISHERS = "Publication"  # review, publish, keep menus, settings, redirects, topics
KEEPERS = "Annuaire"  # made by the directory's own migration
ADVISERS = "Conseil"  # sign in, and see what advisers are shown
