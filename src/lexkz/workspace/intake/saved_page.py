"""What a saved file says itself: of which act it is, in which language, of which day.

Pages of «Әділет» name their own address; JSON of the control bank has the act and the day of the edition; any other
file is read, and says its requisites.
"""

import re
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import cast

from lexkz.languages.detect import SAMPLE, detect
from lexkz.publication import identity
from lexkz.reading import read_source
from lexkz.reading.blocks import Lang, Paragraph, SourceError
from lexkz.reading.front_matter import LANGUAGE_NAMES
from lexkz.structure import load
from lexkz.workspace.add import folder_of
from lexkz.workspace.fetch import answers
from lexkz.workspace.intake.file_names import day_said, is_folder_name
from lexkz.workspace.intake.offered import Offered

_OWN_ADDRESS = re.compile(
    r"(?:saved from url=\(\d+\)|rel=[\"']?canonical[\"']?[^>]{0,40}href=[\"']?|property=[\"']?og:url[\"']?[^>]{0,40}"
    r"content=[\"']?)https?://(?:www\.)?adilet\.zan\.kz/(?P<lang>kaz|rus)/(?:archive/)?docs/(?P<id>[A-Z]\d{6,12}_?)"
    r"(?:/(?P<day>\d\d\.\d\d\.\d{4}))?"
)
_HEAD = 65536
"""Bytes of a page in which it names its address."""


def as_saved(one: Offered, data: bytes) -> Offered:
    """Return ``one`` with its act and language, and its day where it says one, from what is in the file.

    What its name says is believed first. Raises SourceError where the file cannot be read or does not say what act it
    is.
    """
    if one.ending == "json":
        one = _of_bank(one, data)
    elif one.ending in ("html", "htm"):
        one = _of_page(one, data)
    if one.act is not None and one.lang is not None:
        return one
    name = one.where.partition(" (")[0].rpartition("/")[2]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"{Path(name).stem or 'act'}.{one.ending}"
        file.write_bytes(data)
        known = identity(load(file, lang=one.lang))
    lang = one.lang or cast("Lang", known.language)
    try:
        act = one.act or folder_of(known, name)
    except SourceError:
        stem = Path(name).stem
        # A file that is named by a number alone is the act of that number to who saved it.
        if not (re.search(r"\d", stem) and is_folder_name(stem)):
            raise
        act = stem
    return replace(one, act=act, lang=lang)


def told_language(one: Offered, data: bytes) -> Lang | None:
    """Return the language that the words of a file show, None where they show none.

    Raises SourceError where the file cannot be read.
    """
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"{one.lang}.{one.ending}"
        file.write_bytes(data)
        if one.ending == "xml":
            return cast("Lang", identity(load(file)).language)
        blocks = read_source(file, lang=one.lang).blocks
    words, length = [], 0
    for block in blocks:
        if isinstance(block, Paragraph) and length < SAMPLE:
            words.append(block.text)
            length += len(block.text)
    return detect("\n".join(words))


def _of_bank(one: Offered, data: bytes) -> Offered:
    edition = answers.loaded(data, one.where)
    day: date | None = one.day or answers.edition_day(edition)
    cause = answers.amended_by(edition)
    by = one.by or ((cause,) if cause is not None else ())
    return replace(one, act=one.act or answers.act_id(edition), day=day, by=by)


def _of_page(one: Offered, data: bytes) -> Offered:
    found = _OWN_ADDRESS.search(data[:_HEAD].decode("utf-8", "replace"))
    if found is None:
        return one
    lang = one.lang or LANGUAGE_NAMES[found["lang"]]
    day = one.day or (day_said(found["day"]) if found["day"] else None)
    return replace(one, act=one.act or found["id"], lang=lang, day=day)
