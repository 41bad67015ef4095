"""How a repealed unit reads: its number, then the official words, with or without the act that repealed it."""

import re

from lexkz.languages.folding import fold_spaces

_REMOVED = re.compile(
    r"^(?:[\w.§-]+[.)]?\s*)?(?:-бап\.\s*|статья\s+[\w-]+\.?\s*)?"
    r"(?:алып тасталды|алынып тасталды|алып тасталған|алынып тасталған|күші жойылды|исключ[её]н\w*|утратил\w* силу)"
)


def is_removed(text: str) -> bool:
    """Return whether ``text``, a unit's lines, only says that the unit was repealed.

    «6) алып тасталды», «6) Алынып тасталды - ҚР 2006.12.08 N 198 Заңымен;», «Пункт 5. Исключен приказом …».
    """
    return bool(_REMOVED.match(fold_spaces(text).replace("ё", "е")))
