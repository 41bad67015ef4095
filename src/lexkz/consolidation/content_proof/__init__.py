"""The fifth proof: what was written is what the amending acts say. It shares no code with what writes."""

from lexkz.consolidation.content_proof.ground import Order
from lexkz.consolidation.content_proof.held import Acting, Held, hold

__all__ = ["Acting", "Held", "Order", "hold"]
