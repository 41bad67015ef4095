"""A public corpus comes into the workspace: all of it, once, and nothing else."""

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from lexkz.reading import SourceError
from lexkz.reading.limits import limits
from lexkz.workspace.add import card_text
from lexkz.workspace.build import build
from lexkz.workspace.cli import main
from lexkz.workspace.editions import edition_days, official_editions
from lexkz.workspace.intake import Imported, import_corpus
from lexkz.workspace.layout import Workspace, not_read
from tests.workspace.intake.public_corpus import (
    FIRST,
    FOREST,
    LIBRARY,
    SECOND,
    Version,
    commit,
    versions,
    write_repository,
)

pytest.importorskip("dulwich")
BOMB = b"a: &a [x, x, x, x]\nb: &b [*a, *a, *a, *a]\ntitle: *b\n"


def _counts(done: Imported) -> tuple[int, int, int]:
    return len(done.of_state("taken")), len(done.of_state("there")), len(done.of_state("refused"))


def _refused(done: Imported) -> dict[str, str]:
    return {one.where.partition(" ")[0]: one.finding.code for one in done.texts if one.finding is not None}


def test_a_repository_is_taken_once_and_a_new_commit_alone(tmp_path: Path) -> None:
    told = versions()
    repo = write_repository(tmp_path / "public.git", told)
    done = import_corpus(tmp_path / "public.git", tmp_path)
    assert _counts(done) == (18, 0, 0)
    assert done.lacking == ("V2300029001", "V2400029002")
    library = tmp_path / "corpus" / LIBRARY
    # The published text, untouched: the first version is the source, the others are editions of their days.
    first, march = (
        next(one for one in told if (one.act, one.day) == (LIBRARY, day)) for day in ("2023-02-01", "2025-03-01")
    )
    assert (library / "kaz.md").read_text(encoding="utf-8") == first.texts["kaz"]
    assert (library / "rus@2025-03-01.md").read_text(encoding="utf-8") == march.texts["rus"]
    assert edition_days(library)["rus@2025-03-01.md"].by == (SECOND,)
    found = official_editions(Workspace(tmp_path))
    assert [(one.lang, one.day, one.by) for one in found if one.id == LIBRARY][:2] == [
        ("kaz", date(2024, 3, 31), (FIRST,)),
        ("kaz", date(2024, 7, 1), (FIRST,)),
    ]
    assert not_read(Workspace(tmp_path)) == ()
    assert 'kaz = "Қалалық кітапхананың сынақ' in (library / "act.toml").read_text(encoding="utf-8")

    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.md")}
    assert _counts(import_corpus(tmp_path / "public.git", tmp_path)) == (0, 18, 0)
    assert {path: path.stat().st_mtime_ns for path in before} == before

    # A killed run left half a file and took the first of the editions only: the next one goes on.
    for path in tmp_path.glob(f"corpus/{FOREST}/kaz@*"):
        path.unlink()
    (tmp_path / "corpus" / FOREST / ".kaz@2023-04-10.md.abc.importing").write_bytes(b"half")
    changed = told[0].texts["rus"].replace("на поляне", "на берегу")
    commit(repo, Version(FOREST, "2025-06-01", {"rus": changed}, ("V2500029003",)))
    again = import_corpus(tmp_path / "public.git", tmp_path)
    assert {one.file for one in again.of_state("taken")} == {
        f"corpus/{FOREST}/kaz@2023-04-10.md",
        f"corpus/{FOREST}/kaz@2024-04-10.md",
        f"corpus/{FOREST}/rus@2025-06-01.md",
    }
    assert not list(tmp_path.rglob("*.importing"))


def test_what_is_hostile_or_broken_is_told_and_stops_nothing(tmp_path: Path) -> None:
    told = versions()[:1]
    repo = write_repository(tmp_path / "public.git", told)
    rus = told[0].texts["rus"].encode()
    files = {
        "V2200022009/kaz.md": rus,
        "V2200022009/rus.md": rus,
        "V2200022009/meta.yaml": BOMB,
        "v2200022002/rus.md": rus,
        "again/V2200022002/rus.md": rus,
        "..a/rus.md": rus,
        "CON/rus.md": rus,
        "empty/rus.md": b"",
        "bytes/rus.md": bytes(range(256)),
        "link/rus.md": b"/etc/passwd",
        "README.md": b"not an act",
    }
    commit(repo, Version("V2200022003", "2023-01-01", {}), files=files, links=["link/rus.md"])
    done = import_corpus(tmp_path / "public.git", tmp_path)
    assert _refused(done) == {
        "V2200022009/kaz.md": "workspace.import_language",
        "v2200022002/rus.md": "workspace.import_collides",
        "again/V2200022002/rus.md": "workspace.import_collides",
        "..a/rus.md": "workspace.import_name",
        "CON/rus.md": "workspace.import_name",
        "empty/rus.md": "workspace.import_unreadable",
        "bytes/rus.md": "workspace.import_unreadable",
        "link/rus.md": "workspace.import_link",
    }
    assert [one.code for one in done.findings] == ["workspace.import_record"]
    assert {one.file for one in done.of_state("taken")} == {
        f"corpus/{FOREST}/kaz.md",
        f"corpus/{FOREST}/rus.md",
        "corpus/V2200022009/rus.md",
    }
    assert done.passed == 1
    assert sorted(path.name for path in (tmp_path / "corpus").iterdir()) == [FOREST, "V2200022009"]


