"""Read JSON of the reference control bank (zan.gov.kz): one edition of an act as a flat list of nodes."""

from lexkz.reading.bank.edition import EditionLimits
from lexkz.reading.bank.reader import read
from lexkz.reading.bank.record import card

read_bank = read

__all__ = ["EditionLimits", "card", "read", "read_bank"]
