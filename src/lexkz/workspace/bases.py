"""Which base acts a reading names, and in which folders they belong."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from lexkz.akn import iris
from lexkz.amendment.model import BaseAct, Reading
from lexkz.consolidation.identify import bare, without_remark


def folder(base: BaseAct, known: Mapping[str, str]) -> str | None:
    """Return the folder of a base act, or None where the text does not say enough to tell.

    ``known`` maps work IRIs of the corpus to their folders. Else the folder is the id under which the state information
    system has a registered act (by its registration number and the year of the act), else it is made from the IRI.
    """
    if base.iri is not None and base.iri in known:
        return known[base.iri]
    if base.registration is not None and base.date is not None:
        try:
            return iris.act_folder(base.registration, int(base.date[:4]))
        except ValueError:
            pass
    return iris.iri_folder(base.iri) if base.iri is not None else None


def cited_by_title(
    bases: Iterable[tuple[str, BaseAct]], acts: Iterable[tuple[str, str | None, str, str]]
) -> dict[str, str]:
    """Return IRIs by which acts of the corpus are cited though they are not their own, with the folders of the acts.

    Laws are cited by day and title, often without a number («2004 жылғы 9 шілдедегі Заңына»), and an act in the corpus
    may not say its own. Where one of the two has no number, kind, day and title must be those of one act alone, in each
    language in which it is cited: a bilingual law has two titles. An IRI under which several titles are cited in one
    language means none of them. ``bases`` are cited in a language; ``acts`` are work IRI, title, folder and language.
    """
    there: defaultdict[tuple[str, str, str], set[tuple[str, str]]] = defaultdict(set)
    texts: set[tuple[str, str]] = set()
    for work, title, name, lang in acts:
        texts.add((name, lang))
        if title:
            for form in {bare(title), bare(without_remark(title))}:
                there[lang, _kind_and_day(work), form].add((work, name))
    cited: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for lang, base in bases:
        if base.iri is not None:
            cited[base.iri][lang].add(bare(base.title) if base.title else "")
    found: dict[str, str] = {}
    for iri, by_language in cited.items():
        folders: set[str] = set()
        missed = []
        for lang, titles in by_language.items():
            same = there.get((lang, _kind_and_day(iri), next(iter(titles))), set()) if len(titles) == 1 else set()
            meant = {name for work, name in same if _numberless(work) or _numberless(iri)}
            folders |= meant
            missed += [] if meant else [lang]
        # A language in which the act is not at hand cannot speak against it; one in which it is, can.
        if len(folders) == 1 and all((next(iter(folders)), lang) not in texts for lang in missed):
            (found[iri],) = folders
    return found


def _kind_and_day(work: str) -> str:
    """``/akn/kz/act/order/enbek/2024-09-30/391`` → ``order 2024-09-30``: who made it is not always said."""
    parts = work.split("/")
    return f"{parts[4]} {parts[-2]}" if len(parts) > 6 else work


def _numberless(work: str) -> bool:
    return iris.marked_number(work.rpartition("/")[2], work.rpartition("/")[0].rpartition("/")[2])[0] is None


def named(reading: Reading) -> tuple[BaseAct, ...]:
    """Return the base acts that the commands of a reading name, each once, in the order of the text."""
    found = dict.fromkeys(command.base for command in reading.commands)
    return tuple(base for base in found if folder(base, {}) is not None)


def homeless(reading: Reading) -> tuple[str, ...]:
    """Return the ids of the commands whose base act cannot be told."""
    return tuple(command.id for command in reading.commands if folder(command.base, {}) is None)
