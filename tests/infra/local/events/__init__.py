"""Tests of the event sources, with small functions in place of the workers."""
