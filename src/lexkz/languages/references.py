"""References: the words by which an act points at units, annexes and acts, as they may stand apart at the tail of a
line."""

import re
from dataclasses import dataclass
from typing import Literal

Lang = Literal["kaz", "rus"]
LANGS: tuple[Lang, ...] = ("kaz", "rus")


@dataclass(frozen=True, slots=True)
class References:
    """What a reader needs to know of one language to recognise a reference without parsing it."""

    numbered: re.Pattern[str]
    """A numbered unit with its noun: "2-тармақтың", "7) тармақшасы"; "пункт 29", "абзаца второго"."""
    instrument: re.Pattern[str]
    """An act or a document by its noun, with the capitalised words before it: "бұйрығына", "Бағалау парағында";
    "приказ"."""
    number: re.Pattern[str]
    """A bare number of a list whose noun stands elsewhere: "6" of "6 және 7-тармақтар", "1)"."""
    number_side: Literal["before", "after"]
    """Where the bare numbers of a list stand, seen from the reference that has the noun."""
    measures: re.Pattern[str]
    """One word that measures or counts, in any case form: "дана", "бірлік", "ставкадан"; "штук", "единицы"."""
    distributive: re.Pattern[str]
    """One word that opens a rate: "әрбір"; "каждые", "на"."""
    receiver: re.Pattern[str]
    """One word that tells by its case what a rate is for: "мекемеге", "балаға"; no Russian word does."""
    opened: bool
    """True where a rate with receivers is opened by a distributive word always: "на 10 детей 1 единица"."""
    per: re.Pattern[str]
    """What can follow the measure of a rate: "на учреждение" of "1 единица на учреждение"; no Kazakh words do."""
    ranges: re.Pattern[str]
    """One range of a table's head: "51-ге дейін", "101-150"; "до 50", "свыше 300"."""
    annex: re.Pattern[str]
    """A line of a corner mark that names an annex."""
    form: re.Pattern[str]
    """The word that marks a form above its title: "Нысан"; "Форма"."""
    row_number: re.Pattern[str]
    """Head of the column of row numbers: "№", "Р/с №"; "№ п/п"."""
