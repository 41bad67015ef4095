"""Findings of the build itself: an act that cannot be built, a base act that cannot be told."""

from lexkz.findings import Finding, Message


def unreadable(act_id: str, lang: str, sentence: str) -> Finding:
    """Return the finding for a source that the readers refuse; ``sentence`` is theirs."""
    return Finding(
        code="workspace.unreadable",
        severity="error",
        message=Message(
            kaz=f"{act_id}/{lang} оқылмады: {sentence}",
            rus=f"{act_id}/{lang} не прочитан: {sentence}",
            eng=f"{act_id}/{lang} cannot be read: {sentence}",
        ),
    )


def broken(act_id: str, lang: str, error: Exception) -> Finding:
    """Return the finding for an act on which lexkz itself broke: the other acts are built all the same."""
    what = f"{type(error).__name__}: {error}"
    return Finding(
        code="workspace.broken",
        severity="error",
        message=Message(
            kaz=f"{act_id}/{lang} құрастырылмады, бұл lexkz қатесі: {what}",
            rus=f"{act_id}/{lang} не собран, это ошибка lexkz: {what}",
            eng=f"{act_id}/{lang} was not built, which is a fault of lexkz: {what}",
        ),
    )


def waits(act_id: str, lang: str, amending: str) -> Finding:
    """Return the finding for a base act that is not rebuilt while an act that amends it fails."""
    return Finding(
        code="workspace.waits",
        severity="error",
        message=Message(
            kaz=f"{act_id}/{lang} қайта құрастырылмады: оны өзгертетін {amending} құрастырылмады.",
            rus=f"{act_id}/{lang} не пересобран: не собран {amending}, который его изменяет.",
            eng=f"{act_id}/{lang} was not built again: {amending}, which amends it, was not built.",
        ),
    )


def unknown_base(commands: tuple[str, ...]) -> Finding:
    """Return the finding for commands whose base act has neither registration nor an IRI that could name its folder."""
    listed = ", ".join(commands)
    return Finding(
        code="workspace.unknown_base",
        severity="warning",
        message=Message(
            kaz=f"Қай актіге қатысты екені белгісіз, біріктірілген мәтінге енбеді: {listed}.",
            rus=f"Неизвестно, к какому акту относится; в сводный текст не вошло: {listed}.",
            eng=f"No act can be told that these commands amend; they are in no consolidated text: {listed}.",
        ),
        command=commands[0] if commands else None,
    )
