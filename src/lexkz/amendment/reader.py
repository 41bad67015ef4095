"""All commands of an amending act or of a fragment, with every character of its operative part accounted for."""

from dataclasses import dataclass, field, replace

from lxml import etree

from lexkz.akn.namespace import NAMESPACES, local, q
from lexkz.akn.numbers import UnreadableRangeError
from lexkz.akn.text import visible
from lexkz.amendment import contradictions, slips
from lexkz.amendment.base import pointed_at, several_meant
from lexkz.amendment.clauses import going_on
from lexkz.amendment.content import content, list_around, unit_numbers
from lexkz.amendment.context import NOTHING, Context, Doubt
from lexkz.amendment.distribute import distributed
from lexkz.amendment.draft import needing_block, numberless, owner_of_block, parts_of_block
from lexkz.amendment.endings import end_uncertain, of_ending, of_swallowed, of_words_end
from lexkz.amendment.interpret import Draft, Interpretation, interpret
from lexkz.amendment.lines import (
    LONGEST,
    UNITS,
    OperativeLine,
    annexes_that_command,
    blocks,
    breaks_off,
    commands,
    header_without_colon,
    is_remnant,
    left_open,
    line_of,
    may_command,
    names_place,
    operative,
    own_lines,
    quotation_alone,
    read_with,
    size,
    subunits,
    unit_named,
    with_quotation,
)
from lexkz.amendment.listing import is_verb_alone, opened_by_end, read_item
from lexkz.amendment.model import Address, Clause, Command, CommandPlace, Coverage, Reading
from lexkz.amendment.own_clauses import clause, unread_entry
from lexkz.amendment.partly import Gathered, gathered, is_entry, may_be_gathered, opened_in_doubt
from lexkz.amendment.placing import Document, leads_away, outside, place_doubts, points_opened, unplaced
from lexkz.amendment.render import described
from lexkz.amendment.source import has_title, iri_of, pages_of
from lexkz.amendment.whole_texts import with_annexes
from lexkz.findings import Finding, FindingPlace, quoting, usual_severity
from lexkz.languages.clauses import clause_kind, opens_changes
from lexkz.languages.commands import Sentence, read_sentence
from lexkz.languages.days import names_day
from lexkz.languages.joined import put_together
from lexkz.languages.language import words_of
from lexkz.reading.limits import look
from lexkz.structure import Act


@dataclass(frozen=True, slots=True)
class Located:
    """A command with the clause of the line that it was read from."""

    command: Command
    draft: Draft
    line: OperativeLine
    broken: bool = False
    """True where the sentence began in the line before, so that the draft's places are not those of the line."""


_BY_WORDS = frozenset({"insert_words", "replace_words"})
"""Actions whose new text, where it stands in a block of its own, is words."""
_WITHIN_POINTS = frozenset({"paragraph", "subparagraph", "alinea"})


@dataclass(slots=True)
class _Reader:
    root: etree._Element
    lang: str
    pages: dict[str, int | None]
    titled: bool
    """True where the act has a title, so that it is an act and no fragment."""
    located: list[Located] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    unclaimed: list[tuple[OperativeLine, str]] = field(default_factory=list)
    broken: tuple[OperativeLine, ...] = ()
    """The lines right above that were not understood and that the next one may go on with: they end within quoted words
    or a bracket, or name what the next one commands («строку», «"Болты кг"», «изложить в следующей редакции:»)."""
    annexed: list[Context] = field(default_factory=list)
    """What sentences of the body say of annexes that hold changes."""
    opened: OperativeLine | None = None
    """The line that says that the act changes another: "Внести в приказ … следующие изменения:"."""
    loose: int = 0
    """Visible characters of what is neither a line nor a unit, and was not read."""
    listed_in: str = ""
    """The sentence that says that an annex lists what loses force."""
    ends: dict[str, OperativeLine | None] = field(default_factory=dict)
    """Commands whose new text no quote closes, or no mark of the command, to the line that follows it."""
    unmarked: set[str] = field(default_factory=set)
    """Those of them that a quote closes: the quote may be a stray one, with more of the new text behind it."""
    before: tuple[OperativeLine, Context, int] | None = None
    """The line before that was understood, the context that it was read in, and how many commands stood before it."""
    alone: tuple[OperativeLine, Finding] | None = None
    """A quoted block right below a line that opens units, with the finding that no command takes it."""
    partly: list[OperativeLine] = field(default_factory=list)
    """Lines of which some words were not understood."""
    articles: bool = False
    """True once a line has named an article: the act amended has articles."""
    pointed: set[Document | None] = field(default_factory=set)
    """Documents in which a line or a command has named a point: they are made of points."""


