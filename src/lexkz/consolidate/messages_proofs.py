"""The findings of proofs that fail."""

from lexkz.consolidate.texts import Texts

PROOFS: Texts = {
    "proof_untouched": (
        "error",
        "Дәлел сәтсіз: пәрмен атамаған бірлік өзгерген: {what}.",
        "Доказательство не сошлось: изменилась единица, не названная командой: {what}.",
        "A proof failed: a unit that no command names has changed: {what}.",
    ),
    "proof_once": (
        "error",
        "Дәлел сәтсіз: пәрмен дәл бір рет қолданылмаған немесе файлда дәл бір рет белгіленбеген: {what}.",
        "Доказательство не сошлось: команда применена или записана в файле не ровно один раз: {what}.",
        "A proof failed: the command was not applied, or not recorded in the file, exactly once: {what}.",
    ),
    "proof_replay": (
        "error",
        "Дәлел сәтсіз: қайта қолданғанда басқа мәтін шықты.",
        "Доказательство не сошлось: повторное применение дало другой текст.",
        "A proof failed: applying again gave another text.",
    ),
    "proof_text_balance": (
        "error",
        "Дәлел сәтсіз: ескі мәтін − алынған + қосылған жаңа мәтінге тең емес: {what}.",
        "Доказательство не сошлось: старый текст − удалённое + добавленное не равно новому: {what}.",
        "A proof failed: old text − removed + added is not the new text: {what}.",
    ),
    "proof_content": (
        "error",
        "Дәлел сәтсіз: мәтін өзгертетін акт айтқандай емес: {what}.",
        "Доказательство не сошлось: текст не тот, что в изменяющем акте: {what}.",
        "A proof failed: the text is not what the amending act says: {what}.",
    ),
    "content_unjudged": (
        "warning",
        "Мазмұнның дәлелі бұл пәрменді тексере алмады, мәтінді көзбен салыстырыңыз: {what}.",
        "Доказательство содержания не смогло проверить эту команду, сверьте текст глазами: {what}.",
        "The proof of the content could not judge this command, compare the text by eye: {what}.",
    ),
}