def test_a_damaged_object_and_one_that_swells_are_told_and_stop_nothing(tmp_path: Path) -> None:
    repo = write_repository(tmp_path / "public.git", versions()[:1])
    # Not a text by far, but the limit is on what comes out of it, before it is looked at.
    swelling, broken = b"a" * (limits().bytes + 1), b"to be broken " * 90
    commit(repo, Version("V2200022003", "2023-01-01", {}), files={"big/kaz.md": swelling, "broken/kaz.md": broken})
    sha = next(one for one in repo.object_store if repo.object_store.get_raw(one)[1] == broken).decode()
    damaged = tmp_path / "public.git" / "objects" / sha[:2] / sha[2:]
    damaged.chmod(0o644)
    damaged.write_bytes(b"\xff" * 40)
    done = import_corpus(tmp_path / "public.git", tmp_path)
    assert set(_refused(done)) == {"big/kaz.md", "broken/kaz.md"}
    assert len(done.of_state("taken")) == 2


def test_a_folder_that_was_moved_is_the_act_that_it_was(tmp_path: Path) -> None:
    told = versions()[0]
    repo = write_repository(tmp_path / "public.git", [told])
    moved = {f"orders/{FOREST}/{lang}.md": text.encode() for lang, text in told.texts.items()}
    commit(repo, Version(FOREST, "2024-01-01", {}), files=moved, gone=[f"{FOREST}/kaz.md", f"{FOREST}/rus.md"])
    later = told.texts["rus"].replace("не шумят", "молчат").encode()
    commit(repo, Version(FOREST, "2024-02-01", {}), files={f"orders/{FOREST}/rus.md": later})
    # A slip that was mended on the same day: the last text of a day is taken.
    mended = {f"orders/{FOREST}/rus.md": later.replace("молчат".encode(), "тихо".encode())}
    commit(repo, Version(FOREST, "2024-02-01", {}), files=mended)
    done = import_corpus(tmp_path / "public.git", tmp_path)
    names = sorted(path.name for path in (tmp_path / "corpus" / FOREST).iterdir())
    assert names == ["act.toml", "editions.toml", "kaz.md", "rus.md", "rus@2024-02-01.md"]
    assert _refused(done) == {f"orders/{FOREST}/rus.md": "workspace.import_again"}
    assert "тихо" in (tmp_path / "corpus" / FOREST / "rus@2024-02-01.md").read_text(encoding="utf-8")

    # Of a history that is cut off, what is left is taken, and that it is cut off is told.
    (tmp_path / "public.git" / "shallow").write_bytes(repo.refs[b"refs/heads/main"] + b"\n")
    (tmp_path / "short").mkdir()
    short = import_corpus(tmp_path / "public.git", tmp_path / "short")
    assert [one.finding.code for one in short.texts if one.finding is not None] == ["workspace.import_shallow"]
    assert sorted(one.where.partition(" ")[0] for one in short.of_state("taken")) == [
        f"orders/{FOREST}/kaz.md",
        f"orders/{FOREST}/rus.md",
    ]


def test_the_users_own_source_stays_the_source(tmp_path: Path) -> None:
    told = [one for one in versions() if one.act == FOREST]
    repo = write_repository(tmp_path / "public.git", told[:2])
    own = tmp_path / "corpus" / FOREST
    own.mkdir(parents=True)
    (own / "rus.txt").write_text("Об утверждении Примерных правил леса\n\n1. В лесу тихо.\n", encoding="utf-8")
    (own / "kaz@2023-04-10.md").write_text("1. Басқа мәтін.\n", encoding="utf-8")
    done = import_corpus(tmp_path / "public.git", tmp_path)
    assert not (own / "rus.md").exists()
    assert (own / "rus@2022-06-01.md").exists()
    assert (own / "kaz@2023-04-10.md").read_text(encoding="utf-8") == "1. Басқа мәтін.\n"
    assert _refused(done) == {f"{FOREST}/kaz.md": "workspace.import_differs"}
    # A text that begins amended cannot be what the amending acts are applied to, and says so.
    commit(repo, Version("V2200022010", "2024-01-01", told[0].texts, ("V2300029001",)))
    found = import_corpus(tmp_path / "public.git", tmp_path).findings
    assert [one.code for one in found] == ["workspace.import_amended"] * 2


