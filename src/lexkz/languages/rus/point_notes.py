"""Several changes of one point in one Russian note: «Пункт 2 с изменениями, внесенными приказами … от …; от …»."""

import re
from collections.abc import Sequence

from lexkz.languages.notes import NoteKind
from lexkz.languages.point_notes import Came, PointNotes
from lexkz.languages.rus.notes import ACTS, unit_forms

_SEVERAL = {
    # Official editions write several laws small.
    "order": "приказами",
    "law": "законами",
    "constitutional_law": "конституционными законами",
    "code": "кодексами",
    "resolution": "постановлениями",
    "decree": "указами",
    "decision": "решениями",
    "directive": "распоряжениями",
}
_NOUNS = {form: slug for slug, forms in ACTS.items() for form in forms} | {"акта": "act", "актом": "act"}
_ACT = (
    rf"(?P<act>{'|'.join(sorted(_NOUNS, key=len, reverse=True))}) "
    r"(?P<author>[^;()№]*?) ?(?P<said>от \d\d\.\d\d\.\d{4} .+)"
)
_VERBS: tuple[tuple[NoteKind, str], ...] = (
    ("replaced", r"(?P<subject>[^–]+?) – в редакции"),
    ("inserted", r"(?P<subject>.+?) дополнен[аоы]? (?P<new>.+?),? в соответствии с"),
    ("repealed", r"(?P<subject>.+?) исключен[ао]?"),
    ("void", r"(?P<subject>.+?) утратил[ао]? силу(?: в соответствии с)?"),
    ("changed", r"(?P<subject>.+?) с изменением, внесенным"),
    ("renumbered", r"(?P<subject>.+?) считается (?P<new>.+?) в соответствии с"),
    ("moved", r"(?P<subject>.+?) перемещен[ао]? в соответствии с"),
    ("resumed", r"действие (?P<subject>.+?) возобновлено"),
    ("suspended", r"действие (?P<subject>.+?) приостановлено(?: до \d\d\.\d\d\.\d{4})?"),
)
_CLAUSES = tuple((kind, re.compile(f"{verb} {_ACT}")) for kind, verb in _VERBS)
_WORDS: dict[tuple[Came, bool], str] = {
    ("changed", False): "с изменением, внесенным",
    ("changed", True): "с изменениями, внесенными",
    ("new", False): "с дополнением, внесенным",
    ("new", True): "с дополнениями, внесенными",
    ("both", True): "с изменениями и дополнениями, внесенными",
}


def _acts(act: str, made: Sequence[tuple[str, str]]) -> str:
    said: list[str] = []
    before: str | None = None
    for author, day in made:
        said.append(day if author == before else f"{author} {day}".strip())
        before = author
    noun = _SEVERAL.get(act, "актами") if len(made) > 1 else ACTS.get(act, ("акта", "актом"))[1]
    return f"{noun} {'; '.join(said)}"


POINT_NOTES = PointNotes(
    opening="Сноска. ",
    ruled=" Применено по решению (",
    clauses=_CLAUSES,
    nouns=_NOUNS,
    forms=unit_forms,
    subject=0,
    changed=_WORDS,
    clause="{subject} {changed} {acts}",
    acts=_acts,
)
