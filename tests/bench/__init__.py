"""Benchmarks: `make bench`. Each figure stands beside its floor, measured in the same run."""
