"""A synthetic corpus for load tests: orders, and orders that amend them, in both languages, the same for one seed."""

from bench.synthetic.corpus import Synthesised, synthesise

__all__ = ["Synthesised", "synthesise"]
