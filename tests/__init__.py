"""The tests: they mirror app, workers and infra, a file for a file."""
