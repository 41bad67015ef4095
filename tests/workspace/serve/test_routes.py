"""The server answers under FRBR IRIs, in the form that is asked for, and says in a sentence why it does not."""

import asyncio
import json
import re
import signal
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from lxml import etree

from lexkz.publication.schemas import documents, schema
from lexkz.workspace.serve.app import application
from tests.workspace.serve.asking import Client
from tests.workspace.store.workspaces import ORDER_230, RULES, WORK

THEN = f"{WORK}/rus@2021-12-31"
ORDER_391 = "/akn/kz/act/order/enbek/2024-09-30/391"

JSON_PATHS = (
    "/acts",
    f"/acts/{RULES}",
    f"/acts/{RULES}/rus",
    WORK,
    f"{WORK}/rus",
    THEN,
    f"{THEN}/~para_2",
    f"{WORK}/rus/~para_2",
    f"{WORK}/rus/~para_2-1/history",
    f"{WORK}/rus@2020-02-01/compare?with=2022-05-01",
    f"{ORDER_230}/kaz@2024-12-01/tables",
    "/akn/kz/act/order/enbek/2023-06-29/263/kaz@2024-12-01/forms",
    f"{ORDER_230}/citations",
    f"{ORDER_230}/amendments?lang=kaz",
    f"{ORDER_230}/kaz/changes",
    f"{ORDER_391}/kaz/commands",
    "/changes?from=2021-01-01&to=2024-12-01",
    "/search?q=уақытша+болу&at=2024-12-01",
)


