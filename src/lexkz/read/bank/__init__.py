"""Read JSON of the reference control bank (zan.gov.kz): one edition of an act as a flat list of nodes."""

from lexkz.read.bank.edition import Limits
from lexkz.read.bank.reader import read
from lexkz.read.bank.record import card

read_bank = read

__all__ = ["Limits", "card", "read", "read_bank"]
