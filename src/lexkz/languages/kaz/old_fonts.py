"""Old Kazakh fonts of eight bits: Kazakh letters stood where other Cyrillic alphabets have theirs («Ќазаќстан»)."""

from lexkz.languages.old_fonts import OldFonts, read_as


def _made(codes: str, letters: str) -> dict[str, str]:
    return dict(zip(codes, letters, strict=True))


_FONTS = (
    # Fonts of the nineties, named after newspapers and typewriters; they differ in «ө», «ү» and «ә».
    _made("ЌќЃѓЊњЉљЎўЏџЄєЋћ", "ҚқҒғҢңӨөҰұҮүӘәҺһ"),
    _made("ЌќЃѓЊњҐґЎўЇїЄєЋћ", "ҚқҒғҢңӨөҰұҮүӘәҺһ"),
    _made("ЌќЃѓЊњЉљЎўЏџҢңЋћ", "ҚқҒғҢңӨөҰұҮүӘәҺһ"),
    # The same with «ұ» at the place of «џ», and «ү» at that of «ї» or «ў».
    _made("ЌќЃѓЊњЉљЏџЇїЄєЋћ", "ҚқҒғҢңӨөҰұҮүӘәҺһ"),
    _made("ЌќЃѓЊњЉљЏџЎўЄєЋћ", "ҚқҒғҢңӨөҰұҮүӘәҺһ"),
    # The standard code page of the country (KZ-1048) and its forerunner (PT 154), read as Windows-1251.
    _made("ЌќЋћЎўЈјҐґЄєЇїЅѕ", "ҚқҺһҰұӘәӨөҒғҮүҢң"),
    _made("ЌќЋћЃѓЊњЄє¤µ¦±‡‰", "ҚқҺһҒғҢңӘәӨөҰұҮү"),
)

_WORDS = """
    алып арналған арқылы аумағы ақпарат бойынша болып бөлігі бұйрық бұйрығы бұйырамын бұрын басқа
    болған даму екінші енгізілсін есептеу жаңа жазылсын жарғысы жарлығы жарлығына жауапкершілігі
    жөнінде жөніндегі жұмыс жылғы және жүзеге жүктелсін заңдар заңы заңына заңның кейін күннен күні
    күшіне күші көзделген көрсетілген күнтізбелік қағидалар қағидаларын қабылданған қазақстан қаулы
    қаулысы қаулысына қолданысқа қоса қосымша қосымшаға қызмет министрінің министрлігі мынадай
    мәселелері нормативтік облыс осы өзге өзгеріс өзгерістер өндіріс өтініш республикасы
    республикасының сондай сәйкес сөздер сөздері сөздермен тармақ тармағы тармақша тармақшасы тиіс
    толықтырулар тәртібі туралы ұйым ұйымдар ұлттық үкіметі үкіметінің үшін үшінші шешім шешімі
    әділет әкімдігі әлеуметтік әрбір
"""

OLD_FONTS = OldFonts(
    maps=(*_FONTS, *(read_as(font, taken_for="cp1252") for font in _FONTS)),
    words=frozenset(_WORDS.split()),
    modern=frozenset("ҚқҒғҢңӨөҰұҮү"),
)
