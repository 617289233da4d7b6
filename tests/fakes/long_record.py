"""A record as long as the longest real ones in every field: what a page must be able to hold."""

from datetime import date

from kiosk.domain.catalogue import (
    AgencyLevel,
    Channel,
    Duration,
    DurationUnit,
    Fee,
    FeeKind,
    FeeType,
    FilingMethod,
    LegalDocument,
    OfficialFile,
    OfficialPaper,
    OnlineLevel,
    Procedure,
    ProcedureCase,
    ReturnPlace,
    ReturnWay,
)
from tests.fakes.catalogue import a_procedure

# The longest of each in the national list and its 2,852 details, counted on 18 July 2026.
LONGEST_NAME = 1192
LONGEST_PAPER = 7630
MOST_PAPERS = 94
MOST_CASES = 20
MOST_METHODS = 13
LONGEST_NOTE = 4549
LONGEST_STEPS = 22764
LONGEST_CONDITIONS = 44590
MOST_DOCUMENTS = 23
MOST_AGENCIES = 10
CODE = "1.999998"

_WORDS = (
    "Cấp giấy chứng nhận đủ điều kiện hoạt động đối với cơ sở giáo dục nghề nghiệp có vốn đầu tư nước ngoài "
    "(trừ trường hợp quy định tại khoản 2 Điều 14 Nghị định số 15/2019/NĐ-CP); "
)


def words(letters: int) -> str:
    """Return a text of exactly `letters` letters that ends with "hết"."""
    text = (_WORDS * (letters // len(_WORDS) + 1))[: letters - 4].rstrip()
    return text.ljust(letters - 4, "m") + " hết"


def long_record(**changes: object) -> Procedure:
    """Return the procedure; every list and text is at its real maximum."""
    facts: dict[str, object] = {
        "code": CODE,
        "name": words(LONGEST_NAME),
        "agencies": tuple(f"{number}. {words(120)}" for number in range(MOST_AGENCIES)),
        "deciding_agencies": ("Ủy ban nhân dân thành phố",),
        "coordinating_agencies": ("Cơ quan thuế", "Cơ quan bảo hiểm xã hội"),
        "delegated_agencies": ("Ủy ban nhân dân cấp xã",),
        "applicants": ("Công dân Việt Nam", "Tổ chức (không bao gồm doanh nghiệp, HTX)"),
        "steps": tuple(words(LONGEST_STEPS // 10) for _ in range(10)),
        "methods": _methods(),
        "papers": _papers(),
        "cases": (
            ProcedureCase(
                name="Trường hợp 1: " + words(200),
                code=f"{CODE}.01",
                duration=Duration(value=5, unit=DurationUnit.WORKING_DAY),
            ),
            ProcedureCase(
                name="Trường hợp phải xác minh", code=f"{CODE}.02", duration=Duration(text="Không quá 8 ngày")
            ),
        ),
        "conditions": words(LONGEST_CONDITIONS),
        "results": ("Giấy phép", words(300)),
        "return_ways": (
            ReturnWay(filed_online=True, places=(ReturnPlace.ONLINE, ReturnPlace.AT_HOME)),
            ReturnWay(filed_online=False, places=(ReturnPlace.AT_SUBMISSION_PLACE,)),
        ),
        "legal_basis": tuple(
            LegalDocument(code=f"{number}/2025/NĐ-CP", name=words(400)) for number in range(MOST_DOCUMENTS)
        ),
        "issuer": "Bộ Xây dựng",
        "decision_no": "1077/QĐ-BXD",
        "decision_date": date(2026, 7, 1),
        "effective_on": date(2026, 7, 1),
        "url": "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-3fe0-70ac-b9d6-5e9e20d6eef7",
        "aliases": ("xin giấy phép", "giấy phép xây nhà"),
        "keywords": ("cấp phép",),
        "levels": (AgencyLevel.WARD, AgencyLevel.PROVINCE),
        "online_level": OnlineLevel.PARTIAL,
        "non_territorial": False,
        "reception_address": words(200),
        "taken_at": date(2026, 11, 20),
    }
    return a_procedure(**(facts | changes))


def _methods() -> tuple[FilingMethod, ...]:
    kinds = (FeeKind.FREE_WITH_NOTE, FeeKind.AMOUNT, FeeKind.TEXT, FeeKind.UNKNOWN, FeeKind.FREE)
    return tuple(
        FilingMethod(
            channel=tuple(Channel)[number % 3],
            duration=Duration(value=number + 1, unit=DurationUnit.WORKING_DAY)
            if number % 4
            else Duration(text="120,000"),
            fee=Fee(
                kind=kinds[number % 5],
                amount_vnd=150_000 if number % 5 == 1 else None,
                text="Theo nghị quyết của Hội đồng nhân dân" if number % 5 != 1 else None,
                type=FeeType.LE_PHI,
            ),
            note=words(LONGEST_NOTE) if number == 0 else None,
        )
        for number in range(MOST_METHODS)
    )


def _papers() -> tuple[OfficialPaper, ...]:
    form = OfficialFile(name="Mẫu số 01. Đơn đề nghị cấp giấy phép.docx")
    papers = [
        OfficialPaper(
            name=f"- Giấy tờ số {number}: {words(180)}",
            originals=number % 3,
            copies=1,
            forms=(form,) if number % 7 == 0 else (),
            form=form.name if number % 7 == 0 else None,
            case=f"({number % MOST_CASES}) Đối với công trình loại {number % MOST_CASES}:",
        )
        for number in range(MOST_PAPERS - 2)
    ]
    papers.append(OfficialPaper(name=words(LONGEST_PAPER), originals=1, case="* Giấy tờ phải nộp:"))
    papers.append(OfficialPaper(name="Lưu ý: " + words(500), case="* Lưu ý:"))
    return tuple(papers)
