"""Tests of where Baton runs."""
