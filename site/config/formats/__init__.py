"""How dates are typed, where Django's own habits would mislead."""
