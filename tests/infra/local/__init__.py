"""Tests of the local stack, part by part."""
