"""Which act, language and unit an assistant means: by folder, IRI, eId or words; else what could have been meant."""

import re
from dataclasses import dataclass

from lexkz.publication.assistant_json import CandidateData
from lexkz.publication.store_json import ActInfoData, ExpressionInfoData
from lexkz.workspace.assistant.replies import NoAnswerError
from lexkz.workspace.store import Missing, Store
from lexkz.workspace.store.unit_names import UnnamedUnitError

_IRI = re.compile(r"(?P<work>/akn/[^~!]+?)(?:/(?P<lang>kaz|rus)(?:@(?P<day>[0-9-]*))?)?(?P<part>/[~!].*)?/?")
_NEAREST = 5
"""So many candidates are named."""


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place in an act of the store."""

    act: str
    """Folder."""
    lang: str
    eid: str = ""
    """eId of the unit; empty for the act itself."""
    day: str | None = None
    """The day that its IRI names."""


@dataclass(frozen=True, slots=True)
class CalledAct:
    """An act of the store, and what else its IRI says."""

    folder: str
    there: tuple[ActInfoData, ...]
    """The act in each language."""
    work: str
    """Folder or work IRI, as it was called."""
    lang: str | None = None
    day: str | None = None
    part: str | None = None
    """The end of the IRI that names a unit: ``/~para_3``, ``/!annex_1``."""


def called(store: Store, act: str) -> CalledAct:
    """Return the act of a folder or IRI. Raises NoAnswerError where it is not there, or where there are several."""
    said = act.strip()
    iri = _IRI.fullmatch(said)
    work = iri["work"] if iri is not None else said
    there = store.act(work)
    if not there:
        raise _none("act", "give the folder of one of the candidates", _like(store, said))
    if len({one.act for one in there}) > 1:
        raise NoAnswerError("Several acts have this IRI: give the folder of one.", tuple(map(_of_act, there)))
    if iri is None:
        return CalledAct(there[0].act, there, work)
    return CalledAct(there[0].act, there, work, iri["lang"], iri["day"] or None, iri["part"])


def named_act(store: Store, act: str, lang: str | None) -> NamedPlace:
    """Return the act. Raises NoAnswerError where it is not there, or where it is not told which is meant."""
    return named_place(store, act, None, lang)


def named_place(store: Store, act: str, unit: str | None, lang: str | None) -> NamedPlace:
    """Return the unit of an act, the act itself for None. Raises NoAnswerError where there is none, or several."""
    if unit is not None and unit.startswith("/akn/"):
        act, unit = unit, None
    found = called(store, act)
    lang = lang or found.lang
    there = [one for one in found.there if lang in (None, one.lang)]
    if not there:
        raise NoAnswerError(
            f"The act is not there in {lang}: ask for another language.", tuple(map(_of_act, found.there))
        )
    if unit or found.part:
        return _named_unit(store, found, unit or found.part or "", lang)
    if len(there) > 1:
        raise NoAnswerError("The act is there in both languages: say lang.", tuple(map(_of_act, there)))
    return NamedPlace(found.folder, there[0].lang, day=found.day)


def _named_unit(store: Store, act: CalledAct, unit: str, lang: str | None) -> NamedPlace:
    # Of an IRI: a component has its eId by the convention, which the store knows.
    said = f"{act.work}{unit}" if unit.startswith("/!") else unit.removeprefix("/~")
    try:
        found = store.named(said, act.folder, lang)
    except UnnamedUnitError as error:
        near = tuple(CandidateData(act=act.folder, lang=of, unit=eid, name=name) for of, eid, name in error.units)
        if error.several:
            several = "Several units of the act could be meant: give the eId of one of the candidates."
            raise NoAnswerError(several, near) from None
        raise _none("unit", "give the eId of one of the candidates", near) from None
    if len(found) > 1:
        raise NoAnswerError(
            "The unit is there in both languages: say lang.",
            [CandidateData(act=one.act, lang=one.lang, unit=one.eid, name=None) for one in found],
        )
    return NamedPlace(found[0].act, found[0].lang, found[0].eid, act.day)


def _none(kind: str, way: str, near: tuple[CandidateData, ...]) -> NoAnswerError:
    where = "the workspace" if kind == "act" else "this act"
    return NoAnswerError(f"There is no such {kind} in {where}: {f'{way}, or ' if near else ''}use search.", near)


def text_of_day(store: Store, place: NamedPlace, day: str | None) -> ExpressionInfoData:
    """Return the version of an act on a day, the newest for None. Raises NoAnswerError."""
    found = store.expression(place.act, place.lang, day or place.day)
    if isinstance(found, Missing):
        raise no_text(found)
    return found


def no_text(found: Missing) -> NoAnswerError:
    """Return why there is no such text."""
    from lexkz.workspace.serve.problems import missing

    return NoAnswerError(missing(found).detail)


def _of_act(act: ActInfoData) -> CandidateData:
    return CandidateData(act=act.act, lang=act.lang, unit=None, name=act.title)


def _like(store: Store, words: str) -> tuple[CandidateData, ...]:
    """Acts that have the words, or the last words of an IRI."""
    said = " ".join(re.findall(r"\w+", words.rpartition("/")[2] if words.startswith("/") else words))
    hits = store.search(said, limit=4 * _NEAREST).hits if said else ()
    found: dict[tuple[str, str], CandidateData] = {}
    for hit in hits:
        found.setdefault((hit.act, hit.lang), CandidateData(act=hit.act, lang=hit.lang, unit=None, name=hit.title))
    return tuple(found.values())[:_NEAREST]
