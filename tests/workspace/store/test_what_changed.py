"""What changed over all acts: also orders of which nothing is in a text stand under their own day."""

from pathlib import Path

import lexkz
from lexkz.workspace.store import index
from tests.workspace.store.workspaces import REFUSED, RULES, synthetic


def test_an_order_of_which_nothing_was_applied_stands_under_its_day(tmp_path: Path) -> None:
    synthetic(tmp_path, REFUSED)
    index(tmp_path)
    found = lexkz.changes(tmp_path, "2023-01-01").items
    # The text that it waits in is that of 2022.
    assert [(one.act, one.state, one.date, one.eId, one.dated_by, one.in_force) for one in found] == [
        (RULES, "waits", "2023-05-07", "para_2", "amended", None),
        (RULES, "unread", "2023-05-07", None, "amended", None),
    ]
    assert [one.order and one.order.number for one in found] == ["13", "13"]
    assert "2023-05-07" not in [one.date for one in lexkz.changes(tmp_path, until="2022-12-31").items]
    assert len(lexkz.changes(tmp_path).items) == len({one.id for one in lexkz.changes(tmp_path).items})
