"""What the reader of Word documents has to say: what it took as accepted, and what it left out."""

from collections.abc import Iterator

from lexkz.findings import Finding, Message
from lexkz.findings.model import Severity
from lexkz.read.docx.state import State
from lexkz.read.findings import LONGEST, nested_table, struck_text


def said(state: State, comments: int, missed: list[str]) -> Iterator[Finding]:
    """Yield the findings of a reading; ``comments`` is the number of comments in the document, ``missed`` its text that
    stands where no text was looked for."""
    if lost := _joined(missed):
        yield _finding(
            "read.text_missed",
            "error",
            "Құжаттың бұл мәтіні оқылмады: Word-та сақтап көріңіз.",
            "Этот текст документа не прочитан: сохраните документ в Word заново.",
            "This text of the document was not read: save the document anew in Word.",
            lost,
        )
    if state.inserted or state.removed:
        yield _tracked(state.inserted, len(state.removed), _joined(state.removed))
    if comments:
        yield _finding(
            "read.comments",
            "info",
            f"Құжаттағы түсініктемелер ({comments}) алынбады.",
            f"Примечания рецензентов ({comments}) не взяты.",
            f"Comments ({comments}) were left out.",
        )
    if hidden := _joined(state.hidden):
        yield _finding(
            "read.hidden_text",
            "warning",
            "Құжатта көрсетілмейтін мәтін бар: ол алынбады.",
            "В документе есть скрытый текст: он не взят.",
            "The document hides some text: it was left out.",
            hidden,
        )
    if struck := _joined(state.struck):
        yield struck_text(struck)
    if nested := _joined(state.nested):
        yield nested_table(nested)
    if "altChunk" in state.embedded or "subDoc" in state.embedded:
        yield _finding(
            "read.part_missing",
            "error",
            "Құжатқа басқа құжат кірістірілген: оның мәтіні оқылмады.",
            "В документ вставлен другой документ: его текст не прочитан.",
            "The document takes in another one, whose text was not read.",
        )
    others = [kind for kind in state.embedded if kind not in ("altChunk", "subDoc")]
    if others:
        kinds = ", ".join(sorted(set(others)))
        yield _finding(
            "read.embedded",
            "warning",
            f"Суреттер, формулалар немесе нысандар ({kinds}: {len(others)}) мәтін ретінде толық оқылмады.",
            f"Рисунки, формулы или объекты ({kinds}: {len(others)}) не прочитаны как текст или прочитаны не вполне.",
            f"Pictures, formulas or objects ({kinds}: {len(others)}) were not read as text, or not in full.",
        )
    if state.numbering.strange:
        formats = ", ".join(sorted(state.numbering.strange))
        yield _finding(
            "read.number_format",
            "warning",
            f"Нөмірлердің белгісіз түрі ({formats}): олар араб цифрларымен жазылды.",
            f"Неизвестный вид номеров ({formats}): они записаны арабскими цифрами.",
            f"Numbers of an unknown format ({formats}) were written in Arabic digits.",
        )


def _tracked(inserted: int, removed: int, text: str) -> Finding:
    return _finding(
        "read.tracked_changes",
        "warning",
        f"Құжатта белгіленген түзетулер бар: қосылғаны {inserted}, алынғаны {removed}; олар қабылданған деп есептелді.",
        f"В документе есть записанные исправления: вставок {inserted}, удалений {removed}; они сочтены принятыми.",
        f"Tracked changes ({inserted} insertions, {removed} deletions) were taken as accepted.",
        text,
    )


def _finding(code: str, severity: Severity, kaz: str, rus: str, eng: str, text: str = "") -> Finding:
    return Finding(code, severity, Message(kaz, rus, eng), text=text[:LONGEST] or None)


def _joined(texts: list[str]) -> str:
    return " … ".join(bare for text in texts if (bare := " ".join(text.split())))
