"""Terms written in two ways: defined terms, phrases, words together and apart, institutions, references to oneself."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from lexkz.akn import meta as akn_meta
from lexkz.checks.draft import DraftAct, Passage
from lexkz.findings import Finding, quoting
from lexkz.languages.drafting import TermForm
from lexkz.languages.folding import fold
from lexkz.languages.language import words_of

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BREAK = re.compile(r"[.;:!?(]\s*$|^\W*$")


def defined(draft: DraftAct) -> Iterator[Finding]:
    """Yield uses of a defined term that begin with another letter than it was defined with, one for each document."""
    for passages in _scopes(draft):
        for place, passage in enumerate(passages):
            for match in draft.words.definition.finditer(passage.text):
                term = match["term"].strip(' "«»')
                rest = ((passage, match.end()), *((later, 0) for later in passages[place + 1 :]))
                found = next((use for each, start in rest for use in _other_case(draft, term, each, start)), None)
                if found is not None:
                    use, where = found
                    yield quoting("check.term_case", use, where.place, candidates=(term,))


def _scopes(draft: DraftAct) -> Iterator[tuple[Passage, ...]]:
    groups: dict[str, list[Passage]] = defaultdict(list)
    for passage in draft.zone("own", "quoted", "annex"):
        groups[passage.scope].append(passage)
    for passages in groups.values():
        yield tuple(passages)


def _other_case(draft: DraftAct, term: str, passage: Passage, start: int) -> Iterator[tuple[str, Passage]]:
    size = len(term.split())
    words = list(_WORD.finditer(passage.text, start))
    for first, last in zip(words, words[size - 1 :], strict=False):
        printed = passage.text[first.start() : last.end()]
        before = passage.text[: first.start()]
        if printed[0].isupper() == term[0].isupper() or printed.isupper() or _BREAK.search(before):
            continue
        if not draft.words.is_form(fold(printed), fold(term)):
            continue
        # In small letters the words may be part of a longer name; as a rule only capitals mark the term.
        if printed[0].isupper() or draft.words.bare_before.search(fold(before)):
            yield printed, passage


def forms(draft: DraftAct) -> Iterator[Finding]:
    """Yield phrases that are written in two forms though they name one thing; the rarest form is the slip."""
    found: dict[tuple[str, str], list[tuple[TermForm, Passage]]] = defaultdict(list)
    for passage in draft.zone("own", "quoted", "annex"):
        for piece in re.split(r"[^\w\s-]+", fold(passage.text)):
            for form in draft.words.term_forms(piece.split()):
                # Grammar is one for the whole act; what a person is called is for each document to say.
                document = draft.document(passage) if form.ratio == 1 else ""
                found[document, form.key].append((form, passage))
    seen: set[tuple[str, ...]] = set()
    for uses in found.values():
        counts = Counter(form.form for form, _ in uses)
        if len(counts) < 2:
            continue
        common, often = counts.most_common(1)[0]
        usual = next(form.printed for form, _ in uses if form.form == common)
        for form, passage in uses:
            mark = (form.printed,) if form.ratio > 1 else (draft.document(passage), form.key, form.form)
            if form.form == common or often < form.ratio * counts[form.form] or mark in seen:
                continue
            seen.add(mark)
            yield quoting("check.term_forms", form.printed, passage.place, candidates=(usual,))


def joined_apart(draft: DraftAct) -> Iterator[Finding]:
    """Yield pairs of words that stand as one word elsewhere in the act, and hyphens with spaces around them."""
    together: dict[str, tuple[str, Passage]] = {}
    passages = draft.zone("title", "own", "quoted", "annex")
    for passage in passages:
        for match in _WORD.finditer(passage.text):
            together.setdefault(fold(match.group()), (match.group(), passage))
    for passage in passages:
        for first, second in pairwise(_WORD.finditer(passage.text)):
            joint = _joint(draft, passage.text[first.end() : second.start()], fold(first.group()), fold(second.group()))
            found = together.get(f"{fold(first.group())}{joint}{fold(second.group())}") if joint is not None else None
            if found is None or _CAPITAL_INSIDE.search(found[0]):
                continue
            apart = passage.text[first.start() : second.end()]
            if not joint and len(found[0]) >= _LONG:
                yield quoting("check.joined_apart", found[0], found[1].place, candidates=(apart,))
            else:
                yield quoting("check.joined_apart", apart, passage.place, candidates=(found[0],))


_LONG = 16
"""Letters from which a word that also stands as two is more likely two words that were glued."""
_CAPITAL_INSIDE = re.compile(r"[а-яәіңғүұқөһё][А-ЯӘІҢҒҮҰҚӨҺЁ]")


def _joint(draft: DraftAct, between: str, left: str, right: str) -> str | None:
    """Return what would join two words that stand apart: nothing or a hyphen; None where they may not be joined."""
    if min(len(left), len(right)) < 3 or left == right:
        return None
    if between == " " and not draft.words.apart & {right, left + right}:
        return ""
    return "-" if re.fullmatch(r"\s+-\s+", between) else None


def institutions(draft: DraftAct) -> Iterator[Finding]:
    """Yield institutions that are called in another way than elsewhere in the act; the rarest way is the slip."""
    found: dict[str, list[tuple[str, str, Passage]]] = defaultdict(list)
    # Signatures and corner marks have a form of their own.
    for passage in draft.zone("title", "head", "own", "quoted", "annex"):
        for match in draft.words.institution.finditer(passage.text):
            found[draft.words.institution_key(fold(match["rest"]))].append((match["form"], match.group(), passage))
    for uses in found.values():
        yield from _rarest("check.institution", uses)


def self_references(draft: DraftAct) -> Iterator[Finding]:
    """Yield «осы стандарт» among «осы Стандарт» within one annex, or within the new texts of one base act."""
    found: dict[tuple[str, str], list[tuple[str, str, Passage]]] = defaultdict(list)
    for passage in draft.zone("quoted", "annex"):
        document = passage.scope if passage.zone == "annex" else draft.document(passage).partition("/")[0]
        for match in draft.words.self_reference.finditer(passage.text):
            noun = match["noun"]
            stem = fold(noun)[:5]
            found[document, stem].append(("A" if noun[0].isupper() else "a", match.group(), passage))
    for uses in found.values():
        yield from _rarest("check.term_case", uses)


def self_kinds(draft: DraftAct) -> Iterator[Finding]:
    """Yield new text of rules that calls itself an instruction, and an order that calls itself a resolution.

    Of new text it is only known where the command names the document; «настоящий приказ» in rules is the order that
    approves them.
    """
    documents, acts = (words_of(draft.lang).structure.instruments, words_of(draft.lang).structure.act_words)
    own = akn_meta.read_identity(draft.root).type
    for passage in draft.zone("own", "quoted"):
        kinds = acts if passage.zone == "own" else documents
        meant = _kind(draft.document(passage).partition("/")[2], kinds) if passage.zone == "quoted" else own
        for match in draft.words.self_reference.finditer(passage.text):
            said = _kind(match["noun"], kinds)
            if meant and said and said != meant:
                yield quoting("check.self_kind", match.group(), passage.place)


def _kind(name: str, kinds: Mapping[str, str]) -> str | None:
    """The kind of document that a name has a noun for; None where it has none, or of two kinds."""
    words = fold(name).split()
    found = {kind for word in words for stem, kind in kinds.items() if word.startswith(fold(stem))}
    return found.pop() if len(found) == 1 else None


def _rarest(code: str, uses: Sequence[tuple[str, str, Passage]]) -> Iterator[Finding]:
    counts = Counter(form for form, _, _ in uses)
    if len(counts) < 2:
        return
    # Where both are as frequent, the shorter form is the one that was cut.
    common = max(counts, key=lambda form: (counts[form], len(form)))
    usual = next(printed for form, printed, _ in uses if form == common)
    printed, passage = next((words, where) for form, words, where in uses if form != common)
    yield quoting(code, printed, passage.place, candidates=(usual,))
