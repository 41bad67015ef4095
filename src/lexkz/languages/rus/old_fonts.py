"""Russian read as Western European: the codes of Windows-1251 taken for those of Latin-1 («Ïðèêàç»)."""

from lexkz.languages.old_fonts import OldFonts

_CODES = (*range(0xC0, 0x100), 0xA8, 0xB8)

OLD_FONTS = OldFonts(
    letters={chr(code): bytes((code,)).decode("cp1251") for code in _CODES},
    modern=frozenset("абвгдежзийклмнопрстуфхцчшщъыьэюя"),
    often=dict(
        zip(
            "оиеанртсвпдклямзухыбгюйьчцщжэфш",
            (
                101,
                100,
                83,
                73,
                69,
                63,
                60,
                58,
                52,
                32,
                30,
                30,
                29,
                23,
                23,
                21,
                20,
                19,
                18,
                15,
                13,
                10,
                10,
                9,
                8,
                7,
                6,
                6,
                3,
                3,
                2,
            ),
            strict=True,
        )
    ),
)
