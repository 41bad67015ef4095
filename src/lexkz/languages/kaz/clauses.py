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
    ClauseWords("approval", (("бекітілсін",),)),
)
CHANGES = (("енгізілетін", "өзгеріс"), ("енгізілетін", "толықтыру"), ("енгізіліп отырған", "өзгеріс"))
"""Stems in the title of an annex that holds changes to other acts."""