def read_commands(act: Act) -> Reading:
    """Return the commands of ``act``, its own clauses, and all that was not understood. Changes nothing in the act."""
    return locate(act)[0]


def locate(act: Act) -> tuple[Reading, tuple[Located, ...]]:
    """Return the reading of ``act`` and, for marking up its tree, where each command stands."""
    body = operative(act.root)
    language = act.root.find(".//akn:FRBRlanguage", NAMESPACES)
    lang = language.get("language", "kaz") if language is not None else "kaz"
    reader = _Reader(act.root, lang, pages_of(act.root), has_title(act.root))
    if body is None:
        return Reading(iri_of(act.root), (), Coverage(0, 0), act.findings), ()
    annexes = annexes_that_command(act.root, lang)
    parts = (body, *(part for part, _ in annexes))
    _read_part(reader, body, Context())
    changes = [each for each in reader.annexed if not each.repealing]
    for part, repeals in annexes:
        # What the body says of an annex holds for it; of several such sentences none can be matched to an annex.
        begin = Context(repealing=True) if repeals else changes[0] if len(changes) == 1 else Context()
        _read_part(reader, part, begin)
    if any(each.repealing for each in reader.annexed) and not any(repeals for _, repeals in annexes):
        reader.findings.append(quoting("amend.annex_missing", reader.listed_in))
    if reader.opened is None:
        # Where changes follow, such a line may be a command that names no unit.
        reader.unclaimed[:] = [(line, words) for line, words in reader.unclaimed if not is_remnant(line)]
    characters = sum(size(part) for part in parts)
    unclaimed = sum(size(line.p) for line, _ in reader.unclaimed) + reader.loose
    _judge_ends(reader)
    _name_unplaced(reader)
    if not reader.located:
        unclaimed = _without_commands(reader, unclaimed)
    elif _only_repeals(reader):
        _as_norms(reader)
    else:
        reader.findings.extend(
            quoting("amend.unread", words, place=_place(reader, line.eid)) for line, words in reader.unclaimed
        )
    _name_contradictions(reader)
    read = tuple(located.command for located in reader.located)
    if read:
        place = next(
            (_place(reader, one.eid) for one in reader.clauses if one.kind == "entry_into_force"), FindingPlace()
        )
        reader.findings.extend(
            quoting("amend.entry_unread", words, place=place) for words in unread_entry(reader.clauses, lang)
        )
    gathered = (*act.findings, *reader.findings, *(each for command in read for each in command.findings))
    reading = Reading(
        iri_of(act.root), read, Coverage(characters, characters - unclaimed), gathered, tuple(reader.clauses)
    )
    return reading, tuple(reader.located)


def _name_contradictions(reader: _Reader) -> None:
    """Add to the commands what only the whole act shows: that two of them, or its title and its text, contradict."""
    found = contradictions.among(
        tuple(each.command for each in reader.located), reader.root, reader.lang, reader.clauses
    )
    for place, each in enumerate(reader.located):
        own = found.get(each.command.id, ())
        if own:
            where = _place(reader, each.line.eid)
            fresh = tuple(quoting(code, words, place=where, command=each.command.id) for code, words in own)
            reader.located[place] = replace(each, command=replace(each.command, findings=each.command.findings + fresh))


def _name_unplaced(reader: _Reader) -> None:
    """Add to the commands what the whole act shows: that the documents whose points they leave unsaid have points."""
    doubtful = unplaced([each.command for each in reader.located], reader.pointed)
    for place, each in enumerate(reader.located):
        if each.command.id in doubtful:
            where = _place(reader, each.line.eid)
            doubt = quoting("amend.point_unplaced", each.line.sentence, place=where, command=each.command.id)
            findings = (*each.command.findings, doubt)
            reader.located[place] = replace(each, command=replace(each.command, findings=findings))


