"""Kazakh words of forms: «(тегі, аты, әкесінің аты (бар болса)) (қолы)», «20__ жылғы "__" ______»."""

import re

from lexkz.languages.fields import DateForm, Fields
from lexkz.languages.kaz.months import MONTHS

_BODY = (
    r"(?:ұйым|мекеме|кәсіпорын|орган|министрлі|ведомство|субъекті|субъекті|заңды тұлға|банк|бөлімше|серіктесті|"
    r"әкімдік|орталық|мектеп|емхана|аурухана|қор|агентті)"
)
_ANY = re.compile(r"")

FIELDS = Fields(
    remark=re.compile(
        r"\((?:ол |олар )?(?:бар болса|болған жағдайда|бар болған жағдайда|болса|болған кезде|бар болған кезде)\)"
    ),
    placeholder=re.compile(
        r"(?:Мәтін(?:ді)?|Күн(?:ді)?) енгізу(?: үшін)?(?: осы жерді)? (?:басыңыз|нұқыңыз|түртіңіз)\.|"
        r"(?:Мәтінді|Күнді) осы жерге енгізіңіз\.|(?:Элементті|Күнді) таңдаңыз\.|Место для ввода (?:текста|даты)\.|"
        r"(?:Click|Tap)(?: here| or tap| or tap here)? to enter (?:text|a date)\.|Choose an item\.",
        re.IGNORECASE,
    ),
    definition=re.compile(r"(?:бұдан әрі|бұдан былай)\s*[-:]?\s*(?P<term>.*)"),
    signature_last=re.compile(r"(?P<first>.+?)(?:\s*[,;/]\s*|\s+(?:және|мен)\s+)(?P<signature>қолы\w*)"),
    signature_first=re.compile(r"(?P<signature>қолы)(?:\s*[,;/]\s*|\s+(?:және|мен)\s+)(?P<rest>.+)"),
    goes_on=re.compile(r"\s*(?:[,;/]|және|мен|не|немесе|қолы)"),
    kinds={
        "signature": re.compile(r"(?<!\w)қолы(?:\s+мен\s+мөрі)?(?!\w)|қолтаңба"),
        "date": re.compile(r"(?<!\w)(?:күні|датасы|айы,? жылы|жылы,? айы,? күні)(?!\w)"),
        "person": re.compile(
            r"(?<!\w)тегі(?!\w)|аты-жөні|аты,? (?:және )?әкесінің аты|т\.\s?а\.\s?ә|ф\.\s?и\.\s?о|(?<!\w)таә(?!\w)"
        ),
        "organisation": re.compile(rf"(?<!\w){_BODY}\w*(?:\s.*)?\sатауы|^{_BODY}$"),
        "number": re.compile(r"(?<!\w)(?:саны|мөлшері|сомасы|жасы|бағасы|құны|жалпы ауданы|теңге)(?!\w)"),
    },
    identity_number=re.compile(r"(?<!\w)(?:жсн|бсн)(?!\w)|сәйкестендіру нөмірі"),
    in_words=re.compile(r"жазумен|жазбаша|сөзбен"),
    counted=re.compile(
        r"\s*(?:адам|бала|теңге|тиын|дана|бірлік|сағат|күн|ай|жас|орын|төсек|пайыз|шаршы метр|текше метр|жыл)(?!\w)"
    ),
    dates=(
        DateForm(
            ("year2", "day", "month"),
            re.compile(r"(?<!\d)20\s*$"),
            (re.compile(r"\s*(?:жылғы|жылдың|жыл|ж\.?)\s*\"?\s*|\s*\"\s*"), re.compile(r"\s*\"?\s*")),
            _ANY,
        ),
        DateForm(
            ("year", "day", "month"),
            re.compile(r"(?:^|[\s,(])$"),
            (re.compile(r"\s*(?:жылғы|жылдың|жыл|ж\.?)\s*\"\s*"), re.compile(r"\s*\"\s*")),
            _ANY,
        ),
        DateForm(
            ("day", "month", "year2"),
            re.compile(r"\"\s*$"),
            (re.compile(r"\s*\"\s*"), re.compile(r"\s*20\s*")),
            _ANY,
        ),
    ),
    months=MONTHS,
    journal=re.compile(r"журнал|карточка|карта(?!\w)|тізілім|кітабы|есеп(?!\w)|парағы|анкета|сауалнама|паспорт"),
    date="Күні",
    yes=frozenset({"иә", "ия", "бар"}),
    no=frozenset({"жоқ"}),
    blank="Жазуға арналған орын",
)
"""The words of forms in Kazakh."""
