from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.catalogue import (
    Answer,
    ChecklistQuestion,
    PaperCondition,
    PlainPaper,
    PlainText,
    QuestionText,
)
from kiosk.domain.personal_checklist import Need, personal_checklist, questions_to_ask

IDS = ("married", "abroad", "behalf")
YES, NO, UNSURE = Answer.YES, Answer.NO, Answer.UNSURE

conditions = st.lists(
    st.builds(PaperCondition, question_id=st.sampled_from(IDS), answer=st.sampled_from((YES, NO))),
    max_size=3,
    unique_by=lambda condition: condition.question_id,
).map(tuple)
papers = st.one_of(
    st.just(PlainPaper(name="Luôn cần")),
    st.builds(lambda needed: PlainPaper(name="Có khi cần", always=False, needed_when=needed), conditions),
)
texts = st.lists(papers, max_size=8).map(
    lambda some: PlainText(language="vi", name="Việc", summary="", papers=tuple(some))
)
answers = st.dictionaries(st.sampled_from(IDS), st.sampled_from(list(Answer)))


def text_with(*some):
    return PlainText(language="vi", name="Việc", summary="", papers=some)


def needed(name="Giấy uỷ quyền", **wanted):
    terms = tuple(PaperCondition(question_id=key, answer=value) for key, value in wanted.items())
    return PlainPaper(name=name, always=False, needed_when=terms)


def question(question_id):
    words = QuestionText(question="Có phải không?")
    return ChecklistQuestion(question_id=question_id, vi=words, en=words)


@given(texts, answers)
def test_no_answer_takes_away_a_paper_everybody_needs(text, said):
    kept = {own.number for own in personal_checklist(text, said)}

    assert kept >= {number for number, paper in enumerate(text.papers) if paper.always}


@given(texts)
def test_unsure_everywhere_is_the_whole_list(text):
    assert [own.paper for own in personal_checklist(text, dict.fromkeys(IDS, UNSURE))] == list(text.papers)


@given(texts, answers)
def test_papers_keep_their_order(text, said):
    numbers = [own.number for own in personal_checklist(text, said)]

    assert numbers == sorted(set(numbers))


@given(texts, answers, st.sampled_from(IDS))
def test_one_more_answer_never_adds_a_paper(text, said, question_id):
    unsure = {own.number for own in personal_checklist(text, {**said, question_id: UNSURE})}

    for answer in (YES, NO):
        assert {own.number for own in personal_checklist(text, {**said, question_id: answer})} <= unsure


@given(texts, answers)
def test_a_question_not_asked_changes_nothing(text, said):
    asked = {q.question_id for q in questions_to_ask([question(i) for i in IDS], text, said)}
    before = {own.number for own in personal_checklist(text, said)}
    for silent in set(IDS) - asked:
        for answer in Answer:
            after = {own.number for own in personal_checklist(text, {**said, silent: answer})}
            assert after == before


def test_all_of_a_condition_must_hold():
    text = text_with(needed(married=YES, abroad=NO))

    assert personal_checklist(text, {"married": YES, "abroad": NO})[0].need is Need.NEEDED
    assert personal_checklist(text, {"married": YES, "abroad": YES}) == ()


def test_a_paper_whose_answer_is_not_known_is_kept_to_be_asked_about():
    (own,) = personal_checklist(text_with(needed(married=YES)), {"married": UNSURE})

    assert own.need is Need.ASK


def test_a_paper_no_question_decides_is_kept_with_its_note():
    (own,) = personal_checklist(text_with(PlainPaper(name="Giấy cư trú", always=False)), {})

    assert own.need is Need.SEE_NOTE


def test_a_question_ruled_out_by_an_answer_is_not_asked():
    text = text_with(needed(married=YES), needed(married=NO, abroad=YES))
    both = [question("married"), question("abroad")]

    assert questions_to_ask(both, text, {"married": YES}) == (both[0],)
    assert questions_to_ask(both, text, {"married": NO}) == tuple(both)
    assert questions_to_ask(both, text, {"married": UNSURE}) == tuple(both)
