"""``python docs/_ext/measure.py``, in the repository: measure anew what the page of accuracy and speed shows.

``stems`` takes a second, ``speed`` runs ``make bench``; name one of them to measure only that.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
TARGET = ROOT / "docs" / "reference" / "measured.json"
_SETS = (("kaz", "Kazakh"), ("kaz_unseen", "Kazakh, unseen"), ("rus", "Russian"), ("rus_unseen", "Russian, unseen"))

Row = dict[str, str | int]


def stems() -> Iterator[Row]:
    """Give, for each set and each rule, how many forms meet their word and how many other words stay apart."""
    from lexkz.languages.stemming import stem

    for name, title in _SETS:
        lines = (ROOT / "tests" / "languages" / "stems" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
        parts = [line.partition("≠") for line in lines if not line.startswith("#")]
        for rule, lang in (("its own", "kaz" if name.startswith("kaz") else "rus"), ("joint", None)):
            met = apart = forms = others = 0
            for same, _, different in parts:
                word, *rest = same.split()
                forms += len(rest)
                others += len(different.split())
                met += sum(stem(form, lang) == stem(word, lang) for form in rest)  # type: ignore[arg-type]
                apart += sum(stem(other, lang) != stem(word, lang) for other in different.split())  # type: ignore[arg-type]
            yield {
                "words": title,
                "rule": rule,
                "forms that meet": f"{met} of {forms}",
                "other words that stay apart": f"{apart} of {others}" if others else "–",
            }


def speed() -> Iterator[Row]:
    """Give the ratios of the benchmarks."""
    sys.path.insert(0, str(ROOT))
    from bench.__main__ import _all

    for ratio in _all():
        yield {
            "work": ratio.name,
            "ratio": ratio.shown,
            "held against": ratio.against,
            "limit": f"{ratio.limit:g}",
        }


def main() -> int:
    """Measure what is named, all without a name, and write it to the page's file."""
    kept = json.loads(TARGET.read_text(encoding="utf-8")) if TARGET.is_file() else {}
    for name, work in (("stems", stems), ("speed", speed)):
        if name in sys.argv[1:] or not sys.argv[1:]:
            kept[name] = list(work())
    TARGET.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
