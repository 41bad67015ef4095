"""Kazakh words that turn a norm: «жұмыс күні», «кемінде», «құқылы емес», «немесе», «қоспағанда»."""

from lexkz.languages.qualifiers import Qualifiers, classes

_WORD = r"[^\W\d_]"
_END = r"(?![^\W\d_])"
_UP_TO_THREE = rf"(?:\s*\([^()]*\))?[\s-]*(?:{_WORD}+[\s,-]+){{0,3}}?"
_NOT = r"(?:ма|ме|ба|бе|па|пе)"

QUALIFIERS = Qualifiers(
    measures=tuple(
        classes(
            {
                "working_day": r"жұмыс\s+күн",
                "day": r"күн(?!тізбе|кір)|тәулік",
                "week": r"апта",
                "mci": r"айлық\s+есептік|аек" + _END,
                "lowest_wage": r"ең\s+төмен|еңтж|ететж|етж" + _END,
                "month": r"ай(?:дан|ға|ды|дың|да|лар|ы)?(?![^\W\d_])|айлық(?!\s*есеп)",
                "year": r"жыл",
                "hour": r"сағат",
                "minute": r"минут",
                "percent": r"пайыз",
                "permille": r"промилле",
                "thousand": r"мың" + _END,
                "million": r"миллион|млн",
                "milliard": r"миллиард|млрд",
                "tenge": r"теңге",
                "kilogram": r"килограм|кг" + _END,
                "tonne": r"тонна",
                "centner": r"центнер",
                "kilometre": r"километр|шақырым|км" + _END,
                "metre": r"метр",
                "litre": r"литр",
            }
        ).items()
    ),
    before=tuple(
        classes(
            {
                "most": r"(?:көп\s+дегенде|ең\s+көбі|ең\s+көп\s+дегенде)\s*$",
                "least": r"(?:кемінде|ең\s+аз\s+дегенде|кем\s+дегенде|ең\s+азы)\s*$",
            }
        ).items()
    ),
    after=tuple(
        classes(
            {
                "": rf"{_UP_TO_THREE}бұрын",
                "least": rf"{_UP_TO_THREE}(?:(?:кем|аз|төмен)\s+емес|кем\s+болма|астам|асатын|кейін{_END})",
                "most": rf"{_UP_TO_THREE}(?:аспай|асыр?ма|(?:артық|көп|жоғары)\s+емес|артық\s+болма|кешікт?ір?|дейін)",
            }
        ).items()
    ),
    words={
        name: (sure["said"], sure["may"])
        for name, sure in {
            "negation": classes(
                {
                    "said": rf"(?!аспа|асыр|кешік){_WORD}{{3,}}(?:май|мей|бай|бей|пай|пей)(?:ды|ді){_END}|"
                    rf"тыйым\s+сал|құқылы\s+емес|құқығы\s+жоқ",
                    "may": rf"{_WORD}{{2,}}{_NOT}(?:й|с[аеқкыі]|ға|ге|у|ды|ді|й)|емес|жоқ|тыйым|"
                    rf"бас\s+тарт|{_WORD}+с[ыі]з|теріс|тек|қарсы|тоқтат|жой",
                }
            ),
            "choice": classes(
                {
                    "said": r"немесе(?!\s+одан)",
                    "may": r"(?:немесе|не|яки|болмаса|әлде|я|әр|әрбір)(?![^\W\d_])|өзге|басқа|кез\s+келген|бірі",
                }
            ),
            "exception": classes(
                {
                    "said": r"қоспағанда",
                    "may": r"қоспа|басқа|өзге|тыс|есептеме|алып\s+таста|ерекше",
                }
            ),
            "inclusion": classes({"said": r"қоса\s+(?:алған|есептеген)", "may": r"қоса"}),
        }.items()
    },
    opposites=classes(
        {
            "electronic": r"электронды",
            "paper": r"қағаз",
            "written": r"жазбаша",
            "oral": r"ауызша",
            "may": r"құқылы(?!\s+емес)",
            "may_not": r"құқылы\s+емес",
            "must": r"міндетті(?!\s+емес|\s+түрде)" + _END,
            "must_not": r"міндетті\s+емес",
            "allowed": r"(?:жол|рұқсат)\s+(?:беріледі|етіледі)",
            "not_allowed": r"(?:жол|рұқсат)\s+(?:берілмейді|етілмейді)|тыйым\s+салынады",
            "required": r"талап\s+етіледі",
            "not_required": r"талап\s+етілмейді",
            "increased": r"ұлғай|арттыр|көбей|көтер",
            "decreased": r"азай|төменде|кеміт|қысқар",
            "natural_person": r"жеке\s+(?:тұлға|немесе\s+заңды)",
            "legal_person": r"заңды\s+тұлға",
            "paid": r"ақылы",
            "free": r"тегін" + _END,
            "monthly": r"ай\s+сайын",
            "quarterly": r"тоқсан\s+сайын",
            "yearly": r"жыл\s+сайын",
        }
    ),
    posts=classes(
        {
            "vice": r"вице-",
            "first": r"бірінші",
            "acting": rf"м\.?\s?а\.|міндет{_WORD}+\s+(?:уақытша\s+)?атқар",
            "deputy": r"орынбасар",
        }
    ),
)
"""The classes of Kazakh."""
