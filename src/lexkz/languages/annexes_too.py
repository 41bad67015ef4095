"""«… и приложений к ним», «… және оларға қосымшалардың»: words that let a change of a whole text reach its annexes."""

import re

from lexkz.languages.folding import cleaned, is_plain

_RUS = re.compile(
    r"(?:,?\s+(?:и|а\s+также)\s+|,\s*(?:включая|в\s+том\s+числе)\s+)(?:в\s+|во\s+)?(?:все(?:х|м)?\s+)?"
    r"приложени(?:й|я|ях|ям|ями)(?:\s+к\s+(?:ним|нему|ней|(?:указанн|настоящ)\w+\s+\w+))?,?(?=\s)"
    r"(?!\s*(?:№\s*)?\d)",
    re.IGNORECASE,
)
_RUS_WHOLE = re.compile(r"\bпо\s+(?:всему\s+)?тексту\s", re.IGNORECASE)
_KAZ = re.compile(
    r"(?P<word>\w+)(?P<phrase>\s+(?P<link>және|мен|пен|бен)\s+(?:(?:оларға|оған|\w+(?:ға|ге|қа|ке|на|не))\s+)?"
    r"(?:барлық\s+)?қосымшалар(?:дың|ының)?)(?=\s+(?:бүкіл|барлық)\s+мәтін)",
    re.IGNORECASE,
)
_STEMS = {"kaz": "осымша", "rus": "риложени"}
_BACK, _FRONT = "аоұыяюу", "әөүіеэ"


def without_annexes(sentence: str, lang: str) -> str | None:
    """Return ``sentence`` without the words that name the annexes beside a whole text; None where it has none.

    What follows stands at the same place as before: the words give way to spaces.
    """
    if is_plain(sentence) and _STEMS[lang] not in sentence.lower():
        return None
    # Letters in two characters and what nobody sees are passed over; places are those of the sentence as printed.
    plain, begins, ends = cleaned(sentence)
    if lang == "rus":
        whole = _RUS_WHOLE.search(plain)
        found = _RUS.search(plain, whole.end()) if whole else None
        start, ending = (found.start(), "") if found is not None else (0, "")
    else:
        found = _KAZ.search(plain)
        start = found.end("word") if found is not None else 0
        ending = _genitive(found["word"]) if found is not None and found["link"].lower() != "және" else ""
    if found is None or '"' in plain[: found.start()] or "«" in plain[: found.start()]:
        return None
    first = ends[start - 1] if start else begins[0]
    last = ends[found.end() - 1]
    return sentence[:first] + ending.ljust(last - first) + sentence[last:]


def _genitive(word: str) -> str:
    """The genitive ending of a Kazakh word: one ending serves two words joined by «мен», and stood at the second."""
    small = word.lower()
    vowel = next((char for char in reversed(small) if char in _BACK + _FRONT), "а")
    first = "н" if small[-1] in _BACK + _FRONT + "мнң" else "д" if small[-1] in "лрйузжв" else "т"
    return first + ("ы" if vowel in _BACK else "і") + "ң"