def _judge_ends(reader: _Reader) -> None:
    """Add to the commands whose new text no quote closes, or a stray one may, that its end is in doubt."""
    unread = {id(line.p) for line in (*(line for line, _ in reader.unclaimed), *reader.partly)}
    for place, each in enumerate(reader.located):
        one = each.command
        if one.id not in reader.ends:
            continue
        after = reader.ends[one.id]
        understood = after is not None and id(after.p) not in unread
        if end_uncertain(one.content, closed=one.id in reader.unmarked, last=after is None, understood=understood):
            where = _place(reader, each.line.eid)
            doubt = quoting("amend.quote_uncertain", each.line.sentence, place=where, command=one.id)
            reader.located[place] = replace(each, command=replace(one, findings=(*one.findings, doubt)))


def _read_part(reader: _Reader, part: etree._Element, context: Context) -> None:
    """Read the body, or the main body of an annex, whose lines can stand in it without a unit around them."""
    for child in part:
        if local(child) in UNITS:
            context = _top_unit(reader, child, context)
        elif local(child) == "p":
            context = _read_line(reader, line_of(child), context)
        elif visible(child).strip():
            words = " ".join(visible(child).split())
            reader.findings.append(quoting("amend.unread", words, place=_place(reader, child.get("eId", ""))))
            reader.loose += size(child)


def _without_commands(reader: _Reader, unclaimed: int) -> int:
    """An act that amends nothing has norms, not commands: one word on that, unless a line tried to command.

    One that opens with "… внести … изменения:" and yields no command was not understood, whatever its lines are. Norms
    are accounted for by being norms. Returns the characters that nothing accounts for.
    """
    suspicious = [
        (line, words)
        for line, words in reader.unclaimed
        if reader.opened is not None or line.quoted is not None or commands(line, reader.lang)
    ]
    reader.findings.extend(quoting("amend.unread", words, place=_place(reader, line.eid)) for line, words in suspicious)
    if reader.opened is not None:
        place = _place(reader, reader.opened.eid)
        reader.findings.append(quoting("amend.nothing_commanded", reader.opened.sentence, place=place))
    elif not suspicious and not reader.loose:
        reader.findings.append(quoting("amend.none_found", ""))
        return 0
    return unclaimed


def _only_repeals(reader: _Reader) -> bool:
    """True for a law of norms that ends the life of others: «Признать утратившим силу Закон …» in its last article.

    An order's points are clauses or commands, so that one which is neither stays an error. A law's commands name their
    acts themselves, so that no line above could govern them.
    """
    if next(reader.root.iter(q("article")), None) is None:
        return False
    return all(
        each.command.action == "repeal_act" and each.draft.base != NOTHING and _named_in(each.line.sentence, each.draft)
        for each in reader.located
    )


def _named_in(sentence: str, draft: Draft) -> bool:
    """True where the sentence itself names the base act, by number or by title."""
    return any(said is not None and said in sentence for said in (draft.base.number, draft.base.title))


def _as_norms(reader: _Reader) -> None:
    """One word on the lines that are norms; the commands below them are not in doubt for their sake.

    A line that may be a command stays an error of its own and makes none of the others.
    """
    tried = [(line, words) for line, words in reader.unclaimed if may_command(line, reader.lang)]
    reader.findings.extend(quoting("amend.unread", words, place=_place(reader, line.eid)) for line, words in tried)
    if len(tried) < len(reader.unclaimed):
        reader.findings.append(quoting("amend.norms", ""))
    for place, each in enumerate(reader.located):
        kept = tuple(found for found in each.command.findings if found.code != "amend.context_unread")
        reader.located[place] = replace(each, command=replace(each.command, findings=kept))


