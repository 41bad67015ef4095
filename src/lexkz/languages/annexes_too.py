"""«… и приложений к ним», «… және оларға қосымшалардың»: words that let a change of a whole text reach its annexes."""

import re

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
_BACK, _FRONT = "аоұыяюу", "әөүіеэ"


def without_annexes(sentence: str, lang: str) -> str | None:
    """Return ``sentence`` without the words that name the annexes beside a whole text; None where it has none.

    What follows stands at the same place as before: the words give way to spaces.
    """
    if lang == "rus":
        whole = _RUS_WHOLE.search(sentence)
        found = _RUS.search(sentence, whole.end()) if whole else None
        if found is None or '"' in sentence[: found.start()] or "«" in sentence[: found.start()]:
            return None
        return sentence[: found.start()] + " " * (found.end() - found.start()) + sentence[found.end() :]
    found = _KAZ.search(sentence)
    if found is None or '"' in sentence[: found.start()] or "«" in sentence[: found.start()]:
        return None
    ending = _genitive(found["word"]) if found["link"].lower() != "және" else ""
    return sentence[: found.end("word")] + ending.ljust(len(found["phrase"])) + sentence[found.end() :]


def _genitive(word: str) -> str:
    """The genitive ending of a Kazakh word: one ending serves two words joined by «мен», and stood at the second."""
    small = word.lower()
    vowel = next((char for char in reversed(small) if char in _BACK + _FRONT), "а")
    first = "н" if small[-1] in _BACK + _FRONT + "мнң" else "д" if small[-1] in "лрйузжв" else "т"
    return first + ("ы" if vowel in _BACK else "і") + "ң"
