"""The base act that a command amends, from the words that cite it."""

from collections.abc import Iterable
from itertools import pairwise

from lexkz.amendment.context import Context
from lexkz.amendment.model import BaseAct, Command
from lexkz.languages.chunks import ActReference, Named
from lexkz.languages.language import words_of
from lexkz.languages.tokens import Token, scan
from lexkz.languages.vocabulary import Noun, classify
from lexkz.structure.references import cited_work


def base_act(reference: ActReference) -> BaseAct:
    """Return the base act of a citation, with its work IRI where kind and date are known."""
    return BaseAct(
        type=reference.type,
        title=reference.title,
        date=reference.date,
        number=reference.number,
        iri=cited_work(reference),
        registration=reference.registration,
        joint=reference.joint,
        author=reference.author,
    )


def several_meant(tokens: tuple[Token, ...]) -> bool:
    """Return whether a sentence points back to several acts at once: «в указанных приказах», «көрсетілген бұйрықтарда».

    Which of the acts named before are meant is not said, and the one named last is surely not the only one.
    """
    return any(
        before.type == "THAT" and after.type.startswith("A_") and isinstance(after.value, Noun) and after.value.plural
        for before, after in pairwise(tokens)
    )


def pointed_at(tokens: tuple[Token, ...], context: Context, commands: Iterable[Command], lang: str) -> Context:
    """Return ``context`` in the act that a sentence under no header points back to: «пункт 2 указанного приказа»,
    «в Правилах, утвержденных указанным приказом», «көрсетілген Қағидалардың 19-тармағы».

    Only where the act has amended one other so far by ``commands``, and that is of the kind named; of several none is
    meant surely. The documents that these commands have named are known then, too.
    """
    made = tuple(commands)
    # One citation gives the number of registration, another leaves it out.
    cited = {(each.base.type, each.base.date, each.base.number or each.base.title): each.base for each in made}
    known = [base for base in cited.values() if base.type is not None]
    approving = [
        classify(scan(token.text), words_of("kaz" if lang == "kaz" else "rus").commands.vocabulary())
        for token in tokens
        if isinstance(token.value, Named) and token.value.approved and token.value.by is None
    ]
    nouns = [
        after.value
        for said in (tokens, *approving)
        for before, after in pairwise(said)
        if before.type == "THAT" and after.type.startswith("A_") and isinstance(after.value, Noun)
    ]
    if len(known) != 1 or any(noun.plural or noun.meaning != known[0].type for noun in nouns):
        return context
    within = context.in_act(known[0])
    for step in (step for command in made for target in command.targets for step in target[:1]):
        if step.kind == "instrument" and step.name:
            within = within.knowing(step.name, step.number)
    documents = [token.value for token in tokens if isinstance(token.value, Named) and token.value.again]
    told = bool(documents) and all(within.instrument(named)[0] is not None for named in documents)
    return within if nouns or told else context