def _top_unit(reader: _Reader, unit: etree._Element, context: Context) -> Context:
    before, waiting = len(reader.located), len(reader.unclaimed)
    after = _walk(reader, unit, context)
    fresh = reader.unclaimed[waiting:]
    if fresh and len(reader.located) == before and not any(line.quoted is not None for line, _ in fresh):
        kind = clause_kind(visible(unit), reader.lang)
        if kind is not None and not any(commands(line, reader.lang) for line, _ in fresh):
            del reader.unclaimed[waiting:]
            reader.clauses.append(clause(kind, unit, reader.lang))
    return after


def _walk(reader: _Reader, unit: etree._Element, context: Context) -> Context:
    inner = context
    for place, line in enumerate(own_lines(unit)):
        before = len(reader.located)
        inner = _read_line(reader, line, inner)
        fresh = reader.located[before:]
        if fresh and place == 0 and local(unit) != "alinea" and inner.base == context.base:
            # Under a numbered command without a line that opens a unit, the next lines go on in the units it named.
            inner = inner.carrying(going_on(fresh[0].draft, inner.steps))
    for child in subunits(unit):
        # A law's clauses stand in parts of its last article.
        inner = (_walk if local(unit) in _WITHIN_POINTS else _top_unit)(reader, child, inner)
    if local(unit) == "alinea":
        return inner
    if inner.base == context.base:
        return replace(context, instruments=inner.instruments, annexes=inner.annexes)
    return context


def _read_line(reader: _Reader, line: OperativeLine, context: Context) -> Context:
    if reader.opened is None and opens_changes(line.sentence, reader.lang):
        reader.opened = line
    if not line.sentence and line.quoted is None:
        return context
    for identity, after in reader.ends.items():
        reader.ends[identity] = after or line
    look()
    if context.base == NOTHING and not context.repealing and reader.opened is None and is_remnant(line):
        # «2. Пункт исключен.» in an act that no line has said to change another.
        reader.unclaimed.append((line, line.sentence))
        return context
    sentence = read_sentence(line.sentence, reader.lang)
    sentence = sentence if sentence.trees else read_item(line.sentence, context, reader.lang) or sentence
    before, reader.broken = reader.broken, ()
    if local(line.unit) == "paragraph" and line.p is next(line.unit.iter(q("p")), None):
        # «1. Утвердить прилагаемые Правила.»: a point with a number, «2. Признать утратившим силу:», goes on with none.
        before = ()
    begun: tuple[OperativeLine, ...] = ()
    whole = read_with(before, line, sentence, reader.lang)
    if whole is not None:
        sentence, begun = whole
        if reader.alone is not None and begun[0] is reader.alone[0]:
            # «2-қосымшада:», «"Бор, кг"», «деген жол …»: what is quoted is the row that the command names.
            reader.findings.remove(reader.alone[1])
            del reader.unclaimed[len(reader.unclaimed) - len(begun) + 1 :]
        else:
            del reader.unclaimed[-len(begun) :]
        context = context.trusting(*(each.sentence for each in begun))
    if before and not begun and sentence.trees and not names_place(sentence.tokens):
        # «изложить в следующей редакции:» below what was not understood: what it acts on stands there.
        reader.unclaimed.append((line, line.sentence))
        reader.broken = (*before, line)[-LONGEST:]
        return context
    if not sentence.trees and line.quoted is None:
        sentence = header_without_colon(sentence, line.sentence, reader.lang) or sentence
    if several_meant(sentence.tokens):
        context = context.in_act(NOTHING)
    elif context.base == NOTHING:
        context = pointed_at(sentence.tokens, context, (each.command for each in reader.located), reader.lang)
    both = with_annexes(line.sentence, context, reader.lang)
    # «Мәслихаттың мынадай шешімдерінің:» reads as a header, too, where what is below it has no verb of its own.
    may_list = not sentence.trees or any(token.type == "ACTS" for token in sentence.tokens)
    if both is None and may_list and (listing := opened_by_end(line, context, reader.lang)) is not None:
        return listing
    if not sentence.trees and both is None:
        if (rejoined := _rejoined(reader, line, sentence)) is not None:
            return rejoined
        if context.repealing and line.quoted is None and is_verb_alone(sentence):
            # The verb of the list, below its last item: each item has been taken.
            return replace(context, repealing=False, listed=None)
        if local(line.unit) == "alinea" and is_entry(line, sentence, reader.lang):
            # «Настоящий Закон вводится в действие …» without a number, below the last command.
            reader.clauses.append(clause("entry_into_force", line.unit, reader.lang))
            return context
        partly = _gathered(reader, line, sentence, context)
        if partly is not None:
            return _read_partly(reader, line, partly, context)
        goes_on = left_open(sentence.tokens) or breaks_off(sentence.tokens)
        if line.quoted is not None or goes_on or not sentence.commanding:
            reader.broken = (*before, line)[-LONGEST:]
        reader.unclaimed.append((line, line.sentence))
        return replace(_after_unread(reader, line, context), named=())
    try:
        sentence, meaning = both or (sentence, interpret(sentence.trees, context, reader.lang))
    except UnreadableRangeError:
        reader.unclaimed.append((line, line.sentence))
        reader.findings.append(quoting("amend.range_unreadable", line.sentence, place=_place(reader, line.eid)))
        return context
    meaning = replace(meaning, slips=(*meaning.slips, *sentence.slips))
    if meaning.annexed is not None:
        reader.annexed.append(meaning.annexed)
        reader.listed_in = line.sentence
        reader.clauses.append(Clause("approval", line.eid, line.sentence))
    if meaning.opens and not meaning.drafts and line.quoted is not None and numberless(meaning.context.steps):
        # «строку:», «"Болты кг"», «исключить»: what the next line commands.
        reader.unclaimed.append((line, line.sentence))
        reader.broken = (*before, line)[-LONGEST:]
        return context
    if meaning.opens and not meaning.drafts:
        reader.findings.extend(
            quoting(code, words or line.sentence, place=_place(reader, line.eid)) for code, words in meaning.slips
        )
        if line.quoted is not None:
            found = quoting("amend.content_unclaimed", line.sentence, place=_place(reader, line.eid))
            reader.findings.append(found)
            reader.alone = (quotation_alone(line), found)
            reader.broken = (reader.alone[0],)
        reader.articles = reader.articles or any(step.kind == "article" for step in meaning.context.steps)
        opened = meaning.context
        reader.pointed.update(points_opened(opened))
        for code, words in meaning.slips:
            if usual_severity(code) != "info":
                # A doubt about the line that opens a unit is one about each command under it.
                opened = opened.doubting(Doubt(code, words or line.sentence, len(opened.steps)))
        return opened
    reader.before = (line, context, len(reader.located)) if line.quoted is None and not begun else None
    _take(reader, line, meaning, context, begun)
    return meaning.context


