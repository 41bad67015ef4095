"""Fetch acts from the reference control bank into the corpus: the only part of lexkz that speaks to a network."""

from lexkz.workspace.fetch.fetching import SERVICE, Editions, Fetched, fetch

__all__ = ["SERVICE", "Editions", "Fetched", "fetch"]