@pytest.mark.parametrize("path", JSON_PATHS)
def test_an_answer_follows_the_published_schema_that_it_names(client: Client, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 200, response.text
    said = response.json()
    models = {model.schema_id(): model for model in documents()}
    Draft202012Validator(schema(models[said["schema"]])).validate(said)
    assert any(said[name] for name in said if name not in ("schema", "metadata")), "an empty answer shows nothing"


def test_a_unit_is_that_of_the_day(client: Client) -> None:
    texts = {day: client.get(f"{WORK}/rus@{day}/~para_2").json()["text"] for day in ("2020-02-01", "2021-03-05")}
    assert texts == {"2020-02-01": "2. Журнал ведётся три года.", "2021-03-05": "2. Журнал ведётся пять лет."}


def test_the_newest_text_is_given_without_a_day(client: Client) -> None:
    response = client.get(f"{WORK}/rus/~para_2-1")
    assert response.json()["text"] == "2-1. Журнал хранится в архиве десять лет."
    assert response.headers["content-location"] == f"{WORK}/rus@2022-04-06/~para_2-1"


def test_a_unit_is_found_under_its_component_and_under_no_other(client: Client) -> None:
    path = f"{ORDER_230}/kaz@2024-12-01"
    plain = client.get(f"{path}/~att_1__para_31")
    assert client.get(f"{path}/!annex_1/~att_1__para_31").json() == plain.json()
    assert client.get(f"{path}/!main/~att_1__para_31").status_code == 404


def test_iris_that_name_a_component_lead_to_it_or_to_the_act(client: Client) -> None:
    path = f"{ORDER_230}/kaz@2024-12-01"
    assert client.get(f"{path}/!annex_1/annex_8").json() == client.get(f"{path}/~att_1__att_8").json()
    assert client.get(f"{ORDER_230}/kaz/!annex_1").json() == client.get(f"{ORDER_230}/kaz/~att_1").json()
    assert client.get(f"{path}/!main").json() == client.get(path).json()
    assert client.get(f"{ORDER_230}/!annex_1").json() == client.get(ORDER_230).json()


def test_all_changes_are_harvested_page_by_page_and_none_twice(client: Client) -> None:
    whole = client.get("/changes?from=2021-01-01&limit=200").json()
    assert whole["next"] is None
    harvested, path = [], "/changes?from=2021-01-01&limit=4"
    while path:
        page = client.get(path)
        harvested += page.json()["items"]
        path = page.json()["next"]
        assert bool(path) == ('rel="next"' in page.headers.get("link", ""))
    assert harvested == whole["items"]
    assert len(harvested) > 20
    assert len({one["id"] for one in harvested}) == len(harvested)


@pytest.mark.parametrize(
    ("query", "status"),
    [("from=yesterday", 422), ("after=x", 422), ("act=nothing", 404)],
)
def test_a_wrong_question_about_changes_is_refused(client: Client, query: str, status: int) -> None:
    assert client.get(f"/changes?{query}").status_code == status


def test_days_in_the_wrong_order_have_no_changes(client: Client) -> None:
    assert client.get("/changes?from=2000-01-01").json()["items"]
    assert client.get("/changes?from=2999-01-01&to=2000-01-01").json()["items"] == []


def test_an_empty_day_is_the_first_text(client: Client) -> None:
    for part in ("", "/~para_2"):
        assert client.get(f"{WORK}/rus@{part}").json() == client.get(f"{WORK}/rus@2020-01-10{part}").json()


@pytest.mark.parametrize(
    "part", ["", "@2021-12-31", "/~para_2", "@2021-12-31/~para_2", "/~para_2-1/history", "/changes", "/commands"]
)
def test_an_act_is_found_by_its_folder_as_by_its_iri(client: Client, part: str) -> None:
    by_folder, by_iri = client.get(f"/acts/{RULES}/rus{part}"), client.get(f"{WORK}/rus{part}")
    assert by_folder.status_code == 200
    assert by_folder.json() == by_iri.json()


def test_the_quick_way_answers_what_the_route_answers(client: Client) -> None:
    for path in (f"{THEN}/~para_2", f"{WORK}/rus/~para_4", f"{ORDER_230}/kaz/~att_1__para_31"):
        quick, whole = client.get(path), client.get(path, headers={"Accept": "application/json;q=0.9"})
        assert (quick.content, quick.headers) == (whole.content, whole.headers)


def test_a_unit_that_no_index_holds_is_read_from_the_text(client: Client) -> None:
    found = client.get(f"{ORDER_391}/kaz/~para_1__al_4__mod_1__qstr_1").json()
    assert found["kind"] == "quotedStructure"
    assert "бас бостандығынан айыру" in found["text"]
    assert len(client.get(f"{ORDER_230}/kaz/~att_1").json()["text"]) > 5000


def test_a_text_is_given_as_the_build_wrote_it(client: Client) -> None:
    by_accept = client.get(THEN, headers={"Accept": "application/xml;q=0.9, application/json;q=0.1"})
    assert by_accept.headers["content-type"].startswith("application/xml")
    assert etree.fromstring(by_accept.content).tag.endswith("akomaNtoso")
    for path in (f"{THEN}.xml", f"{THEN}.akn", f"{THEN}?format=xml"):
        response = client.get(path, headers={"Accept": "text/html"})
        assert response.content == by_accept.content
        assert response.headers["content-type"] == "application/akn+xml"
    assert client.get(f"{THEN}.json").json() == client.get(THEN).json()


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/nothing", 404, "nothing at this address"),
        ("/akn/kz/act/order/mz/2020-01-10/8", 404, "no act of this name"),
        (f"{WORK}/kaz", 404, "not there in this language"),
        (f"{WORK}/rus@2019-12-31", 404, "the first is of 2020-01-10"),
        (f"{WORK}/rus@2020-02-01/~para_2-1", 404, "from 2021-03-05 to 2022-04-06; 2022-04-06 to now"),
        (f"{WORK}/rus/~para_99", 404, "No version"),
        (f"{WORK}/rus@2020-02-30x", 422, "at:"),
        (f"{WORK}/rus@2020-02-30", 422, "at: This is no day"),
        (f"{WORK}/rus@2020-02-30/~para_2", 422, "at: This is no day"),
        (f"{WORK}/rus@2020-02-01/compare?with=2021-02-29", 422, "with: This is no day"),
        ("/search?q=журнал&at=2024-13-01", 422, "at: This is no day"),
        ("/acts?nubmer=230", 422, "no parameter nubmer, did you mean number?"),
        (f"{WORK}/rus/~para_2?att=2020-01-01", 422, "no parameter att"),
        (f"{WORK}/eng", 422, "lang:"),
        ("/search", 422, "q:"),
        (f"/search?q={'а' * 1001}", 422, "q:"),
        ("/acts?limit=100000", 422, "limit:"),
        (f"/search?q={'a' * 9000}", 414, "longer than"),
        ("/acts/..%2F..%2Fetc%2Fpasswd", 404, "nothing"),
        ("/akn/../../etc/passwd", 404, "nothing"),
    ],
)
def test_an_error_is_a_problem_with_a_sentence(client: Client, path: str, status: int, words: str) -> None:
    response = client.get(path)
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["status"] == status
    assert words in response.json()["detail"]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "MAKE"])
def test_everything_is_only_read(client: Client, method: str) -> None:
    response = client.request(method, WORK)
    assert response.status_code == 405
    assert response.headers["allow"] == "GET, HEAD"


def test_what_is_not_accepted_is_not_sent(client: Client) -> None:
    assert client.get(THEN, headers={"Accept": "image/png"}).status_code == 406
    assert client.get(WORK, headers={"Accept": "application/xml"}).status_code == 406
    assert client.get(THEN, headers={"Accept": "application/json;q=0, */*;q=0.1"}).headers["content-type"] == (
        "application/akn+xml"
    )