_TAILS = frozenset({"OF_CONTENT", "IN_EDITION", "NEXT", "EDITION", "RESPECTIVELY", "COLON", "SEMI", "DOT", "COMMA"})


def _rejoined(reader: _Reader, line: OperativeLine, sentence: Sentence) -> Context | None:
    """«пункт 5 дополнить частью третьей» and «следующего содержания:» below it: the end of a sentence that could be
    read without it; the two are read anew as one. None for any other line."""
    if reader.before is None or not {token.type for token in sentence.tokens} <= _TAILS:
        return None
    first, context, count = reader.before
    own = words_of("kaz" if reader.lang == "kaz" else "rus").commands.vocabulary()
    whole = read_sentence(put_together(first.sentence.rstrip(" ;.:"), line.sentence, own), reader.lang)
    last = reader.located[-1].line if len(reader.located) > count else None
    if not whole.trees or last is not first:
        return None
    for each in reader.located[count:]:
        reader.ends.pop(each.command.id, None)
    del reader.located[count:]
    reader.before = None
    meaning = interpret(whole.trees, context, reader.lang)
    _take(reader, line, replace(meaning, slips=(*meaning.slips, *whole.slips)), context, (first,))
    return meaning.context


def _take(
    reader: _Reader, line: OperativeLine, meaning: Interpretation, context: Context, begun: tuple[OperativeLine, ...]
) -> None:
    """Take the commands of a line, and say where no one of them takes its quoted block.

    ``begun``: the lines before, in which the sentence began.
    """
    parts = parts_of_block(meaning.drafts, line.quoted)
    taker = owner_of_block(meaning.drafts, line.quoted, shared_out=bool(parts))
    broken = (("amend.line_broken", " ".join(map(with_quotation, begun))),) if begun else ()
    for place, each in enumerate(meaning.drafts):
        draft, several = distributed(each, context, reader.lang)
        if draft.since is None and draft.until is None:
            draft = replace(draft, since=context.day_of(draft.targets))
        quoted = parts.get(place, line.quoted if place == taker else None)
        if quoted is not None and draft.action in _BY_WORDS:
            draft = replace(draft, new=content(quoted))
        own = _own_slips(meaning, place, quoted)
        slip_words = (*own, *broken, *several, *_place_doubts(reader, each, context, line.sentence))
        last = place == len(meaning.drafts) - 1
        _add(reader, line, draft, quoted, slip_words, outside(draft, context), last=last, begun=begun)
    # Of those that need the block and cannot have it each says so itself.
    unclaimed = line.quoted is not None and not needing_block(meaning.drafts)
    if unclaimed and all(draft.action != "none" for draft in meaning.drafts):
        reader.findings.append(quoting("amend.content_unclaimed", line.sentence, place=_place(reader, line.eid)))


