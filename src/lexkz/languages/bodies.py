"""Bodies that adopt acts, by the stems of their names in both languages, to the slugs that IRIs use."""

from lexkz.languages.folding import fold_spaces

_BODIES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("enbek", ("еңбек және халықты әлеуметтік қорғау", "труда и социальной защиты населения")),
    ("mz", ("денсаулық сақтау", "здравоохранения")),
    ("mf", ("қаржы министр", "министра финансов", "министр финансов", "министерства финансов")),
    ("mne", ("ұлттық экономика", "национальной экономики")),
    ("mp", ("оқу-ағарту", "просвещения")),
    ("mnvo", ("ғылым және жоғары білім", "науки и высшего образования")),
    ("mon", ("білім және ғылым", "образования и науки")),
    ("mvd", ("ішкі істер", "внутренних дел")),
    ("mj", ("әділет министр", "юстиции")),
    ("msh", ("ауыл шаруашылығы", "сельского хозяйства")),
    ("mti", ("сауда және интеграция", "торговли и интеграции")),
    ("mio", ("ақпарат және қоғамдық даму", "информации и общественного развития")),
    ("mki", ("мәдениет және ақпарат", "культуры и информации")),
    ("mks", ("мәдениет және спорт", "культуры и спорта")),
    ("mts", ("туризм және спорт", "туризма и спорта")),
    ("mps", ("өнеркәсіп және құрылыс", "промышленности и строительства")),
    ("miir", ("индустрия және инфрақұрылымдық даму", "индустрии и инфраструктурного развития")),
    ("mcriap", ("цифрлық даму", "цифрового развития")),
    ("mtr", ("көлік министр", "министра транспорта", "министр транспорта")),
    ("me", ("энергетика министр", "министра энергетики", "министр энергетики")),
    ("megpr", ("экология", "экологии")),
    ("mvri", ("су ресурстары", "водных ресурсов")),
    ("mchs", ("төтенше жағдайлар", "чрезвычайным ситуациям")),
    ("mo", ("қорғаныс министр", "обороны")),
    ("mid", ("сыртқы істер", "иностранных дел")),
    ("nbrk", ("ұлттық банк", "национального банка", "национальный банк")),
    ("arrfr", ("қаржы нарығын реттеу", "регулированию и развитию финансового рынка")),
    ("government", ("үкімет", "правительств")),
    ("president", ("президент", "президента")),
    ("parliament", ("парламент", "парламента")),
)


_HEIRS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("білім және ғылым", "образования и науки"), ("оқу-ағарту", "просвещения")),
    (("инвестициялар және даму", "инвестициям и развитию"), ("көлік", "транспорта")),
    (("инвестициялар және даму", "инвестициям и развитию"), ("өнеркәсіп және құрылыс", "промышленности и строитель")),
    (("инвестициялар және даму", "инвестициям и развитию"), ("цифрлық даму", "цифрового развития")),
    (("индустрия және инфрақұрылымдық", "индустрии и инфраструктурного"), ("көлік", "транспорта")),
    (("индустрия және инфрақұрылымдық", "индустрии и инфраструктурного"), ("өнеркәсіп", "промышленности")),
    (("көлік және коммуникация", "транспорта и коммуникаций"), ("инвестициялар және даму", "инвестициям и развитию")),
    (("мұнай және газ", "нефти и газа"), ("энергетика", "энергетики")),
    (("қоршаған ортаны қорғау", "охраны окружающей среды"), ("энергетика", "энергетики")),
    (("қоршаған орта", "окружающей среды"), ("экология", "экологии")),
    (("экология", "экологии"), ("су ресурстары", "водных ресурсов")),
    (("энергетика", "энергетики"), ("экология", "экологии")),
    (("ішкі істер", "внутренних дел"), ("төтенше жағдайлар", "чрезвычайным ситуациям")),
    (("мәдениет және спорт", "культуры и спорта"), ("ақпарат", "информации")),
)
"""Ministries that took over from others without keeping a word of their name, by the stems of both names."""


def took_over(one: str, two: str) -> bool:
    """True where one of two bodies is known to have taken over from the other: «образования и науки», «просвещения»."""
    names = (fold_spaces(one), fold_spaces(two))
    return any(
        any(fold_spaces(stem) in first for stem in before) and any(fold_spaces(stem) in then for stem in heirs)
        for first, then in (names, names[::-1])
        for before, heirs in _HEIRS
    )


_HIGHEST = frozenset({"president", "government", "parliament"})
"""Bodies after which others are named: the archive, the office, the chancellery of the President."""
_OWN_WORDS = (
    "президент",
    "үкімет",
    "правительств",
    "парламент",
    "республик",
    "казахстан",
    "қазақстан",
    "тұңғыш",
    "перв",
    "рк",
    "қр",
)


def _itself(folded: str) -> bool:
    """True where a name says nothing but the body itself: not «начальник Архива Президента», «Президент Кеңсесі»."""
    return all(word.startswith(tuple(map(fold_spaces, _OWN_WORDS))) for word in folded.split())


def body_slug(name: str | None) -> str | None:
    """Return the slug of the body that ``name`` (as printed, any case form) means; None where it is not known.

    The first body whose stem stands in the name wins: a minister who is also a deputy prime minister is his ministry's.
    An office named after the President, the Government or Parliament is not they: such a name has no slug.
    """
    if not name:
        return None
    folded = fold_spaces(name)
    slug = next((slug for slug, stems in _BODIES if any(fold_spaces(stem) in folded for stem in stems)), None)
    return None if slug in _HIGHEST and not _itself(folded) else slug
