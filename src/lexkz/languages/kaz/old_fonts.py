"""Old Kazakh fonts of eight bits: Kazakh letters stood where other Cyrillic alphabets have theirs («Ќазаќстан»)."""

from lexkz.languages.old_fonts import OldFonts

OLD_FONTS = OldFonts(
    letters=dict(zip("ЌќЃѓЊњЉљЎўЏџЄє", "ҚқҒғҢңӨөҰұҮүӘә", strict=True)),
    modern=frozenset("ҚқҒғҢңӨөҰұҮү"),
    often=dict(
        zip(
            "аетырнілсмдқукобзшжәңйғұигпөүцяхв",
            (
                115,
                82,
                79,
                78,
                65,
                61,
                50,
                50,
                41,
                39,
                36,
                35,
                33,
                30,
                22,
                22,
                16,
                16,
                15,
                13,
                12,
                12,
                12,
                12,
                11,
                10,
                10,
                9,
                4,
                2,
                2,
                2,
                1,
            ),
            strict=True,
        )
    ),
)
