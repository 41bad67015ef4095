"""Mutants: small faults put into lexkz, one at a time, to see whether a test fails (decision 0018)."""
