"""Own clauses of Kazakh acts."""

from lexkz.languages.clauses import ClauseWords

CLAUSES = (
    ClauseWords(
        "entry_into_force",
        (
            ("қолданысқа енгізіл",),
            ("күшіне енеді",),
            ("күшіне енгізіл",),
            ("қатынастарға қолданылады",),
            ("қатынастарға таралады",),
            ("дейін қолданылады",),
            ("дейін қолданыста болады",),
            ("қоса алғанда қолдан",),
        ),
    ),
    ClauseWords("control", (("бақылау", "жүктел"), ("бақылауды өзіме қалдырамын",))),
    ClauseWords(
        "execution",
        (
            ("қамтамасыз ет",),
            ("мемлекеттік тірке", "тәртіппен"),
            ("шаралар қабылда",),
            ("назарға алсын",),
            ("жеткізсін",),
            ("басшылыққа алсын",),
        ),
    ),
    ClauseWords("publication", (("жариялан",), ("жарияла", "орналастыр"))),
    ClauseWords("approval", (("бекітілсін",), ("қосымшаға сәйкес", "енгізілсін"))),
)
CHANGES = (("енгізілетін", "өзгеріс"), ("енгізілетін", "толықтыру"), ("енгізіліп отырған", "өзгеріс"))
"""Stems in the title of an annex that holds changes to other acts."""
REPEALS = (("күші жойыл",), ("күшін жойған",), ("күші жойылды", "танылған"))
"""Stems in the title of an annex that lists what loses force."""
CHARGES = (
    ("control", r"^(?P<what>.+? бақылау)(?:ды)?\s+(?P<who>.+?)\s+жүктелсін"),
    ("control", r"^(?P<what>.+? бақылау)ды\s+(?P<who>өзіме қалдырамын)"),
    (
        "execution",
        r"^(?P<who>.+?) (?:(?:Қазақстан Республикасы(?:ның)? )?заңнама\w* )?(?:белгіленген|бекітілген) "
        r"тәртіп(?:пен|те):?\s*(?P<what>.+)$",
    ),
)
"""Kind of clause, and how it says who is charged with what."""
