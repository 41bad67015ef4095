"""The Sphinx extension: ``extensions = ["lexkz.sphinx"]`` makes pages of the acts of a workspace."""

from lexkz.workspace.site import setup

__all__ = ["setup"]
