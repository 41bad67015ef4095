"""Kazakh words of editors' notes: «Ескерту. 4-тармақ жаңа редакцияда – ҚР … 21.05.2024 № 418 (…) бұйрығымен»."""

import re

from lexkz.languages.edition_notes import EditionNotes
from lexkz.languages.folding import fold

EDITION_NOTES = EditionNotes(
    head=re.compile(fold(r"\W*(?:ескерту|ескертпе)\s*[.:!]\s*")),
    kinds=(
        ("suspended", re.compile(fold(r"(?:қолданысы|күші)\s[^;]{0,60}тоқтатыл\w*|тоқтатыла\s+тұр\w*"))),
        ("replaced", re.compile(fold(r"жаңа\s+редакцияда|редакциясында"))),
        (
            "repealed",
            re.compile(fold(r"алып\s+тасталды|алынып\s+тасталды|күші\s+жойылды|күшін\s+жойды|алып\s+тасталсын")),
        ),
        (
            "inserted",
            re.compile(
                fold(
                    r"толықтырылды|толықтырылған|енгізілді(?=\s*[–-])(?<!өзгеріс\sенгізілді)(?<!өзгерістер\sенгізілді)"
                )
            ),
        ),
        ("renumbered", re.compile(fold(r"(?:болып|деп)\s+(?:есептел|сана)\w*|нөмірленуі\s+өзгер\w*"))),
        ("moved", re.compile(fold(r"орны\s+ауыстырыл\w*|көшіріл\w*"))),
        (
            "changed",
            re.compile(
                fold(
                    r"өзгеріс\w*(?:\s+мен\s+толықтыру\w*)?\s+енгізіл\w*|өзгертіл\w*|өзгерту\w*(?:\s+енгізіл\w*)?|толықтыру\w*\s+енгізіл\w*"
                )
            ),
        ),
    ),
    entry=re.compile(fold(r"қолданысқа\s+енгізіл|күшіне\s+ен|қолданысқа\s+енгізу|бастап")),
    author=re.compile(r"[–-]\s*(?:ҚР|Қазақстан Республикасы(?:ның)?)?\s*(?P<author>[^;()№–]{3,160}?)\s*$"),
    again="–",
    languages=(
        ("kaz", re.compile(fold(r"(?:қазақ|мемлекеттік)\s+тіл\w+|қазақша"))),
        ("rus", re.compile(fold(r"орыс\s+тіл\w+|орысша"))),
    ),
    unchanged=re.compile(fold(r"өзгермейді|өзгертілмейді|өзгеріссіз")),
    container_first=True,
    added_after=False,
)
