"""The steps of a print job, and the waits between them."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.print_documents import DocumentKind
from kiosk.domain.print_jobs import (
    ASK_A_PERSON,
    OPEN,
    WAITING,
    PrintEvent,
    PrintJob,
    PrintState,
    Proof,
    advanced,
    back_off_ms,
    confirm_deadline_s,
    estimated_time_s,
    expires_at,
    may_follow,
    next_state,
    recovered_state,
    settled_event,
)

AFTER_A_BYTE = {PrintState.SENT, PrintState.UNCERTAIN, PrintState.UNCONFIRMED, PrintState.PRINTED}


def a_job(state=PrintState.QUEUED, **changes):
    values = {"job_id": "j", "document_id": "d", "copy_no": 1, "kind": "slip", "state": state}
    return PrintJob(**values, created_ms=0, expires_ms=10_000, next_try_ms=0, **changes)


def test_a_ticket_goes_the_straight_way_to_printed():
    state = PrintState.QUEUED

    for event in (PrintEvent.CLAIM, PrintEvent.FIRST_BYTE, PrintEvent.ALL_SENT, PrintEvent.PROVEN):
        state = next_state(state, event)

    assert state is PrintState.PRINTED


@pytest.mark.parametrize("state", [PrintState.SENDING, PrintState.SENT])
def test_a_restart_after_the_first_byte_is_uncertain(state):
    assert recovered_state(state) is PrintState.UNCERTAIN


def test_a_restart_before_the_first_byte_begins_anew():
    assert recovered_state(PrintState.CLAIMED) is PrintState.QUEUED


@pytest.mark.parametrize("state", [PrintState.PRINTED, PrintState.UNCERTAIN, PrintState.BLOCKED])
def test_a_restart_leaves_settled_and_waiting_jobs_alone(state):
    assert recovered_state(state) is state


@given(st.lists(st.sampled_from(PrintEvent), max_size=12))
def test_no_way_leads_back_to_the_queue_once_all_bytes_are_sent(events):
    state = PrintState.QUEUED
    sent = False

    for event in events:
        try:
            state = next_state(state, event)
        except ValueError:
            continue
        sent = sent or state in AFTER_A_BYTE

        assert not (sent and state in WAITING | {PrintState.CLAIMED, PrintState.SENDING})


@pytest.mark.parametrize("state", [PrintState.PRINTED, PrintState.FAILED, PrintState.CANCELLED])
def test_a_finished_job_takes_no_further_step(state):
    assert not any(may_follow(state, following) for following in PrintState)


def test_only_a_person_settles_what_is_not_known():
    for state in ASK_A_PERSON:
        assert next_state(state, PrintEvent.CAME_OUT) is PrintState.PRINTED
        assert next_state(state, PrintEvent.NOT_CAME_OUT) is PrintState.SUPERSEDED
    assert not ASK_A_PERSON & OPEN


def test_a_forbidden_step_names_the_job_and_both_states():
    with pytest.raises(ValueError, match="job j: printed cannot follow queued"):
        advanced(a_job(), PrintState.PRINTED)


def test_a_job_with_bytes_on_the_wire_cannot_be_blocked():
    with pytest.raises(ValueError, match="12 bytes"):
        advanced(a_job(PrintState.SENDING), PrintState.BLOCKED, bytes_sent=12)


def test_each_blocked_try_is_counted():
    job = advanced(a_job(PrintState.CLAIMED), PrintState.BLOCKED, condition="paper_out", next_try_ms=500)

    assert (job.attempt, job.condition, job.next_try_ms) == (1, "paper_out", 500)


def test_bytes_and_proof_stay_known():
    job = advanced(a_job(PrintState.SENDING), PrintState.SENT, bytes_sent=70)
    job = advanced(job, PrintState.PRINTED, proof=Proof.FENCE)

    assert (job.bytes_sent, job.proof) == (70, Proof.FENCE)


@pytest.mark.parametrize(
    ("proof", "event"),
    [
        (Proof.PROCESS_ID, PrintEvent.PROVEN),
        (Proof.FENCE, PrintEvent.PROVEN),
        (Proof.PAPER, PrintEvent.PROVEN),
        (Proof.STATUS, PrintEvent.UNPROVEN),
        (Proof.NONE, PrintEvent.UNPROVEN),
    ],
)
def test_a_good_status_is_no_proof_of_paper(proof, event):
    assert settled_event(proof) is event


def test_the_waits_grow_to_thirty_seconds_and_stay_there():
    waits = [back_off_ms(attempt) for attempt in range(7)]

    assert waits == [1000, 2000, 5000, 10_000, 30_000, 30_000, 30_000]


@given(st.integers(0, 50), st.floats(-3, 3))
def test_jitter_is_a_fifth_at_most(attempt, jitter):
    assert abs(back_off_ms(attempt, jitter=jitter) / back_off_ms(attempt) - 1) <= 0.2001


def test_a_slip_may_wait_until_its_day_ends_and_a_checklist_two_minutes():
    now = datetime(2026, 11, 24, 9, 42, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))

    assert expires_at(DocumentKind.SLIP, now).isoformat() == "2026-11-25T00:00:00+07:00"
    assert expires_at(DocumentKind.CHECKLIST, now) - now == timedelta(minutes=2)


def test_the_proof_is_waited_for_at_least_fifteen_seconds():
    estimate = estimated_time_s(60_000, wire_bytes_s=100_000, paper_mm=180)

    assert estimate == pytest.approx(4.6)
    assert confirm_deadline_s(estimate) == 15
    assert confirm_deadline_s(44) == 93
