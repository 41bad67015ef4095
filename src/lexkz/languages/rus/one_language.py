"""Russian words for a change of one language's text: «внесено изменение на казахском языке, … не меняется»."""

import re

from lexkz.languages.folding import fold

_LANGUAGE = r"на (?:казахском|государственном|русском) языке"
_CHANGED = r"(?:внесен|вносится|изложен|изменен|измени|не (?:из)?меня|исключен|дополнен|без изменени)"

ONE_LANGUAGE = re.compile(fold(rf"{_LANGUAGE}[^.;]{{0,160}}{_CHANGED}|{_CHANGED}[^.;]{{0,160}}{_LANGUAGE}"))
