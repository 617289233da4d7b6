from dataclasses import fields
from datetime import date

import pytest

from kiosk.domain.catalogue import Channel, Duration, Fee, FeeKind, FilingMethod, PlainText, Procedure
from kiosk.domain.catalogue_labels import LABELS, field_label
from kiosk.domain.freshness import freshness_of, withdrawal_notice
from kiosk.domain.local_facts import LocalFacts
from kiosk.domain.overlays import (
    OverlayKey,
    in_force,
    local_fee,
    orphans,
    overlay_contradictions,
    with_overlays,
)
from tests.fakes.catalogue import a_procedure, plain_text
from tests.fakes.small_catalogues import overlay

TODAY = date(2026, 11, 24)


def filed(kind, amount=None):
    return FilingMethod(channel=Channel.DIRECT, duration=Duration(), fee=Fee(kind=kind, amount_vnd=amount))


def test_an_overlay_holds_on_its_first_and_its_last_day():
    dated = overlay(valid_from=date(2026, 11, 24), valid_to=date(2026, 11, 30))

    held = [day for day in (23, 24, 30) if dated.in_force(date(2026, 11, day))]

    assert held == [24, 30]
    assert not dated.in_force(date(2026, 12, 1))


def test_without_a_known_day_only_overlays_without_dates_hold():
    assert in_force((overlay(1), overlay(2, OverlayKey.NOTE, "x", valid_to=TODAY)), None) == (overlay(1),)


def test_of_several_for_one_thing_the_newest_in_force_counts():
    old, new = overlay(1, value="8000"), overlay(2, value="9000", valid_from=date(2027, 1, 1))

    assert in_force((new, old), TODAY) == (old,)
    assert in_force((new, old), date(2027, 1, 1)) == (new,)


def test_everyday_names_stand_beside_each_other_and_each_counts_once():
    names = (
        overlay(1, OverlayKey.EVERYDAY_NAME, "giấy khai sanh"),
        overlay(2, OverlayKey.EVERYDAY_NAME, "khai sinh cho con"),
        overlay(3, OverlayKey.EVERYDAY_NAME, "Giấy khai sanh"),
    )

    assert [kept.overlay_id for kept in in_force(names, TODAY)] == [2, 3]


def test_the_hall_adds_and_the_official_facts_stay():
    text = plain_text(
        fee="Theo quy định của Hà Nội", fee_note="Mức do Hội đồng nhân dân thành phố quyết định."
    )
    official = a_procedure(texts=(text,), methods=(filed(FeeKind.FREE_WITH_NOTE),))

    shown = with_overlays(
        official,
        (
            overlay(1),
            overlay(2, OverlayKey.COUNTER, "Quầy 3"),
            overlay(3, OverlayKey.OPENING_NOTE, "Sáng thứ Bảy có làm việc."),
            overlay(4, OverlayKey.NOTE, "Mang theo bút."),
            overlay(5, OverlayKey.EVERYDAY_NAME, "làm giấy khai sanh"),
            overlay(6, OverlayKey.POPULARITY, "77"),
        ),
    )

    vi = shown.text("vi")
    assert (vi.fee, vi.fee_note) == ("8.000 đồng", "Mức thu tại Hà Nội.")
    assert (vi.where, vi.where_note) == ("Quầy 3", "Sáng thứ Bảy có làm việc.")
    assert shown.local == LocalFacts(
        fee_vnd=8000, counter="Quầy 3", opening_note="Sáng thứ Bảy có làm việc.", note="Mang theo bút."
    )
    assert shown.aliases == ("làm giấy khai sanh",)
    assert shown.popularity == 77
    assert shown.methods == official.methods


def test_who_pays_nothing_stays_said_beside_a_fee_of_the_hall():
    text = plain_text(fee_note="Miễn cho người có công, hộ nghèo, người khuyết tật.")

    shown = with_overlays(a_procedure(texts=(text,)), (overlay(),)).text("vi")

    assert shown.fee_note.endswith("Miễn cho người có công, hộ nghèo, người khuyết tật.")


