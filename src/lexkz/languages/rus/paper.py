"""Russian sentences of electronic documents (Law of 7 January 2003 No. 370-II, article 7)."""

import re

from lexkz.languages.paper import Paper

PAPER = Paper(
    opening=re.compile(r"(?:данный|настоящий) документ\b"),
    inside=re.compile(r"электронной цифровой подпис"),
    closing=re.compile(r"(?:равнозначен|равносилен) документу на бумажном носителе\.?"),
    alone=re.compile(r"\*? ?(?:штрих-код|qr-код)\b.{0,200}\bданные|копия электронного документа\b"),
)
