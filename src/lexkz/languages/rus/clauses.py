"""Own clauses of Russian texts."""

from lexkz.languages.clauses import ClauseWords

CLAUSES = (
    ClauseWords(
        "entry_into_force",
        (
            ("вводится в действие",),
            ("вступает в силу",),
            ("вводятся в действие",),
            ("вступают в силу",),
            ("распространяется на отношения",),
            ("распространяются на отношения",),
        ),
    ),
    ClauseWords("control", (("контроль", "возложить"), ("контроль", "оставляю за собой"), ("контроль", "возлагается"))),
    ClauseWords(
        "execution",
        (
            ("обеспечить",),
            ("в установленном законодательством", "порядке"),
            ("принять меры",),
            ("принять к сведению",),
            ("довести",),
            ("руководствоваться",),
        ),
    ),
    ClauseWords("publication", (("опубликова",), ("размещение",), ("размещения",))),
    ClauseWords("approval", (("утвердить",), ("внести", "согласно приложени"))),
)
CHANGES = (
    ("изменени", "которые вносятся"),
    ("дополнени", "которые вносятся"),
    ("изменения", "вносимые"),
    ("в которые вносятся", "изменени"),
)
"""Stems in the title of an annex that holds changes to other acts."""
REPEALS = (("утративш", "силу"),)
"""Stems in the title of an annex that lists what loses force."""
CHARGES = (
    ("control", r"^(?P<what>контроль .*?)\s+(?:возложить|возлагается) на (?P<who>.+)$"),
    ("control", r"^(?P<what>контроль .*?)\s+(?P<who>оставляю за собой)"),
    (
        "execution",
        r"^(?P<who>.+?) (?:в установленном (?:законодательством .*?)?порядке|обеспечить)"
        r"(?: обеспечить)?:?\s*(?P<what>.+)$",
    ),
)
"""Kind of clause, and how it says who is charged with what."""
