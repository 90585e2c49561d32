"""Fictitious firms at any size, the same for the same seed. Their numbers are of ranges kept for fiction."""