def test_a_folder_of_acts_and_saved_files_are_taken(tmp_path: Path) -> None:
    told = [one for one in versions() if one.act == LIBRARY]
    public = tmp_path / "public"
    for version in told:
        folder = public / LIBRARY / version.day
        folder.mkdir(parents=True)
        for lang, text in version.texts.items():
            (folder / f"{lang}.md").write_text(text, encoding="utf-8")
    (public / "link").symlink_to("/etc")
    done = import_corpus(public, tmp_path)
    assert _counts(done) == (8, 0, 1)
    assert _refused(done) == {"link": "workspace.import_link"}

    saved, page = tmp_path / "saved", told[0].texts["rus"].replace("\n\n", "</p>\n<p>")
    saved.mkdir()
    address = "<!-- saved from url=(0053)https://adilet.zan.kz/rus/docs/V2300031001/31.03.2024 -->"
    (saved / "Приказ.html").write_text(f"<!DOCTYPE html>{address}<html><p>{page}</p></html>", encoding="utf-8")
    (saved / "V2400034001_rus.txt").write_text(versions()[4].texts["rus"], encoding="utf-8")
    bank = {
        "ngr": "V2200022002",
        "version": {"versionDate": "2023-04-10", "cause": {"code": "V2300029001"}},
        "content": [{"id": "1", "type": "paragraph", "text": "1. В лесу не шумят и не жгут костров без надобности."}],
    }
    (saved / "edition.json").write_text(json.dumps(bank, ensure_ascii=False), encoding="utf-8")
    (saved / "notes.txt").write_text("", encoding="utf-8")
    other = tmp_path / "other"
    other.mkdir()
    taken = import_corpus(saved, other)
    assert {(one.id, one.lang, str(one.day), one.by) for one in taken.of_state("taken")} == {
        (LIBRARY, "rus", "2024-03-31", ()),
        (FIRST, "rus", "None", ()),
        (FOREST, "rus", "2023-04-10", ("V2300029001",)),
    }
    assert _refused(taken) == {"notes.txt": "workspace.import_unreadable"}


def test_an_outline_becomes_the_full_text(tmp_path: Path) -> None:
    repo = write_repository(tmp_path / "public.git", [one for one in versions() if one.act == FIRST])
    import_corpus(tmp_path / "public.git", tmp_path)
    assert [one.outline for one in build(tmp_path).items if one.id == LIBRARY] == [True, True]
    for version in versions():
        if version.act == LIBRARY:
            commit(repo, version)
    import_corpus(tmp_path / "public.git", tmp_path)
    built = [one for one in build(tmp_path).items if one.id == LIBRARY and one.kind == "consolidated"]
    assert [one.outline for one in built] == [False, False]


@pytest.mark.parametrize(("lang", "said"), [("kk", "алынды: 18, бұрыннан бар: 0, алынбады: 0."), ("ru", "взято: 18")])
def test_the_command_says_what_it_took(lang: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_repository(tmp_path / "public.git")
    (tmp_path / "corpus").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LEXKZ_LANG", lang)
    done = CliRunner().invoke(main, ["import", "public.git"])
    assert done.exit_code == 0, done.output
    assert said in done.stdout
    told = json.loads(CliRunner().invoke(main, ["import", "public.git", "--json"]).stdout)
    assert (told["schema"], told["taken"], told["there"]) == ("urn:lexkz:schema/import/1", 0, 18)


def test_what_is_no_corpus_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for source, said in (
        ("https://example.test/acts.git", "clone the repository first"),
        (tmp_path / "none", "is no folder"),
        (tmp_path / "empty", "holds no texts of acts"),
    ):
        with pytest.raises(SourceError, match=said):
            import_corpus(source, tmp_path)
    write_repository(tmp_path / "new.git", [])
    with pytest.raises(SourceError, match="has no commits"):
        import_corpus(tmp_path / "new.git", tmp_path)


def test_a_card_in_two_languages_is_written_as_it_is_read() -> None:
    assert card_text({"id": "a", "date": "2024-01-02", "title": {"kaz": "«А»", "rus": 'Б "В"'}}) == (
        'id = "a"\ndate = 2024-01-02\n\n[title]\nkaz = "«А»"\nrus = "Б \\"В\\""\n'
    )