_OF_RANGES = ("amend.range_end", "amend.range_through")


def _own_slips(meaning: Interpretation, place: int, quoted: etree._Element | None) -> tuple[tuple[str, str], ...]:
    """The slips of a sentence that are told with the command at ``place``: with its first, but for the open end of a
    range, which each command of several units has, where its new text does not bring the last of them."""
    numbers = [target[-1].number for target in meaning.drafts[place].targets if target]
    brought = quoted is not None and numbers == list(unit_numbers(quoted))
    ranged = len(numbers) > 1 and not brought
    return tuple(slip for slip in meaning.slips if (ranged if slip[0] in _OF_RANGES else place == 0))


def _gathered(reader: _Reader, line: OperativeLine, sentence: Sentence, context: Context) -> Gathered | None:
    """What is certain in a line that was not understood as a whole, if it commands or opens a unit in a known act."""
    titled = reader.titled
    if (
        left_open(sentence.tokens)
        or breaks_off(sentence.tokens)
        or not may_be_gathered(line, sentence, context, reader.lang, titled=titled)
    ):
        return None
    found = gathered(line.sentence, sentence, context, reader.lang)
    if found is None or (line.quoted is not None and not found.meaning.drafts):
        return None
    return None if titled and any(draft.base == NOTHING for draft in found.meaning.drafts) else found


def _read_partly(reader: _Reader, line: OperativeLine, found: Gathered, context: Context) -> Context:
    """Take what is certain in a line: its commands in doubt, or the context that all below it is in doubt of."""
    reader.partly.append(line)
    reader.loose += sum(not char.isspace() for words in found.unknown for char in words)
    after, before = replace(_after_unread(reader, line, context), named=()), len(reader.located)
    place = _place(reader, line.eid)
    if not found.meaning.drafts:
        steps = found.meaning.context.steps
        where = (described(steps, reader.lang),) if steps else ()
        reader.findings.append(quoting("amend.unread", line.sentence, place=place, candidates=where))
        return opened_in_doubt(found, context, after)
    _take(reader, line, found.meaning, context, ())
    words = ", ".join(f"«{each}»" for each in found.unknown)
    for at, candidates in enumerate(found.candidates, start=before):
        each = reader.located[at]
        doubt = quoting("amend.partly_read", words, place=place, command=each.command.id, candidates=candidates)
        command = replace(each.command, unread=found.unknown, findings=(doubt, *each.command.findings))
        reader.located[at] = replace(each, command=command)
    return after