@pytest.mark.parametrize(
    ("local", "vi", "en"),
    [
        (LocalFacts(fee_vnd=1500000), "1.500.000 đồng", "1,500,000 VND"),
        (LocalFacts(fee_vnd=0), "Miễn phí", "Free"),
        (LocalFacts(fee_text="2.000 đồng mỗi trang"), "2.000 đồng mỗi trang", "2.000 đồng mỗi trang"),
        (LocalFacts(counter="Quầy 1"), "", ""),
    ],
)
def test_a_fee_of_the_hall_is_said_in_both_languages(local, vi, en):
    assert (local_fee(local, "vi"), local_fee(local, "en")) == (vi, en)


def test_overlays_without_a_procedure_are_named_not_dropped():
    lonely = overlay(2, code="9.000001")

    assert orphans((overlay(), lonely), ["1.001193"]) == (lonely,)


@pytest.mark.parametrize(
    ("methods", "flagged"),
    [
        ((filed(FeeKind.AMOUNT, 10000),), True),
        ((filed(FeeKind.FREE),), True),
        ((filed(FeeKind.AMOUNT, 8000), filed(FeeKind.AMOUNT, 4000)), False),
        ((filed(FeeKind.FREE_WITH_NOTE),), False),
        ((filed(FeeKind.UNKNOWN),), False),
        ((), False),
    ],
)
def test_only_a_definite_official_fee_contradicts_the_hall(methods, flagged):
    found = overlay_contradictions([a_procedure(methods=methods)], [overlay()])

    assert bool(found) is flagged


def test_a_new_decision_calls_for_a_look_at_the_overlay():
    official = a_procedure(decision_no="Quyết định 2000/QĐ-BTP")

    (found,) = overlay_contradictions([official], [overlay(basis="Quyết định 1872/QĐ-BTP")])

    assert [change.field for change in found.changes] == ["local.fee"]
    assert overlay_contradictions([official], [overlay(basis="quyết định 2000/QĐ-BTP")]) == ()


def test_every_field_of_a_procedure_and_of_what_staff_add_has_a_name_in_both_languages():
    named = {field.name for kind in (Procedure, LocalFacts, PlainText) for field in fields(kind)}

    assert named <= LABELS.keys()
    assert {key.value for key in OverlayKey} <= LABELS.keys()
    assert field_label("texts.vi.fee", "vi") == "Lời của máy: Lệ phí"
    assert field_label("local.counter", "en") == "Added by staff: Counter"
    assert field_label("no.such", "vi") == "no.such"


def test_freshness_tells_age_decision_and_withdrawal():
    gone = a_procedure(
        taken_at=date(2026, 4, 1),
        decision_no="1872/QĐ-BTP",
        decision_date=date(2025, 6, 30),
        withdrawn_at=date(2026, 7, 1),
        replaced_by="1.001194",
    )

    found = freshness_of(gone, today=TODAY)

    assert (found.age_days, found.is_old) == (237, True)
    assert (found.decision_no, found.decision_date) == ("1872/QĐ-BTP", date(2025, 6, 30))
    assert (found.withdrawn_at, found.replaced_by) == (date(2026, 7, 1), "1.001194")
    assert withdrawal_notice(gone, "vi") == "Bãi bỏ từ ngày 01/07/2026"


def test_the_catalogues_day_stands_in_and_a_clock_set_back_makes_nothing_negative():
    undated = a_procedure(taken_at=None, expires_on=date(2027, 1, 1))

    found = freshness_of(undated, today=TODAY, catalogue_taken_at=date(2026, 12, 1))

    assert (found.taken_at, found.age_days, found.is_old) == (date(2026, 12, 1), 0, False)
    assert found.withdrawn_at is None
