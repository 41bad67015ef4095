"""lexkz: Kazakhstan's legal acts as Akoma Ntoso, with the commands that amend them read, applied and proved."""

__version__ = "0.1.0"