def _after_unread(reader: _Reader, line: OperativeLine, context: Context) -> Context:
    """The context after a line that was not understood: what was open stays, but the line may have opened more."""
    heads = local(line.unit) != "alinea" and line.unit is not line.p
    sentence = read_sentence(line.sentence, reader.lang)
    elsewhere = sentence.commanding and leads_away(sentence.tokens, context)
    opens = elsewhere or (line.quoted is None and (line.sentence.endswith(":") or heads))
    # «пункт 4 как-нибудь переделать», «в пункте 4» without its colon: what names no such unit may stand there.
    below = None if opens or sentence.commanding or line.quoted is not None else unit_named(sentence.tokens)
    if not opens and below is None:
        return context
    cites = any(token.type.startswith(("A_", "B_", "ACTS")) for token in sentence.tokens)
    # A day in such a line may be the day from which, or until which, all below it holds.
    act = cites or names_day(line.sentence)
    return context.doubting(Doubt("amend.context_unread", line.sentence, below=below, act=act))


def _place_doubts(reader: _Reader, draft: Draft, context: Context, sentence: str) -> tuple[tuple[str, str], ...]:
    reader.articles = reader.articles or any(step.kind == "article" for target in draft.targets for step in target)
    return tuple(dict.fromkeys(place_doubts(draft, context, sentence, reader.lang, articles=reader.articles)))


def _add(
    reader: _Reader,
    line: OperativeLine,
    draft: Draft,
    quoted: etree._Element | None,
    slip_words: tuple[tuple[str, str], ...],
    under: tuple[Address, ...],
    *,
    last: bool,
    begun: tuple[OperativeLine, ...],
) -> None:
    identity = f"cmd_{len(reader.located) + 1}"
    place = _place(reader, line.eid)
    own = line.sentence if begun else line.sentence[draft.start : None if last else draft.end]
    instruction = " ".join((*map(with_quotation, begun), own))
    problems: list[tuple[str, ...]] = list(slip_words)
    problems.extend(slips.of_content(draft, quoted, line.sentence))
    problems.extend(of_ending(draft, quoted, line.after, line.sentence))
    problems.extend(of_swallowed(draft, quoted, reader.lang, line.sentence))
    problems.extend(of_words_end(draft, line.sentence))
    within = list_around(line.unit) if draft.of_list else ""
    problems.extend(slips.of_annex(draft, reader.root, reader.lang, line.sentence, within))
    problems.extend(slips.of_words(draft, line.sentence))
    problems.extend(slips.of_place(draft, line.sentence))
    problems.extend(slips.of_numbers(draft, line.sentence))
    if last:
        problems.extend(slips.of_line(line, reader.lang))
    if draft.base == NOTHING and reader.titled:
        problems.append(("amend.base_unknown", line.sentence))
    findings = tuple(
        quoting(code, words or line.sentence, place=place, command=identity, candidates=tuple(meant))
        for code, words, *meant in dict.fromkeys(problems)
    )
    eid = quoted.get("eId", "") if quoted is not None else line.eid
    command = Command(
        id=identity,
        action=draft.action,
        base=draft.base,
        targets=draft.targets,
        instruction=instruction,
        content=_content(draft, quoted),
        annex=draft.annex,
        annex_of=within,
        old=draft.old,
        new=draft.new,
        everywhere=draft.everywhere,
        times=draft.times,
        excepted=draft.excepted,
        position=draft.position,
        beside=draft.beside,
        anchor=draft.anchor,
        renumber_to=draft.renumber_to,
        since=draft.since,
        until=draft.until,
        source=CommandPlace(reader.pages.get(line.eid), eid),
        findings=findings,
        under=under,
    )
    reader.located.append(Located(command, draft, line, bool(begun)))
    if quoted is not None and not (blocks(quoted)[-1].get("endQuote") and line.after.strip()):
        reader.ends[identity] = None
        if blocks(quoted)[-1].get("endQuote"):
            reader.unmarked.add(identity)


def _content(draft: Draft, quoted: etree._Element | None) -> tuple[str, ...]:
    """The new text of a command; that of inserted words is among its words."""
    if quoted is not None and draft.action not in _BY_WORDS:
        return content(quoted)
    return () if draft.inline is None else (draft.inline,)


def _place(reader: _Reader, eid: str) -> FindingPlace:
    return FindingPlace(page=reader.pages.get(eid), eid=eid or None)
