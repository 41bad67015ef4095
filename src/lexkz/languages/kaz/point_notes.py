"""Several changes of one point in one Kazakh note: «2-тармаққа өзгерістер енгізілді – ҚР … № 15; … бұйрықтарымен»."""

import re
from collections.abc import Sequence

from lexkz.languages.kaz.notes import BY_ACT, unit_forms
from lexkz.languages.notes import NoteKind
from lexkz.languages.point_notes import Came, PointNotes

_SEVERAL = {
    "order": "бұйрықтарымен",
    "law": "Заңдарымен",
    "constitutional_law": "Конституциялық заңдарымен",
    "code": "Кодекстерімен",
    "resolution": "қаулыларымен",
    "decree": "Жарлықтарымен",
    "decision": "шешімдерімен",
    "directive": "өкімдерімен",
}
_NOUNS = {form: slug for slug, form in BY_ACT.items()} | {"актісімен": "act"}
_ACT = (
    r" – ҚР (?P<author>[^;()№–]*?) ?(?P<said>\d\d\.\d\d\.\d{4} .+) "
    rf"(?P<act>{'|'.join(sorted(_NOUNS, key=len, reverse=True))})"
)
_VERBS: tuple[tuple[NoteKind, str], ...] = (
    ("replaced", r"(?P<subject>.+?) жаңа редакцияда"),
    # What is added ends in the instrumental; what it was added to has no number before its noun's end.
    ("inserted", r"(?P<subject>.+?) (?P<new>\S+|\S+\) \S+|\S+ \S+) толықтырылды"),
    ("repealed", r"(?P<subject>.+?) алып тасталды"),
    ("void", r"(?P<subject>.+?) күші жойылды"),
    ("changed", r"(?P<subject>.+?) өзгеріс енгізілді"),
    ("renumbered", r"(?P<subject>.+?) (?P<new>\S+|\S+\) \S+) болып есептеледі"),
    ("moved", r"(?P<subject>.+?) орны ауыстырылды"),
    ("resumed", r"(?P<subject>.+?) қолданысы қайта жаңғыртылды"),
    ("suspended", r"(?P<subject>.+?) қолданысы (?:\d\d\.\d\d\.\d{4} дейін )?тоқтатыла тұрады"),
)
_CLAUSES = tuple((kind, re.compile(f"{verb}{_ACT}")) for kind, verb in _VERBS)
_WORDS: dict[tuple[Came, bool], str] = {
    ("changed", False): "өзгеріс енгізілді",
    ("changed", True): "өзгерістер енгізілді",
    ("new", False): "толықтыру енгізілді",
    ("new", True): "толықтырулар енгізілді",
    ("both", True): "өзгерістер мен толықтырулар енгізілді",
}


def _acts(act: str, made: Sequence[tuple[str, str]]) -> str:
    said: list[str] = []
    before: str | None = None
    for author, day in made:
        said.append(day if author == before else " ".join(part for part in ("ҚР", author, day) if part))
        before = author
    noun = _SEVERAL.get(act, "актілерімен") if len(made) > 1 else BY_ACT.get(act, "актісімен")
    return f"{'; '.join(said)} {noun}"


POINT_NOTES = PointNotes(
    opening="Ескерту. ",
    ruled=" Шешім бойынша қолданылды (",
    clauses=_CLAUSES,
    nouns=_NOUNS,
    forms=unit_forms,
    subject=2,
    changed=_WORDS,
    clause="{subject} {changed} – {acts}",
    acts=_acts,
)
