"""Findings of the build itself that several of its rooms make: an act that cannot be read or built."""

from lexkz.findings import Finding, Message, finding, refusal
from lexkz.reading.blocks import SourceError


def unreadable(act_id: str, lang: str, error: Exception | str) -> Finding:
    """Return the finding for a source that cannot be read; ``error`` says why, in three languages where it can."""
    return finding("workspace.unreadable", act=act_id, lang=lang, why=why(error))


def why(error: Exception | str) -> Message:
    """Return what an error says to its reader, in three languages where it is known in them."""
    return (error.message if isinstance(error, SourceError) else None) or refusal(str(error))


def broken(act_id: str, lang: str, error: Exception) -> Finding:
    """Return the finding for an act on which lexkz itself broke: the other acts are built all the same."""
    return finding("workspace.broken", act=act_id, lang=lang, error=f"{type(error).__name__}: {error}")


def lost(act_id: str, lang: str) -> Finding:
    """Return the finding for an act whose workers died, twice: for want of memory, most often."""
    return finding("workspace.worker_lost", act=act_id, lang=lang)
