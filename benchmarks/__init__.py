"""Measures speed, memory and quality against peers in the same run.

`make bench` writes docs/benchmarks.md.
"""
