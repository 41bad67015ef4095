"""How a command was read: what each of its words is, where it acts, in words, and what will happen to the base."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lexkz.amendment.model import Command
from lexkz.amendment.render import UnrenderableError, describe
from lexkz.findings import Message
from lexkz.languages.commands import read_listed, read_sentence
from lexkz.languages.parse_tree import ParseTree
from lexkz.languages.partly import read_partly
from lexkz.languages.tokens import Token

Role = Literal["where", "name", "act", "old", "new", "annex", "verb", "manner", "mark", "unread"]
"""What a word does in its sentence; ``unread``: it was not understood."""


@dataclass(frozen=True, slots=True)
class ExplainedPart:
    """A stretch of the instruction."""

    text: str
    role: Role


@dataclass(frozen=True, slots=True)
class Explanation:
    """One command, told to a person."""

    command: Command
    parts: tuple[ExplainedPart, ...]
    """The instruction in order; joined by spaces they are its words."""
    targets: tuple[str, ...]
    """Each target in words of the act's language, outermost unit first."""
    effect: Message
    """What will happen to the base act."""


_VERBS = frozenset(
    {
        "BE_CHANGED",
        "BRING",
        "COUNT",
        "DEP",
        "ENTER",
        "EXCHANGE",
        "FORCE",
        "IN_FORCE",
        "LOST",
        "MOVE",
        "PUT",
        "RECOGNISE",
        "RECOGNISED",
        "REMOVE",
        "SUPPLEMENT",
        "SUSPEND",
        "UNCHANGED",
        "WRITE",
    }
)
_NODES: dict[str, Role] = {
    "targets": "where",
    "place": "where",
    "place_outer": "where",
    "everywhere": "where",
    "text": "where",
    "anchor_after": "where",
    "anchor_before": "where",
    "renumber_to": "where",
    "touched": "where",
    "named": "name",
    "said_nom": "old",
    "after": "old",
    "before": "old",
    "said_ins": "new",
    "annex_source": "annex",
}
_EFFECTS: dict[str, Message] = {
    "replace": Message(
        "Бірліктің мәтіні толығымен жаңа мәтінмен ауыстырылады.",
        "Текст единицы целиком заменяется новым.",
        "The unit's text is replaced whole by the new text.",
    ),
    "insert": Message(
        "Жаңа бірлік өз нөміріне сай орнына қойылады, көршілері өзгермейді.",
        "Новая единица встаёт на место по своему номеру, соседние не меняются.",
        "The new unit takes the place of its number; its neighbours stay as they are.",
    ),
    "repeal": Message(
        "Бірлік алып тасталады, нөмірі ресми сөздермен қалады.",
        "Единица исключается, её номер остаётся с официальными словами.",
        "The unit falls away; its number stays with the official words.",
    ),
    "replace_words": Message(
        "Ескі сөздер табылған жерінде жаңа сөздермен ауыстырылады.",
        "Старые слова заменяются новыми там, где они стоят.",
        "The old words give way to the new ones where they stand.",
    ),
    "insert_words": Message(
        "Жаңа сөздер көрсетілген жерге қосылады.",
        "Новые слова вставляются в указанное место.",
        "The new words go in at the place named.",
    ),
    "delete_words": Message(
        "Сөздер алып тасталады, қалған мәтін өзгермейді.",
        "Слова исключаются, остальной текст не меняется.",
        "The words fall away; the rest of the text stays.",
    ),
    "renumber": Message(
        "Бірліктің нөмірі өзгереді, мәтіні сол күйінде қалады.",
        "Меняется номер единицы, текст остаётся.",
        "The unit's number changes; its text stays.",
    ),
    "move": Message("Бірліктің орны өзгереді.", "Единица меняет место.", "The unit changes its place."),
    "suspend": Message(
        "Бірліктің қолданысы тоқтатыла тұрады.",
        "Действие единицы приостанавливается.",
        "The unit stands still for a time.",
    ),
    "resume": Message(
        "Бірліктің тоқтатыла тұрған қолданысы жаңғыртылады.",
        "Приостановленное действие единицы возобновляется.",
        "The unit that stood still is in effect again.",
    ),
    "repeal_act": Message("Акт күшін жояды.", "Акт утрачивает силу.", "The act loses force."),
    "none": Message(
        "Осы тілдегі мәтін өзгермейді.",
        "Текст на этом языке не меняется.",
        "The text in this language does not change.",
    ),
}
_WAITS = Message(
    "Пәрмен қолданылмайды: алдымен адамның шешімі керек.",
    "Команда не применяется: сначала нужно решение человека.",
    "The command is not applied: a person must decide first.",
)


def explain(command: Command, lang: str) -> Explanation:
    """Return how ``command``, read in a text in ``lang``, was understood."""
    sentence = read_sentence(command.instruction, lang)
    if not sentence.trees:
        sentence = read_listed(command.instruction, lang)
    trees = sentence.trees
    rest: Role = "mark"
    if command.unread and (partly := read_partly(command.instruction, sentence.tokens, lang)) is not None:
        trees, rest = partly.readings[0], "unread"
    roles = dict(_roles(trees[0], "manner")) if trees else {}
    parts = tuple(
        ExplainedPart(
            _printed(token), roles.get((token.start, token.end), rest if token.text[:1].isalnum() else "mark")
        )
        for token in sentence.tokens
    )
    targets = tuple(_described(command, place, lang) for place in range(len(command.targets)))
    return Explanation(command, parts, targets, _WAITS if command.refused else _EFFECTS[command.action])


def _described(command: Command, place: int, lang: str) -> str:
    try:
        return describe(command.targets[place], lang)
    except UnrenderableError:
        return " / ".join(f"{step.kind} {step.number or step.name or ''}".strip() for step in command.targets[place])


def _roles(node: ParseTree[Token], role: Role) -> Iterator[tuple[tuple[int, int], Role]]:
    for child in node.children:
        if not isinstance(child, Token):
            yield from _roles(child, _NODES.get(str(child.data), role))
        elif child.type.startswith("B_"):
            yield (child.start, child.end), "act"
        elif child.type.startswith(("I_", "N_")):
            yield (child.start, child.end), "name"
        elif child.type in _VERBS:
            yield (child.start, child.end), "verb"
        else:
            yield (child.start, child.end), role


def _printed(token: Token) -> str:
    if token.type == "QUOTED" and isinstance(token.value, tuple):
        return f"{token.value[0]}{token.text}{token.value[1]}"
    return token.text
