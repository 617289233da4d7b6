from kiosk.services.find_procedure import FindProcedure
from tests.fakes.catalogue import InMemoryCatalogue, a_life_event, a_procedure
from tests.fakes.tasks import InlineRunner, StepRunner

PROCEDURES = (a_procedure(), a_procedure("1.000894", "Đăng ký kết hôn"))


def test_only_the_newest_search_is_answered():
    tasks, answers = StepRunner(), []
    find = FindProcedure(tasks, lambda: InMemoryCatalogue(PROCEDURES))

    find.search("khai", "vi", answers.append)
    find.search("kết hôn", "vi", answers.append)
    tasks.run_all()

    assert [answer.query for answer in answers] == ["kết hôn"]


def test_a_search_that_was_forgotten_is_not_answered():
    tasks, answers = StepRunner(), []
    find = FindProcedure(tasks, lambda: InMemoryCatalogue(PROCEDURES))

    find.search("khai sinh", "vi", answers.append)
    find.forget_search()
    tasks.run_all()

    assert answers == []


def test_the_catalogue_is_opened_once_and_in_its_lane():
    opened = []
    find = FindProcedure(
        InlineRunner(), lambda: opened.append(1) or InMemoryCatalogue(PROCEDURES, (a_life_event(),))
    )
    found = []

    assert opened == []
    find.procedure("1.001193", found.append)
    find.life_events(found.append)
    find.fields(found.append)
    find.info(found.append)

    assert opened == [1]
    assert found[0].code == "1.001193"


def test_replacing_closes_the_old_catalogue_and_answers_from_the_new_one():
    old, new, found = InMemoryCatalogue(), InMemoryCatalogue(PROCEDURES, version="new"), []
    find = FindProcedure(InlineRunner(), lambda: old)
    find.info(found.append)

    find.replace(lambda: new, done=found.append)

    assert old.is_closed
    assert found[-1].version == "new"


def test_a_replacement_that_cannot_be_opened_leaves_the_old_one():
    old, found, failures = InMemoryCatalogue(PROCEDURES), [], []
    find = FindProcedure(InlineRunner(), lambda: old)
    find.info(found.append)

    def broken():
        raise OSError("no such file")

    find.replace(broken, failed=failures.append)
    find.procedure("1.001193", found.append)

    assert len(failures) == 1
    assert found[-1].code == "1.001193"
    assert not old.is_closed
