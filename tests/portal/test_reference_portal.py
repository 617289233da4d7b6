"""The portal's side of the contract: routes, refusals, and pages an officer can trust."""

import re
from pathlib import Path

import httpx
import pytest
import yaml

from kiosk.domain.messages import MessageKind
from tests.fakes.dossiers import MARKERS, Room, birth, slip
from tests.portal.reference_portal.officer_desk import TOPICS
from tests.portal.reference_portal.pages import Html, tag
from tests.portal.reference_portal.refusal_pages import SENTENCES
from ui.message_words import topics

CONTRACT = yaml.safe_load((Path(__file__).parent / "reference_portal" / "openapi.yaml").read_text("utf-8"))


@pytest.fixture
def portal(reference_portal):
    return reference_portal


@pytest.fixture
def client(portal):
    with httpx.Client(base_url=portal.url, follow_redirects=True, trust_env=False) as client:
        yield client


@pytest.fixture
def arrived(portal, tmp_path):
    """A dossier stored as if uploaded; its answers try to be markup."""
    room = Room(tmp_path / "home")
    hostile = birth("<script>alert(1)</script>")
    dossier = room.submit_dossier.submit(hostile, token="t", build_slip=slip)
    item = room.files.outbox.claim_next(room.now_ms)
    room.close()
    header = {
        "dossier_id": dossier.dossier_id,
        "receipt_no": dossier.receipt_no,
        "procedure": {"code": "1.001193"},
        "created_at": "2026-11-24T09:42:00+07:00",
    }
    portal.storage.store(header, item.body, "kiosk")
    return dossier


def test_the_routes_are_those_of_the_written_contract(portal):
    written = {
        (f"/kiosk/v1{path}", method.upper())
        for path, calls in CONTRACT["paths"].items()
        for method in calls
        if method != "parameters"
    }
    routes = [*portal.protocol.router().routes, *portal.daily.router().routes]

    assert {(route.path, method) for route in routes for method in route.methods} == written


@pytest.mark.parametrize(
    ("method", "path", "more", "status"),
    [
        ("GET", "/kiosk/v1/nothing", {}, 404),
        ("DELETE", "/kiosk/v1/hello", {}, 405),
        ("GET", "/kiosk/v1/hello?nonce=short", {}, 422),
        ("POST", "/kiosk/v1/token", {"content": b"{", "headers": {"Content-Type": "application/json"}}, 400),
        ("POST", "/kiosk/v1/token", {"content": b"a=b"}, 415),
        ("POST", "/kiosk/v1/token", {"json": {"kiosk_id": "x", "more": 1}}, 422),
        ("POST", "/kiosk/v1/enrolments", {"json": {"code": "x" * 300_000}}, 413),
        ("PUT", "/kiosk/v1/dossiers/x", {"json": {}}, 401),
        ("GET", "/kiosk/v1/dossiers/x", {}, 401),
        ("GET", "/phieu/nobody", {}, 404),
    ],
)
def test_every_refusal_is_problem_json(client, method, path, more, status):
    answer = client.request(method, path, **more)

    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == status
    assert status != 405 or answer.headers["allow"] == "GET"
    assert ("kiosk-portal" in answer.headers) == path.startswith("/kiosk/v1/")


def test_what_a_person_declared_is_shown_as_text_never_as_markup(client, arrived):
    page = client.get(f"/phieu/{arrived.dossier_id}")

    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page.text
    assert "<script" not in page.text
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert page.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("asked", ["PK 900 000 001-42", "90000000142", "000 001"])
def test_a_dossier_is_found_by_its_number_however_written(client, arrived, asked):
    assert "PK 900 000 001-42" in client.get("/", params={"so": asked}).text
    assert "0 phiếu" in client.get("/", params={"so": "12345"}).text


def test_the_list_shows_nothing_declared(client, arrived):
    page = client.get("/").text

    assert not any(marker in page for marker in MARKERS)


def test_a_search_text_is_escaped(client):
    assert '"><b>' not in client.get("/", params={"so": '"><b>x'}).text


def test_an_officer_receives_once(client, arrived):
    where = f"/phieu/{arrived.dossier_id}/quyet-dinh"

    assert "Đã tiếp nhận" in client.post(where, data={"state": "received"}).text
    assert client.post(where, data={"state": "received"}).status_code == 409


def test_a_refusal_needs_a_reason_in_words(client, arrived):
    where = f"/phieu/{arrived.dossier_id}/quyet-dinh"

    assert client.post(where, data={"state": "not_received", "reason": "no"}).status_code == 422
    page = client.post(
        where, data={"state": "not_received", "reason": "Thiếu giấy chứng sinh bản chính"}
    ).text
    assert "Thiếu giấy chứng sinh bản chính" in page


def test_an_officer_reads_a_sentence_where_a_program_gets_a_problem(client, arrived):
    where = f"/phieu/{arrived.dossier_id}/quyet-dinh"
    wish = {"data": {"state": "not_received", "reason": "no"}}

    seen = client.post(where, **wish, headers={"Accept": "text/html,*/*"})

    assert seen.status_code == 422
    assert "Viết lý do bằng vài từ để người dân hiểu." in seen.text
    assert "reason_missing" not in seen.text
    assert client.get("/nowhere", headers={"Accept": "text/html"}).status_code == 404
    assert client.post(where, **wish).headers["content-type"] == "application/problem+json"
    kiosk_call = client.get("/kiosk/v1/nothing", headers={"Accept": "text/html"})
    assert kiosk_call.headers["content-type"] == "application/problem+json"


def test_every_refusal_of_a_page_has_its_sentence():
    written = "".join(
        (Path(__file__).parent / "reference_portal" / name).read_text("utf-8")
        for name in ("officer.py", "officer_desk.py", "pages.py")
    )

    codes = set(re.findall(r'Refusal\(\d+, "(\w+)"', written))

    assert codes
    assert codes <= set(SENTENCES)
    assert all(len(sentence.split()) <= 25 for sentence in SENTENCES.values())


def test_another_site_cannot_decide(client, arrived):
    where = f"/phieu/{arrived.dossier_id}/quyet-dinh"

    answer = client.post(where, data={"state": "received"}, headers={"Origin": "https://elsewhere.example"})

    assert answer.status_code == 403


def test_markup_is_made_by_tags_only():
    assert tag("p", "<b>", Html("<br>"), title='"') == '<p title="&quot;">&lt;b&gt;<br></p>'


def test_a_fault_of_the_server_is_problem_json_too(client, portal, monkeypatch):
    monkeypatch.setattr(portal.storage, "find", lambda *_: 1 / 0)

    answer = client.get("/")

    assert answer.status_code == 500
    assert answer.json()["code"] == "server_fault"


def test_pages_speak_vietnamese_without_technical_words(client, arrived):
    text = re.sub(r"<style>.*?</style>|<[^>]+>", " ", client.get("/").text, flags=re.DOTALL)

    assert not re.search(r"không hợp lệ|lỗi hệ thống|quận|huyện", text, re.IGNORECASE)


def test_officers_read_a_topic_in_the_words_people_chose_it_by():
    for kind in (MessageKind.QUESTION, MessageKind.FEEDBACK, MessageKind.FAULT):
        assert TOPICS[kind.value] == {row.key: row.title for row in topics(kind)}


def test_a_fault_of_the_portal_itself_stands_in_its_log(client, portal, monkeypatch, caplog):
    monkeypatch.setattr(portal.storage, "find", lambda *_args, **_more: 1 / 0)

    answer = client.get("/")

    assert answer.status_code == 500
    assert "GET /" in caplog.text
    assert "ZeroDivisionError" in caplog.text
