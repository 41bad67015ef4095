"""What a PDF can hold that its text does not tell: findings of the reader."""

from lexkz.findings import Finding, Message, Place


def unmapped(page: int, count: int) -> Finding:
    """Return the finding for characters whose font does not tell which letters they are."""
    return Finding(
        code="read.unmapped_characters",
        severity="error",
        message=Message(
            kaz=f"Беттегі {count} таңбаның қай әріп екенін файл айтпайды; олардың орнында \ufffd тұр.",
            rus=f"Файл не сообщает, какие буквы обозначают {count} знаков страницы; на их месте стоит \ufffd.",
            eng=f"The file does not tell which letters {count} characters of the page are; \ufffd stands for them.",
        ),
        place=Place(page=page),
    )


def page_without_text(page: int) -> Finding:
    """Return the finding for a page that is a picture in a file whose other pages have text."""
    return Finding(
        code="read.page_without_text",
        severity="error",
        message=Message(
            kaz="Бұл бет – сурет, мәтіні жоқ: оқылмады.",
            rus="Эта страница – изображение без текста: она не прочитана.",
            eng="This page is a picture without text: it was not read.",
        ),
        place=Place(page=page),
    )


def hidden_text() -> Finding:
    """Return the finding for a scanned file whose text was laid under its pictures by text recognition."""
    return Finding(
        code="read.recognised_text",
        severity="warning",
        message=Message(
            kaz="Файлдың мәтінін бағдарлама беттердің суретінен танып алған: онда қателер болуы мүмкін.",
            rus="Текст файла распознан программой по изображениям страниц: в нём возможны ошибки.",
            eng="The text of the file was recognised by a program from pictures of its pages: it can hold errors.",
        ),
    )
