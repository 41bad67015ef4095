"""Resources of an assistant: each act with its versions and how they stand, and the whole text of a version."""

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote

from lexkz.akn import canonical
from lexkz.publication.act_json import act_data
from lexkz.publication.assistant_json import AssistantData
from lexkz.publication.store_json import ExpressionInfoData, WorkData
from lexkz.structure import stored
from lexkz.workspace.assistant.naming_acts import called, named_act, text_of_day
from lexkz.workspace.assistant.replies import NoAnswerError, reply
from lexkz.workspace.assistant.text_states import text_state
from lexkz.workspace.store import Missing, Store, is_day

ACT = "lexkz://acts/{folder}"
TEXT = "lexkz://acts/{folder}/{lang}"
TEXT_OF_DAY = "lexkz://acts/{folder}/{lang}@{day}"
LARGEST = 400_000
"""Characters of JSON of a whole text that is given at once."""
PAGE = 50
"""Acts on a page of the list."""

_URI = re.compile(r"lexkz://acts/(?P<folder>[^/]+)(?:/(?P<lang>kaz|rus)(?:@(?P<day>[0-9-]{10}))?)?")


@dataclass(frozen=True, slots=True)
class ListedAct:
    """An act of the list: nothing of it is words of the act."""

    uri: str
    folder: str
    says: str


def listed(store: Store, after: str | None) -> tuple[tuple[ListedAct, ...], str | None]:
    """Return a page of acts behind the folder ``after``, and the folder that ends the page, None on the last."""
    rows = store.acts(limit=2 * (PAGE + 1), after=(after, "~") if after else None)
    found: dict[str, list[str]] = {}
    for one in rows:
        whole = "" if one.whole is not False else ", not full"
        outline = ", outline" if one.outline else ""
        said = f"{one.lang}: {one.expressions} version{'s' * (one.expressions != 1)}, newest {one.newest or 'undated'}"
        found.setdefault(one.act, []).append(said + outline + whole)
    names = list(found)[:PAGE]
    more = len(found) > PAGE
    acts = tuple(ListedAct(ACT.format(folder=quote(name, safe="")), name, "; ".join(found[name])) for name in names)
    return acts, names[-1] if more else None


def read_resource(store: Store, uri: str) -> AssistantData:
    """Return an act with its versions (``work/1``), or a whole text (``act/1``). Raises NoAnswerError."""
    match = _URI.fullmatch(uri)
    if match is None or (match["day"] and not is_day(match["day"])):
        raise NoAnswerError(f"There is no such resource: they are {ACT}, {TEXT} and {TEXT_OF_DAY}.")
    folder = unquote(match["folder"])
    if match["lang"] is None:
        return _work(store, folder)
    text = text_of_day(store, named_act(store, folder, match["lang"]), match["day"])
    said = act_data(stored(canonical.parse(store.xml(text))))
    if len(said.json_line()) > LARGEST:
        raise NoAnswerError("This text is too long to be given at once: find its units with search and read them.")
    made = reply("resource", {}, [text_state(text)])
    return made.model_copy(update={"answer": said.as_json()})


def _work(store: Store, folder: str) -> AssistantData:
    acts = called(store, folder).there
    texts: list[ExpressionInfoData] = []
    for one in acts:
        found = store.expressions(one.act, one.lang)
        assert not isinstance(found, Missing), "an act of the store has versions"
        texts += found
    work = WorkData(work=acts[0].work, acts=acts, expressions=tuple(texts))
    return reply("resource", work, [text_state(one) for one in texts], paged=frozenset({"expressions"}))