def test_a_body_is_refused(client: Client) -> None:
    assert client.request("GET", WORK, content=b"x" * 100_000).status_code == 413


@pytest.mark.parametrize("path", [f"{THEN}/~para_2", THEN, WORK, "/acts"])
def test_what_the_client_has_is_not_sent_again(client: Client, path: str) -> None:
    first = client.get(path)
    assert first.headers["etag"].startswith('"')
    assert first.headers["cache-control"] == "public, no-cache"
    for given in ({"If-None-Match": first.headers["etag"]}, {"If-Modified-Since": first.headers["last-modified"]}):
        again = client.get(path, headers=given)
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == first.headers["etag"]
    other = {"If-None-Match": '"other"', "If-Modified-Since": first.headers["last-modified"]}
    assert client.get(path, headers=other).status_code == 200
    assert client.get(path, headers={"If-Modified-Since": "nonsense"}).status_code == 200


@pytest.mark.parametrize("path", [f"{THEN}/~para_2", THEN, WORK, "/acts"])
def test_what_the_client_does_not_mean_is_not_given(client: Client, path: str) -> None:
    first = client.get(path)
    for other in ('"other"', f"W/{first.headers['etag']}", f'"other", W/{first.headers["etag"]}', "nonsense"):
        refused = client.get(path, headers={"If-Match": other, "If-None-Match": first.headers["etag"]})
        assert (refused.status_code, refused.json()["status"]) == (412, 412)
    for meant in (first.headers["etag"], f'"other", {first.headers["etag"]}', "*"):
        assert client.get(path, headers={"If-Match": meant}).content == first.content


def test_json_and_xml_have_etags_of_their_own(client: Client) -> None:
    assert client.get(THEN).headers["etag"] != client.get(f"{THEN}.xml").headers["etag"]


def test_head_is_get_without_the_body(client: Client) -> None:
    head, get = client.head(THEN), client.get(THEN)
    assert head.content == b""
    assert head.headers == get.headers


def test_pages_lead_to_each_other(client: Client) -> None:
    path: str | None = "/acts?limit=2"
    seen: list[str] = []
    while path:
        response = client.get(path)
        seen += [one["act"] for one in response.json()["items"]]
        path = response.json()["next"]
        assert ("next" in response.links) == bool(path)
        assert path is None or response.links["next"]["url"] == path
    assert seen == sorted(seen)
    assert len(seen) == client.get("/acts").json()["total"] == 6


def test_acts_are_filtered(client: Client) -> None:
    for query, expected in (
        ("lang=rus&year=2020", [RULES]),
        ("number=391", ["V2400035172"]),
        ("title=тecтовых&outline=false&author=mz&type=order&year=2022", ["V2200027400"]),
    ):
        assert [one["act"] for one in client.get(f"/acts?{query}").json()["items"]] == expected


def test_answers_are_safe_to_show(client: Client) -> None:
    for path in (WORK, "/nothing"):
        headers = client.get(path, headers={"Origin": "https://other.example"}).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "access-control-allow-origin" not in headers


def test_pages_of_named_origins_may_read_where_that_is_asked_for(served: Path) -> None:
    made = Client(application(served, cors=["https://other.example"]))
    allowed = made.get(WORK, headers={"Origin": "https://other.example"})
    assert allowed.headers["access-control-allow-origin"] == "https://other.example"
    assert "access-control-allow-origin" not in made.get(WORK, headers={"Origin": "https://third.example"}).headers


def test_a_request_that_takes_too_long_is_given_up(served: Path) -> None:
    made = Client(application(served, seconds=0.000_001))
    response = made.get("/search?q=журнал")
    assert response.status_code == 503
    assert response.json()["detail"].endswith("ask for less.")


