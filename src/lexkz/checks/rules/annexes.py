"""The act's own annexes: cited but absent, present but not cited, and what their corner marks say."""

import re
from collections.abc import Iterator

from lxml import etree

from lexkz.akn import meta as akn_meta
from lexkz.akn.namespace import NAMESPACES, q
from lexkz.akn.text import visible
from lexkz.amendment.content import annex, corner_mark
from lexkz.checks.draft import DraftAct
from lexkz.findings import Finding, FindingPlace, quoting
from lexkz.languages.folding import fold, fold_spaces
from lexkz.languages.names import same_name, shortens


def cited(draft: DraftAct) -> Iterator[Finding]:
    """Yield citations of annexes that the act has not, outside commands (whose own finding says so already)."""
    in_commands = {number for command in draft.reading.commands for number in command.annex}
    for passage in draft.zone("own"):
        for match in draft.words.own_annex.finditer(fold(passage.text)):
            absent = [number for number in _listed(match["number"]) if annex(draft.root, number) is None]
            if set(absent) - in_commands:
                yield quoting("check.annex_absent", passage.text, passage.place, candidates=_numbers(draft))


def inner(draft: DraftAct) -> Iterator[Finding]:
    """Yield citations, in a document that the act sets out anew as a whole, of annexes that it does not set out."""
    for command in draft.reading.commands:
        for number, target in zip(command.annex, command.targets, strict=False):
            attachment = annex(draft.root, number, command.annex_of)
            if attachment is None or not target or target[-1].kind != "instrument":
                continue
            own = attachment.get("eId", "")
            there = {(node.get("eId") or "").rpartition("__att_")[2] for node in attachment.iter(q("attachment"))}
            for passage in draft.zone("annex"):
                if passage.scope != own and not passage.scope.startswith(f"{own}__"):
                    continue
                for match in draft.words.inner_annex.finditer(fold(passage.text)):
                    if set(_listed(match["number"])) - there - {""}:
                        yield quoting("check.annex_inner", match.group(), passage.place, command=command.id)


def uncited(draft: DraftAct) -> Iterator[Finding]:
    """Yield annexes that no line of the act cites; not where the act approves or amends by annex without number."""
    named = {number for command in draft.reading.commands for number in command.annex}
    for passage in draft.zone("own", "annex"):
        for match in draft.words.own_annex.finditer(fold(passage.text)):
            named.update(_listed(match["number"]))
    attachments = draft.attachments if draft.reading.commands else ()
    if "" in named and len(attachments) == 1:
        return
    for attachment in attachments:
        mark = corner_mark(attachment, draft.lang)
        number = _number(attachment)
        if mark is not None and mark.own is not None and number and number not in named:
            yield quoting("check.annex_uncited", mark.text, draft.at(attachment))


def _listed(numbers: str | None) -> tuple[str, ...]:
    """Return the numbers of a list as printed: «1 және 2», «1 – 3»; an empty one where there is none."""
    if numbers is None:
        return ("",)
    span = re.fullmatch(r"(\d+)\s+-\s+(\d+)|(\d+)\s*–\s*(\d+)", numbers)
    if span:
        first, last = (int(group) for group in span.groups() if group is not None)
        return tuple(str(number) for number in range(first, last + 1))
    return tuple(re.findall(r"\d+(?:-\d+)*", numbers))


def order(draft: DraftAct) -> Iterator[Finding]:
    """Yield annexes whose numbers repeat, or do not follow those before them."""
    before = 0
    for attachment in draft.attachments if draft.reading.commands else ():
        number, _, repeated = _number(attachment).partition("_")
        mark = corner_mark(attachment, draft.lang)
        if mark is None or not number.isdigit():
            continue
        if repeated or int(number) != before + 1:
            yield quoting("check.annex_twice", mark.text, draft.at(attachment), candidates=(str(before + 1),))
        before = int(number)


def corner_act(draft: DraftAct) -> Iterator[Finding]:
    """Yield corner marks whose date or number is not the act's own."""
    identity = akn_meta.read_identity(draft.root)
    for attachment in draft.attachments:
        mark = corner_mark(attachment, draft.lang)
        if mark is None:
            continue
        date = draft.words.corner_date.search(fold(mark.text))
        month = draft.words.month(date["month"]) if date else None
        if date and month and identity.date:
            printed = f"{date['year']}-{month:02}-{int(date['day']):02}"
            if printed != identity.date:
                yield quoting("check.corner_act", mark.text, draft.at(attachment), candidates=(identity.date,))
                continue
        number = re.search(r"(?:№|(?<!\w)N)\s*(?P<number>[\w/-]*\d[\w/-]*)", mark.text)
        if number and identity.number and fold(number["number"]) != fold(identity.number):
            yield quoting("check.corner_act", mark.text, draft.at(attachment), candidates=(f"№ {identity.number}",))


def corner_name(draft: DraftAct) -> Iterator[Finding]:
    """Yield corner marks that name another document than the command that cites the annex, or name it in short."""
    for command in draft.reading.commands:
        for place, number in enumerate(command.annex):
            attachment = annex(draft.root, number, command.annex_of)
            target = command.targets[min(place, len(command.targets) - 1)] if command.targets else ()
            full = next((step.name for step in target if step.kind == "instrument" and step.name), None)
            mark = corner_mark(attachment, draft.lang) if attachment is not None else None
            found = draft.words.corner_name.search(fold_spaces(mark.text)) if mark is not None else None
            if attachment is None or mark is None or full is None or found is None:
                continue
            known = fold_spaces(full)
            if same_name(found["name"], known):
                continue
            # Without some of its words the name is short; with others it is another document.
            code = "check.corner_name_short" if shortens(found["name"], known) else "check.corner_name"
            yield quoting(code, found["name"], draft.at(attachment), command=command.id, candidates=(full,))


def corner_case(draft: DraftAct) -> Iterator[Finding]:
    """Yield authors in the wrong case («министрі … № 391 бұйрығына»), and kinds of act with a capital."""
    for attachment in draft.attachments:
        mark = corner_mark(attachment, draft.lang)
        if mark is None:
            continue
        for match in draft.words.corner_case.finditer(mark.text):
            yield quoting("check.corner_case", match["slip"], _mark_place(draft, attachment))
        for match in draft.words.corner_capital.finditer(mark.text):
            small = match["slip"].lower()
            yield quoting("check.corner_capital", match["slip"], _mark_place(draft, attachment), candidates=(small,))


def form_marks(draft: DraftAct) -> Iterator[Finding]:
    """Yield annexes with blanks that lack the mark of a form, where other annexes of the act bear it."""
    marked, plain = [], []
    for attachment in draft.attachments:
        blanks = attachment.findall(".//akn:fillIn", NAMESPACES)
        mark = attachment.find(".//akn:p[@class='form']", NAMESPACES)
        if mark is not None:
            marked.append(attachment)
        elif len(blanks) > 2:
            plain.append(attachment)
    for attachment in plain if marked else []:
        title = attachment.find(f".//{q('longTitle')}")
        words = visible(title) if title is not None else attachment.get("eId", "")
        yield quoting("check.form_mark", words, draft.at(attachment))


def _mark_place(draft: DraftAct, attachment: etree._Element) -> FindingPlace:
    holder = attachment.find(".//akn:container[@name='cornerMark']", NAMESPACES)
    return draft.at(holder if holder is not None else attachment)


def _number(attachment: etree._Element) -> str:
    return (attachment.get("eId") or "").removeprefix("att_")


def _numbers(draft: DraftAct) -> tuple[str, ...]:
    return tuple(_number(attachment) for attachment in draft.attachments)
