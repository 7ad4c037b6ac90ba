"""The whole stack, started as a person starts it."""