def test_a_comparison_in_a_process_of_its_own_says_the_same(served: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = f"{WORK}/rus@2020-02-01/compare?with=2022-05-01"
    here = Client(application(served)).get(path)
    monkeypatch.setattr("lexkz.workspace.serve.texts.SMALL", 0)
    # The start of a process alone can take ten seconds where others are at work.
    apart = Client(application(served, seconds=300)).get(path)
    assert (apart.status_code, apart.content) == (200, here.content)


def test_a_comparison_that_takes_too_long_is_ended_with_its_process(
    served: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[asyncio.subprocess.Process] = []
    start = asyncio.create_subprocess_exec

    async def noted(*_arguments: str, **more: Any) -> asyncio.subprocess.Process:
        started.append(await start(sys.executable, "-c", "import time; time.sleep(600)", **more))
        return started[0]

    monkeypatch.setattr("asyncio.create_subprocess_exec", noted)
    monkeypatch.setattr("lexkz.workspace.serve.texts.SMALL", 0)
    response = Client(application(served, seconds=0.5)).get(f"{WORK}/rus@2020-02-01/compare?with=2022-05-01")
    assert response.status_code == 503
    assert started[0].returncode == -signal.SIGKILL


def test_the_description_has_examples_that_follow_it(client: Client) -> None:
    said = json.loads(client.get("/openapi.json").text)
    shown = 0
    for path in said["paths"].values():
        content = path["get"]["responses"]["200"]["content"]["application/json"]
        if "example" in content:
            whole = {**content["schema"], "components": said["components"]}
            Draft202012Validator(whole).validate(content["example"])
            shown += 1
        assert path["get"]["description"]
        assert path["get"]["summary"]
    assert shown >= 5, shown


@pytest.mark.parametrize(
    ("form", "media", "words"),
    [
        ("html", "text/html", "<p"),
        ("markdown", "text/markdown", "> `/akn/kz/act/order/mz/2020-01-10/7/rus@2021-03-05`"),
        ("ndjson", "application/x-ndjson", '{"schema": "urn:lexkz:schema/unit/1"'),
    ],
)
def test_a_text_is_given_in_the_form_that_is_asked_for(client: Client, form: str, media: str, words: str) -> None:
    by_query, by_accept = client.get(f"{THEN}?format={form}"), client.get(THEN, headers={"Accept": media})
    assert by_query.content == by_accept.content
    assert by_query.headers["content-type"].partition(";")[0] == media
    assert words in by_query.text
    assert by_query.headers["content-location"] == f"{WORK}/rus@2021-03-05"
    assert ("style-src" in by_query.headers["content-security-policy"]) == (form == "html")


def test_the_contents_name_the_units_without_their_words(client: Client) -> None:
    response = client.get(f"{THEN}/contents")
    assert response.headers["content-location"] == f"{WORK}/rus@2021-03-05/contents"
    shown = {one["eId"]: (one["number"], one["level"]) for one in response.json()["units"]}
    assert shown["para_2"] == ("2", 0)
    assert shown["para_4__subpara_1"] == ("1", 1)


def test_a_text_has_a_report_with_its_proofs_where_acts_were_applied(client: Client) -> None:
    said = client.get(f"{THEN}/report").json()
    assert said["expression"] == f"{WORK}/rus@2021-03-05"
    assert said["proofs"]["replay"] is True
    none = client.get(f"{WORK}/rus@2020-02-01/report")
    assert (none.status_code, none.json()["type"]) == (404, "urn:lexkz:problem:report")


def test_changes_are_a_feed_too_in_the_language_that_is_asked_for(client: Client) -> None:
    feed = client.get("/changes?lang=rus&format=atom")
    assert feed.headers["content-type"] == "application/atom+xml"
    accepted = client.get("/changes?lang=rus", headers={"Accept": "application/atom+xml"})
    assert accepted.text.partition("<entry>")[2] == feed.text.partition("<entry>")[2]
    assert "<title>Изменения</title>" in feed.text
    ids = {one["id"] for one in client.get("/changes?lang=rus").json()["items"]}
    assert ids == set(re.findall("<id>(urn:uuid:[^<]+)</id>", feed.text.partition("<entry>")[2]))


def test_answers_are_packed_for_those_who_take_them_so(client: Client) -> None:
    packed = client.get(THEN, headers={"Accept-Encoding": "br, gzip"})
    plain = client.get(THEN, headers={"Accept-Encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.content == plain.content
    assert int(packed.headers["content-length"]) < len(plain.content) / 2
    assert "content-encoding" not in plain.headers
    assert packed.headers["etag"] != plain.headers["etag"]
    for first, taken in ((packed, "gzip"), (plain, "identity")):
        again = client.get(THEN, headers={"Accept-Encoding": taken, "If-None-Match": first.headers["etag"]})
        assert (again.status_code, again.headers["etag"]) == (304, first.headers["etag"])
    for refused in ("gzip;q=0", "gzip; q=0.0", "br"):
        assert "content-encoding" not in client.get(THEN, headers={"Accept-Encoding": refused}).headers


def test_only_the_hosts_that_were_named_are_served(served: Path) -> None:
    made = Client(application(served, hosts=["here.example", "::1"]))
    assert made.get("/health").json()["status"] == "ok"
    for host, status in (("HERE.example:8000", 200), ("[::1]:8000", 200), ("evil.example", 400), ("", 400)):
        assert made.get("/health", headers={"Host": host}).status_code == status, host
