"""Words that several places of one sentence share: said with one of them, meant in the others too."""

from dataclasses import replace

from lexkz.amendment.draft import Draft


def served(drafts: list[Draft]) -> list[Draft]:
    """«в статье 45 слово "а", а в статье 50 слово "б" – словом "в"»: words that wait take the new ones after them."""
    out: list[Draft] = []
    for draft in reversed(_shared_out(_said_before(drafts))):
        if draft.waits and out and out[0].action == draft.action:
            fresh = set(out[0].new)
            # Several new words are not told apart: the unequal number is then a finding of the command.
            draft = replace(draft, new=tuple(fresh) * len(draft.old) if len(fresh) == 1 else ())
        out.insert(0, draft)
    return out


def _said_before(drafts: list[Draft]) -> list[Draft]:
    """«в пункте 2 слово "а" заменить словом "б", а в пункте 3 – словом "в"»: a place with new words alone has the old
    ones of the place before it."""
    out: list[Draft] = []
    for draft in drafts:
        if out and _lacks_old(draft) and _has_one_old(out[-1]):
            # Of several old words it is not told which the new ones are for: their number is then a finding.
            draft = replace(draft, old=out[-1].old)
        out.append(draft)
    return out


def _lacks_old(draft: Draft) -> bool:
    return draft.action == "replace_words" and bool(draft.new) and not draft.old and not draft.worded


def _has_one_old(draft: Draft) -> bool:
    plain = not draft.worded and draft.position is None
    return draft.action == "replace_words" and len(draft.old) == 1 and plain


def _shared_out(drafts: list[Draft]) -> list[Draft]:
    """«в пункте 11 слово "а", в пункте 12 слово "б" заменить соответственно словами "в", "г"»: each its own ones."""
    last = next((at for at, draft in enumerate(drafts) if not draft.waits), None)
    if not last or not drafts[last].paired:
        return drafts
    row = drafts[: last + 1]
    if any(each.action != row[-1].action for each in row) or sum(len(each.old) for each in row) != len(row[-1].new):
        return drafts
    new, out = list(row[-1].new), []
    for each in row:
        out.append(replace(each, new=tuple(new[: len(each.old)]), waits=False))
        del new[: len(each.old)]
    return [*out, *drafts[last + 1 :]]
