"""Kazakh words for a change of one language's text: «орыс тіліндегі мәтінге өзгеріс енгізілді, … өзгермейді»."""

import re

from lexkz.languages.folding import fold

_LANGUAGE = r"(?:(?:қазақ|орыс|мемлекеттік) тіл(?:інде|індегі|інде\w*)|қазақша|орысша)"
_CHANGED = r"(?:өзгермейді|өзгертілмейді|өзгеріссіз|енгізілді|енгізілсін|өзгеріс|қатысы жоқ|жаңа редакцияда)"

ONE_LANGUAGE = re.compile(fold(rf"{_LANGUAGE}[^.;]{{0,160}}{_CHANGED}"))
