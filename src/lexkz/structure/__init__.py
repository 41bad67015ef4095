"""Build an Akoma Ntoso act from the blocks of a source, or load one."""

from lexkz.structure.build import build
from lexkz.structure.load import load, stored
from lexkz.structure.model import Act

__all__ = ["Act", "build", "load", "stored"]
