"""Russian words of editors' notes: «Сноска. Пункт 4 в редакции приказа … от 21.05.2024 № 418 (вводится …)»."""

import re

from lexkz.languages.edition_notes import EditionNotes
from lexkz.languages.folding import fold

EDITION_NOTES = EditionNotes(
    head=re.compile(fold(r"\W*(?:сноска|примечание\s+\w+)\s*[.:!]\s*")),
    kinds=(
        ("suspended", re.compile(fold(r"приостановлен\w*"))),
        ("replaced", re.compile(fold(r"[–-]?\s*(?:изложен\w*\s+)?в\s+(?:новой\s+)?редакции"))),
        ("repealed", re.compile(fold(r"исключен\w*|утратил\w*\s+силу|признан\w*\s+утративш\w+|исключить"))),
        ("inserted", re.compile(fold(r"дополнен\w*|введен\w*(?=\s+(?:приказ|закон|постановлен|указ))"))),
        ("renumbered", re.compile(fold(r"считается|считать|нумераци\w*\s+измен\w*"))),
        ("moved", re.compile(fold(r"перемещен\w*|перенесен\w*"))),
        (
            "changed",
            re.compile(
                fold(
                    r"[–-]?\s*с\s+изменени\w+(?:\s+и\s+дополнени\w+)?|с\s+дополнени\w+|внесен\w*\s+(?:изменени|дополнени)\w*"
                    r"|внесены?\s+изменени\w*|измен[её]н\w*"
                )
            ),
        ),
    ),
    entry=re.compile(fold(r"вводится|введ\w+\s+в\s+действие|вводятся|порядок\s+введения|вступает")),
    author=re.compile(
        r"(?:приказ|постановлени|решени|распоряжени|указ)\w*\s+(?P<author>[^;()№]{3,160}?)"
        r"(?:\s+РК|\s+Республики Казахстан)?\s+от\s*$",
        re.IGNORECASE,
    ),
    again="приказа",
    languages=(
        ("kaz", re.compile(fold(r"(?:казахском|государственном)\s+языке"))),
        ("rus", re.compile(fold(r"русском\s+языке"))),
    ),
    unchanged=re.compile(fold(r"не\s+(?:из)?меняется|не\s+меняются|не\s+изменен|без\s+изменени\w+")),
    container_first=False,
    added_after=True,
)
