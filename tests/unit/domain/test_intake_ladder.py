"""The safe ladder: what the kiosk may do for which procedure, and what it prints again."""

from dataclasses import replace
from datetime import datetime

import msgspec
import pytest

from config.settings import IntakeSettings, settings_from
from kiosk.domain.counter_sheets import tracking_document
from kiosk.domain.hall import Hall
from kiosk.domain.intake_ladder import Ladder, Rung
from kiosk.domain.official_reprint import issued_again
from kiosk.domain.tracking import DossierStatus, Tracked, TrackingSource

NOW = datetime(2026, 11, 25, 9, 0)  # noqa: DTZ001  a day on paper
TRACKED = Tracked(
    status=DossierStatus(
        receipt_no="17012345680",
        status=2,
        changed_at=NOW,
        procedure_code="1.001193",
        dossier_code="H26.00-261125-0042",
        due=datetime(2026, 11, 27, 17, 0),  # noqa: DTZ001
        form="01",
    ),
    source=TrackingSource.PORTAL,
    as_of=NOW,
)


def test_the_usual_rung_takes_a_pre_registration_in_and_prints_nothing_again() -> None:
    rung = Ladder().rung("1.001193")

    assert (rung, rung.takes_in, rung.prints_again) == (Rung.PRE_REGISTER, True, False)


def test_the_city_sets_rungs_by_code_and_the_lower_one_wins() -> None:
    ladder = IntakeSettings(
        usual="L0", taken_in=("1.001193", "1.000894"), printed_again=("1.000656",), guided=("1.000894",)
    ).ladder()

    assert [ladder.rung(code) for code in ("1.001193", "1.000894", "1.000656", "9.999999")] == [
        Rung.PRE_REGISTER,
        Rung.GUIDE,
        Rung.REPRINT,
        Rung.GUIDE,
    ]


@pytest.mark.parametrize("rung", ["L2", "L4", ""])
def test_a_rung_this_version_does_not_have_is_refused(rung: str) -> None:
    with pytest.raises(msgspec.ValidationError, match=r"intake\.usual"):
        settings_from({"intake": {"usual": rung}})


def test_a_receipt_the_portal_issued_is_printed_again_with_its_own_words() -> None:
    issued = issued_again(TRACKED, Rung.REPRINT, "vi")
    sheet = str(
        tracking_document(
            Hall(ward="Phường Mẫu"),
            language="vi",
            receipt_no="17012345680",
            state="Đã tiếp nhận",
            next_step="",
            as_of=NOW,
            printed_at=NOW,
            document_id="tracking-1",
            issued=issued,
        )
    )

    assert "BẢN IN LẠI TỪ HỆ THỐNG" in sheet
    assert "H26.00-261125-0042" in sheet
    assert "27/11/2026, 17:00" in sheet


@pytest.mark.parametrize(
    ("tracked", "rung"),
    [
        (TRACKED, Rung.PRE_REGISTER),
        (TRACKED, Rung.GUIDE),
        (replace(TRACKED, source=TrackingSource.CACHE), Rung.REPRINT),
        (replace(TRACKED, source=TrackingSource.HERE), Rung.REPRINT),
        (replace(TRACKED, status=replace(TRACKED.status, form="")), Rung.REPRINT),
        (replace(TRACKED, status=replace(TRACKED.status, form="03")), Rung.REPRINT),
        (replace(TRACKED, status=replace(TRACKED.status, dossier_code="")), Rung.REPRINT),
    ],
)
def test_nothing_is_printed_again_that_the_portal_did_not_just_say(tracked: Tracked, rung: Rung) -> None:
    assert issued_again(tracked, rung, "vi") == ()
