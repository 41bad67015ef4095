"""Kazakh sentences of electronic documents (Law of 7 January 2003 No. 370-II, article 7)."""

import re

from lexkz.languages.paper import Paper

PAPER = Paper(
    opening=re.compile(r"(?:осы|бұл) құжат\b"),
    inside=re.compile(r"электронд(?:ық|ы) (?:цифрлық|сандық) қол"),
    closing=re.compile(r"қағаз (?:тасығыштағы|бетіндегі|жеткізгіштегі) (?:құжатпен|заңмен) (?:бірдей|тең)\.?"),
    alone=re.compile(r"\*? ?(?:штрих-код|qr-код)\b.{0,200}\bдеректер|электрондық құжаттың көшірмесі\b"),
)
