"""What the directory tells whoever listens, without knowing them (the search index does)."""

from django.dispatch import Signal

# Sent INSIDE the transaction by what writes without Django's own signals (imports write in bulk).
# `ids`: list[int] of the firms that changed, or None when any of them may have.
professionals_changed = Signal()
