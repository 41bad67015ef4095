"""Findings of the build itself: an act that cannot be built, a base act that cannot be told."""

from collections.abc import Sequence

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


def unproved(act_id: str, lang: str, what: str) -> Finding:
    """Return the finding for a consolidated text whose proofs do not hold: it is not written."""
    return Finding(
        code="workspace.unproved",
        severity="error",
        message=Message(
            kaz=f"{act_id}/{lang} жазылмады, оның дәлелдері сәтсіз: {what}",
            rus=f"{act_id}/{lang} не записан, его доказательства не сошлись: {what}",
            eng=f"{act_id}/{lang} was not written, its proofs do not hold: {what}",
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


def amends_unknown(acts: Sequence[str]) -> Finding:
    """Return the finding for acts that were not read: what they amend is not known, so nothing waits for them."""
    listed = ", ".join(acts)
    return Finding(
        code="workspace.amends_unknown",
        severity="warning",
        message=Message(
            kaz=f"Оқылмаған актілер нені өзгертетіні белгісіз, біріктірілген мәтіндерде ол болмауы мүмкін: {listed}.",
            rus=f"Что изменяют непрочитанные акты, неизвестно; в сводных текстах этого может не быть: {listed}.",
            eng=f"What these unread acts now amend is not known; consolidated texts may lack it: {listed}.",
        ),
        candidates=tuple(acts),
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


def other_id(act_id: str, said: str) -> Finding:
    """Return the finding for an act whose card gives another id than the folder that it lies in."""
    return Finding(
        code="workspace.other_id",
        severity="error",
        message=Message(
            kaz=f"act.toml ішіндегі id ({said}) қалта атауынан ({act_id}) өзгеше: мәтін не карточка басқаныкі шығар.",
            rus=f"id в act.toml ({said}) – не имя папки ({act_id}): текст или карточка могут быть от другого акта.",
            eng=f"The id in act.toml ({said}) is not the name of the folder ({act_id}): text or card may be another's.",
        ),
        text=said,
    )


def lost(act_id: str, lang: str) -> Finding:
    """Return the finding for an act whose workers died, twice: for want of memory, most often."""
    return Finding(
        code="workspace.worker_lost",
        severity="error",
        message=Message(
            kaz=f"{act_id}/{lang} құрастырылмады: оны құрастырған процесс екі рет үзілді (жад жетпеген болуы мүмкін).",
            rus=f"{act_id}/{lang} не собран: процесс, который его собирал, дважды оборвался (не хватило памяти?).",
            eng=f"{act_id}/{lang} was not built: the process that built it died twice (for want of memory, perhaps).",
        ),
    )


def cycle(acts: Sequence[str]) -> Finding:
    """Return the finding for acts that amend each other in a circle: who amends, then whom, back to the first."""
    circle = " → ".join((*acts, acts[0]))
    return Finding(
        code="workspace.cycle",
        severity="warning",
        message=Message(
            kaz=f"Актілер бірін-бірі айнала өзгертеді: {circle}. Әрқайсысы жарияланған мәтіндерден біріктірілді.",
            rus=f"Акты изменяют друг друга по кругу: {circle}. Каждый сведён по текстам, как они опубликованы.",
            eng=f"The acts amend each other in a circle: {circle}. Each is consolidated from the texts as published.",
        ),
        candidates=tuple(acts),
    )


def missing(base: str, amending: Sequence[str]) -> Finding:
    """Return the finding for a base act that acts of the corpus amend and that is not in it."""
    return Finding(
        code="workspace.base_missing",
        severity="info",
        message=Message(
            kaz=f"{base} corpus/ ішінде жоқ: оның орнына жобалық құрылымы біріктірілді.",
            rus=f"{base} нет в corpus/: вместо него сведена его схема.",
            eng=f"{base} is not in corpus/: its outline is consolidated in its place.",
        ),
        text=base,
        candidates=tuple(amending),
    )


def same_act(work: str, first: str, second: str) -> Finding:
    """Return the finding for two folders of the corpus that hold the same act."""
    return Finding(
        code="workspace.same_act",
        severity="warning",
        message=Message(
            kaz=f"{first} және {second} бір актіні қамтиды ({work}): өзгерістер {first} ішіне енгізіледі.",
            rus=f"{first} и {second} содержат один и тот же акт ({work}): изменения вносятся в {first}.",
            eng=f"{first} and {second} hold the same act ({work}): what amends it is applied to {first}.",
        ),
        candidates=(first, second),
    )


def overtaken(amending: str, by: str) -> Finding:
    """Return the finding for commands of an act that another act amended before they were in force."""
    return Finding(
        code="workspace.amended_before_force",
        severity="error",
        message=Message(
            kaz=f"{amending} күшіне енгенге дейін оны {by} өзгертті: өзгертілген мәтіні қолданылады, ол мұнда жоқ.",
            rus=f"{amending} изменён актом {by} до вступления в силу: действует изменённый текст, здесь его нет.",
            eng=f"{by} amended {amending} before it entered into force: its amended text applies, not this one.",
        ),
        text=amending,
        candidates=(by,),
    )


def maybe_overtaken(amending: str, by: str) -> Finding:
    """Return the finding for an amending act that is amended itself, where it is not known which was in force first."""
    return Finding(
        code="workspace.amending_act_amended",
        severity="warning",
        message=Message(
            kaz=f"{amending} актісін {by} өзгертеді; қайсысы бұрын күшіне енгені белгісіз: жарияланған мәтіні алынды.",
            rus=f"{amending} изменён актом {by}; что вступило в силу раньше, неизвестно: внесён опубликованный текст.",
            eng=f"{by} amends {amending}; which was in force first is not known: its text as published was applied.",
        ),
        text=amending,
        candidates=(by,),
    )
