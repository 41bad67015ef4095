"""Benchmarks: ratios of two times, measured in turn in the same run, so that they hold on any machine."""
