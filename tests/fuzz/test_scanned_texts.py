"""Whatever a scanner reads or a keyboard types: every reader answers, or refuses in its own words."""

import json
import string
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.domain.enrolment import BadEnrolmentTicket, EnrolmentTicket, read_ticket
from kiosk.domain.identity_card import (
    CardProblem,
    IdentityCard,
    is_card_number,
    is_person_name,
    parse_card_qr,
)
from kiosk.domain.numbering import BadReceiptNumber, parse_receipt
from kiosk.domain.text_folding import fold, tokens
from tests.fakes.clock import FakeClock
from ui.scans import LONGEST, SHORTEST, Scans

ANY = st.text(max_size=600)
JSON_LIKE = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=12,
)
HOSTILE = (
    "<img src='http://127.0.0.1/x'>|<a href='file:///etc/passwd'>|javascript:alert(1)",
    "'; DROP TABLE outbox_events; --",
    "../" * 60,
    "\0" * 40,
    "\u202e" * 40 + "900000001",
    "{" * 300,
    '{"handshake": 1, "a": ' + "[" * 1000,
    "9" * 600,
    "%s%n%x" * 30,
    "\udcff" * 20,
    '{"\udcff"',
)


def with_hostile(test):
    for text in HOSTILE:
        test = example(text=text)(test)
    return test


@with_hostile
@given(text=ANY)
def test_an_identity_card_is_read_or_told_apart(text):
    assert isinstance(parse_card_qr(text), IdentityCard | CardProblem)


@with_hostile
@given(text=ANY)
def test_what_is_read_from_a_card_is_a_number_and_a_name_and_nothing_else(text):
    read = parse_card_qr(f"001190001234||{text}|15081990|Nam|{text}|01072021")

    if isinstance(read, IdentityCard):
        assert is_card_number(read.number)
        assert not read.name or is_person_name(read.name)
        assert not set(read.name) & set("<>{}|")
        assert not [letter for letter in read.residence if unicodedata.category(letter).startswith("C")]


@with_hostile
@given(text=ANY)
def test_a_slip_number_is_eleven_digits_or_refused(text):
    try:
        read = parse_receipt(text)
    except BadReceiptNumber:
        return
    assert len(read) == 11
    assert set(read) <= set(string.digits)


@with_hostile
@given(text=ANY | JSON_LIKE.map(lambda value: json.dumps({"handshake": 1, "url": value, "code": value})))
def test_an_enrolment_code_is_a_ticket_or_refused(text):
    try:
        read = read_ticket(text)
    except BadEnrolmentTicket:
        return
    assert isinstance(read, EnrolmentTicket)


@with_hostile
@given(text=ANY)
def test_search_folds_any_text(text):
    assert all(tokens(fold(text)))


@given(bursts=st.lists(st.tuples(st.text(max_size=500), st.floats(0, 0.2)), max_size=6))
def test_a_scanner_that_never_stops_fills_no_memory_and_only_whole_bursts_are_heard(bursts):
    clock, heard = FakeClock(), []
    scans = Scans(clock)
    scans.watch(heard.append)

    for text, pause_s in bursts:
        clock.advance(pause_s)
        for letter in text:
            scans.key(letter, ends=False)
        scans.key("\r", ends=True)

    assert all(SHORTEST <= len(text) <= LONGEST for text in heard)
    assert all(text.isprintable() for text in heard)


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_watches_and_nothing_is_kept(text):
    scans = Scans(FakeClock())

    for letter in text:
        scans.key(letter, ends=False)
    scans.key("\r", ends=True)

    assert scans._letters == []
