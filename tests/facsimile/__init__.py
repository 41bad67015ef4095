"""Facsimiles: acts set as PDF in the ways that real files are set, for tests of reading."""
