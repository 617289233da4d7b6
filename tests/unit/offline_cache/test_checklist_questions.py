"""Questions and conditions of the starter catalogue: read strictly, and ours keep to what we promise."""

import itertools
import re
from pathlib import Path

import pytest

from kiosk.domain.catalogue import Answer, PaperCondition
from kiosk.domain.personal_checklist import Need, personal_checklist
from kiosk.ports.catalogue import CatalogueRejected
from offline_cache.catalogue_reader import SqliteCatalogue
from offline_cache.catalogue_version import VersionContent, build_version, joined
from offline_cache.sources.conditions import ConditionProblem, read_condition
from offline_cache.sources.starter import FOLDER, read_procedures

WORDS_MAX = 12
ICONS = Path(__file__).resolve().parents[3] / "ui" / "icons"
CODE = "1.001731"


@pytest.fixture(scope="module")
def with_questions():
    return [procedure for procedure in read_procedures() if procedure.questions]


def changed(tmp_path, old, new, *, code=CODE):
    source = (FOLDER / f"{code}.toml").read_text(encoding="utf-8")
    assert old in source
    (tmp_path / f"{code}.toml").write_text(source.replace(old, new, 1), encoding="utf-8")
    return tmp_path


def refusal(tmp_path, old, new):
    with pytest.raises(CatalogueRejected) as caught:
        read_procedures(changed(tmp_path, old, new))
    return caught.value


def test_a_condition_is_terms_joined_by_and():
    assert read_condition("married = no and abroad = yes", field="needed_when") == (
        PaperCondition(question_id="married", answer=Answer.NO),
        PaperCondition(question_id="abroad", answer=Answer.YES),
    )
    assert read_condition("", field="needed_when") == ()


@pytest.mark.parametrize(
    "text",
    [
        "married",
        "married = unsure",
        "married=yes",
        "married == yes",
        "married = yes or abroad = yes",
        "married = yes and",
        "Married = yes",
        "married = yes\n",
        " married = yes",
        "married = yes and married = no",
    ],
)
def test_anything_else_is_refused(text):
    with pytest.raises(ConditionProblem):
        read_condition(text, field="needed_when")


def test_a_condition_on_a_question_nobody_asks_is_refused_with_its_place(tmp_path):
    error = refusal(tmp_path, "aged80 = yes and", "aged90 = yes and")

    assert (error.file, error.field) == (f"{CODE}.toml", "papers[2].needed_when")
    assert "aged90 = yes" in error.value
    assert error.line > 0


def test_a_question_that_decides_nothing_is_refused(tmp_path):
    error = refusal(tmp_path, "aged80 = yes and pension = yes", "aged80 = yes")

    assert (error.field, error.value) == ("questions[1].id", "pension")


def test_a_condition_on_a_paper_everybody_needs_is_refused(tmp_path):
    error = refusal(tmp_path, "always = true", 'always = true\nneeded_when = "pension = yes"')

    assert error.field == "papers[0].needed_when"


def test_an_id_used_twice_or_malformed_is_refused(tmp_path):
    assert refusal(tmp_path, 'id = "aged80"', 'id = "pension"').reason == "is there twice"
    assert refusal(tmp_path, 'id = "aged80"', 'id = "Tuổi"').field == "questions[0].id"


def test_a_sixth_question_is_refused(tmp_path):
    one = '[[questions]]\nid = "more{}"\n[questions.vi]\ntext = "Có?"\n[questions.en]\ntext = "Is it?"\n\n'
    more = "".join(one.format(number) for number in range(4))

    assert refusal(tmp_path, '[[questions]]\nid = "aged80"', more + '[[questions]]\nid = "aged80"').value == (
        "pension"
    )


def test_a_question_without_english_is_refused(tmp_path):
    error = refusal(tmp_path, 'text = "Had the person reached the age of 80?"\n', "")

    assert "text" in error.reason


def test_questions_and_conditions_survive_the_store_and_an_import_of_facts(tmp_path, with_questions):
    build_version(tmp_path / "v.sqlite", VersionContent(starter=tuple(with_questions)))
    reader = SqliteCatalogue(tmp_path / "v.sqlite")
    ours = with_questions[0]

    kept = reader.procedure(ours.code)
    reader.close()

    assert kept is not None
    assert (kept.questions, kept.texts) == (ours.questions, ours.texts)
    assert joined(read_procedures()[0], ours).questions == ours.questions


def test_the_most_used_procedures_with_papers_for_some_cases_have_questions(with_questions):
    assert len(with_questions) >= 40


def test_our_questions_are_short_polite_and_plain(with_questions):
    wrong = []
    for procedure, question in ((p, q) for p in with_questions for q in p.questions):
        for words in (question.vi, question.en):
            for sentence in (words.question, words.help):
                ends = sentence.endswith("?") if sentence is words.question else sentence.endswith(".")
                if not ends or not sentence or len(sentence.split()) > WORDS_MAX:
                    wrong.append((procedure.code, sentence))
        said = f"{question.vi.question} {question.vi.help}".lower()
        if re.search(r"\b(quận|huyện|bạn|hộ khẩu|lỗi|hợp lệ|tthc)\b", said):
            wrong.append((procedure.code, said))
        if bool(question.vi.yes) != bool(question.en.yes) or bool(question.vi.no) != bool(question.en.no):
            wrong.append((procedure.code, question.question_id))
        if not (ICONS / f"{question.icon}.svg").is_file():
            wrong.append((procedure.code, question.icon))

    assert wrong == []


def test_every_condition_can_be_met_and_can_fail(with_questions):
    wrong = []
    for procedure in with_questions:
        text = procedure.text("vi")
        ids = [question.question_id for question in procedure.questions]
        lists = [
            {own.number: own.need for own in personal_checklist(text, dict(zip(ids, said, strict=True)))}
            for said in itertools.product((Answer.YES, Answer.NO), repeat=len(ids))
        ]
        for number, paper in enumerate(text.papers):
            met = any(own.get(number) is Need.NEEDED for own in lists)
            left_out = any(number not in own for own in lists)
            if paper.needed_when and not (met and left_out):
                wrong.append((procedure.code, paper.name))

    assert wrong == []


def test_nobody_is_asked_about_health_or_police_on_an_open_screen(with_questions):
    asked = " ".join(question.vi.question for p in with_questions for question in p.questions)

    assert not re.search(r"HIV|giám sát|tội|án tích", asked)
