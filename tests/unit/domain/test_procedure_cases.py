import gzip
import json

from kiosk.domain.catalogue import Duration, DurationUnit, OfficialPaper, ProcedureCase
from kiosk.domain.procedure_cases import case_choices, papers_of_every_case
from tests.fakes.catalogue import a_procedure

FIVE_DAYS = Duration(value=5, unit=DurationUnit.WORKING_DAY)


def paper(name, case=None):
    return OfficialPaper(name=name, originals=1, case=case)


def names(procedure):
    return [choice.name for choice in case_choices(procedure)]


def test_headings_that_speak_of_a_case_are_choices_without_their_numbering():
    procedure = a_procedure(
        papers=(
            paper("A", "(1.1) Đối với công trình không theo tuyến:"),
            paper("B", "(1.1) Đối với công trình không theo tuyến:"),
            paper("C", "b) Trường hợp ủy quyền:"),
        )
    )

    choices = case_choices(procedure)

    assert names(procedure) == ["Đối với công trình không theo tuyến", "Trường hợp ủy quyền"]
    assert [[one.name for one in choice.papers] for choice in choices] == [["A", "B"], ["C"]]


def test_headings_of_kinds_of_paper_are_no_cases_and_go_with_every_one():
    procedure = a_procedure(
        papers=(
            paper("A", "* Giấy tờ phải nộp:"),
            paper("B", "Trường hợp một"),
            paper("C", "Trường hợp hai"),
            paper("D"),
            paper("E", "* Lưu ý:"),
        )
    )

    assert names(procedure) == ["Trường hợp một", "Trường hợp hai"]
    assert [one.name for one in papers_of_every_case(procedure)] == ["A", "D", "E"]


def test_a_single_case_leaves_nothing_to_choose():
    assert case_choices(a_procedure(papers=(paper("A"), paper("B", "Trường hợp ủy quyền")))) == ()
    assert case_choices(a_procedure(cases=(ProcedureCase(name="Trường hợp chung"),))) == ()


def test_a_case_named_in_both_places_has_its_papers_and_its_own_time():
    procedure = a_procedure(
        papers=(paper("A", "1. Trường hợp thông thường:"), paper("B", "2. Trường hợp phải xác minh:")),
        cases=(ProcedureCase(name="Trường hợp phải xác minh", duration=FIVE_DAYS),),
    )

    assert [choice.duration for choice in case_choices(procedure)] == [None, FIVE_DAYS]


def test_cases_that_only_have_times_are_choices_too():
    procedure = a_procedure(
        papers=(paper("A"),),
        cases=(ProcedureCase(name="Không xác minh"), ProcedureCase(name="Có xác minh", duration=FIVE_DAYS)),
    )

    assert names(procedure) == ["Không xác minh", "Có xác minh"]
    assert [one.name for one in papers_of_every_case(procedure)] == ["A"]


def test_a_number_that_belongs_to_the_words_of_a_heading_stays():
    procedure = a_procedure(
        cases=(ProcedureCase(name="12 tháng trở lên"), ProcedureCase(name="Dưới 12 tháng"))
    )

    assert names(procedure) == ["12 tháng trở lên", "Dưới 12 tháng"]


def test_no_paper_of_a_real_record_is_lost_between_cases(shared_data):
    with gzip.open(shared_data / "procedures.jsonl.gz", "rt", encoding="utf-8") as file:
        records = [json.loads(line) for line in file]
    lost = []
    for record in records:
        papers = tuple(
            OfficialPaper(name=one["name"], originals=one["originals"], case=one.get("case"))
            for one in record["documents"]
        )
        procedure = a_procedure(code=record["code"], papers=papers)
        if choices := case_choices(procedure):
            own = [one for choice in choices for one in choice.papers]
            if len(own) + len(papers_of_every_case(procedure)) != len(papers):
                lost.append(record["code"])

    assert lost == []
