"""How a repealed unit reads: its number, then the official words, with or without the act that repealed it."""

import re

from lexkz.languages.folding import fold_spaces, seen

_REMOVED = re.compile(
    r"^(?:[\w.§-]+[.)]?\s*)?(?:-бап\.\s*|статья\s+[\w-]+\.?\s*)?"
    r"(?:алып тасталды|алынып тасталды|алып тасталған|алынып тасталған|күші жойылды|күші жойылған|күшін жойды|"
    r"исключ[её]н\w*|(?:признан\w* )?утрати\w* силу)"
)
_NUMBERED = re.compile(
    r"^(?:\d[\d.-]*[.)]|[^\W\d_](?:-\d+)?\)|\d[\d-]*-(?:бап|тарау|бөлім|параграф)\.?|"
    r"(?:статья|глава|раздел|параграф)\s+\d[\d-]*\.?)\s"
)
"""The number of a unit at the head of a line, which the words of its repeal follow. «2-тармақ алып тасталды» is not
among them: a point's own line begins «2.», so that such words speak of it from outside."""


def is_removed(text: str) -> bool:
    """Return whether ``text``, a unit's lines, only says that the unit was repealed.

    «6) алып тасталды», «6) Алынып тасталды - ҚР 2006.12.08 N 198 Заңымен;», «Пункт 5. Исключен приказом …».
    """
    return bool(_REMOVED.match(fold_spaces(text).replace("ё", "е")))


_GONE = (
    r"(?:(?:алып|алынып) таста(?:лды|лған)|күші жойыл(?:ды|ған)(?: деп таны(?:лды|лған))?|күшін жойды|исключен[аоы]?|"
    r"утратил[аои]? силу|признан[аоы]? утративш(?:им|ей|ими) силу)"
)
_BY_ACT = r"(?:закон|приказ|постановлени|указ|решени|распоряжени)\w*"
_BEFORE = r"(?:заңы|бұйрығы|қаулысы|жарлығы|шешімі|өкімі)(?:мен|на сәйкес)"
_ONLY = re.compile(
    r"(?:осы )?"
    rf"(?:(?:пункт|подпункт|стать[яи]|абзац|часть|глава)\s|(?:тармақ|тармақша|бап|бөлік|тарау)(?:тың|ның)?\s)?[(\[]?"
    rf"{_GONE}(?:[)\].;,]*|"
    rf"(?:\s*[-–—]\s*(?:қр|рк|[^\d]{{0,120}}\d{{4}} жыл)|\s*[-–—]?\s(?:в соответствии с )?{_BY_ACT})\s.*\d.*)|"
    rf"[^;:«\"]{{0,160}}\d[^;:«\"]{{0,60}}{_BEFORE} {_GONE}[.;,]?"
)


def is_only_removed(number: str, text: str) -> bool:
    """Return whether ``text``, all that stands after the ``number`` of a unit, is a repeal and nothing else.

    What goes by this is lost, so that it is narrower than :func:`is_removed`: «исключен», «исключен приказом … № 5;»,
    «алып тасталды - ҚР …», but neither «исключение из реестра» nor «исключен из списка».
    """
    own = re.escape(fold_spaces(number.strip(" .)")))
    bare = fold_spaces(text).replace("ё", "е").strip()
    # «2. Пункт 2 исключен.» speaks of itself.
    bare = re.sub(rf"^(?:(?:(?:под)?пункт|статья) {own}\)?|{own}\)?-?\s?(?:тармақ(?:ша)?|бап)) ", "", bare)
    return bool(own) and bool(_ONLY.fullmatch(bare))


def is_line_of_repeal(text: str) -> bool:
    """Return whether a line without a number says that what it stands in was repealed, and nothing else: below the
    corner mark of an annex, «исключено», «алып тасталды»."""
    return bool(_ONLY.fullmatch(fold_spaces(text).replace("ё", "е").strip()))


_TOLD = re.compile(
    rf"{_GONE}"
    r"\s?[-–—]?\s?(?:(?:қр|рк)\s|законом|приказом|постановлением|указом|решением|распоряжением).{0,200}\d.{0,100}|"
    r".{0,200}\d.{0,60}(?:заңымен|бұйрығымен|қаулысымен|жарлығымен|шешімімен|өкімімен)\s"
    r"(?:(?:алып|алынып) таста(?:лды|лған)|күші жойыл(?:ды|ған))"
)


def tells_repeal(text: str) -> bool:
    """Return whether ``text``, all of a line but a number, only tells by which act the unit was repealed.

    «Исключен приказом … от … № 17.», «(утратил силу Законом РК от …)», «… № 17 бұйрығымен алып тасталды»: words of the
    editors, which no command on the words of the act concerns.
    """
    bare = fold_spaces(seen(text)).replace("ё", "е").strip(" ().;,")
    return bool(_TOLD.fullmatch(bare))


def removed_until(text: str) -> int | None:
    """Return where number and official words of a repealed unit end in ``text``; None where it begins otherwise.

    «3) исключен Законом РК от 18.07.2025 № 215-VIII»: 11. What follows tells which act repealed the unit: that is the
    editors' note, while number and words are the text of the act. Spaces of ``text`` are single.
    """
    folded = fold_spaces(text).replace("ё", "е")
    match = _REMOVED.match(folded) if _NUMBERED.match(folded) else None
    return match.end() if match is not None else None
