import pytest

from offline_cache.catalogue_reader import SqliteCatalogue
from offline_cache.catalogue_version import VersionContent, build_version
from offline_cache.search_query import Vocabulary, make_synonyms, search_tokens, shipped_words, understand
from offline_cache.sources import starter
from tests.fakes.catalogue import a_procedure

SYNONYMS = (("độc thân", "xác nhận tình trạng hôn nhân"),)
PROCEDURES = (
    a_procedure(popularity=90),
    a_procedure("1.004884", "Thủ tục đăng ký lại khai sinh"),
    a_procedure("1.000894", "Thủ tục đăng ký kết hôn"),
    a_procedure("1.004873", "Thủ tục cấp Giấy xác nhận tình trạng hôn nhân"),
    a_procedure("1.000656", "Thủ tục đăng ký khai tử"),
    a_procedure("1.013227", "Gia hạn giấy phép xây dựng"),
    a_procedure("1.013225", "Cấp giấy phép xây dựng mới"),
    a_procedure("1.003797", "Thủ tục hỗ trợ bạn đọc", ward_served=False, core=False),
    *(
        a_procedure(f"2.{number:06d}", f"Công bố cảng thủy số {number}", ward_served=False, core=False)
        for number in range(40)
    ),
)


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory):
    path = tmp_path_factory.mktemp("search") / "version.sqlite"
    build_version(path, VersionContent(starter=PROCEDURES, synonyms=SYNONYMS))
    reader = SqliteCatalogue(path)
    yield reader
    reader.close()


@pytest.fixture(scope="module")
def vocabulary():
    names = " ".join(procedure.name for procedure in PROCEDURES)
    return Vocabulary(dict.fromkeys(search_tokens(names), 1), len(PROCEDURES))


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("khai sinh", "1.001193"),
        ("đăng kí khai sinh", "1.001193"),
        ("ddawng kys keets hoon", "1.000894"),
        ("dang ky kert hon", "1.000894"),
        ("đăng ký kêt hon", "1.000894"),
        ("giấy độc thân", "1.004873"),
        ("xin hỏi thủ tục gia hạn giấy phép xây dựng cần giấy tờ gì", "1.013227"),
        ("đăng ký lại khai sinh", "1.004884"),
        ("cho hỏi 1.000656 ạ", "1.000656"),
        ("khai t", "1.000656"),
    ],
)
def test_people_find_what_they_mean(catalogue, query, code):
    assert catalogue.search(query, language="vi").rows[0].code == code


def test_an_exact_code_is_the_only_answer(catalogue):
    answer = catalogue.search("1.001193", language="vi")

    assert [row.code for row in answer.rows] == ["1.001193"]
    assert answer.confident


def test_a_query_of_stop_words_shows_what_is_wanted_most_and_is_not_sure(catalogue):
    answer = catalogue.search("tôi muốn", language="vi")

    assert answer.rows[0].code == "1.001193"
    assert not answer.confident


def test_stop_words_are_told_apart_by_their_accents(vocabulary):
    stop = shipped_words()

    assert understand("bạn ơi", vocabulary, {}, stop=stop).order == ()
    assert "tu" in understand("khai tử", vocabulary, {}, stop=stop).order
    assert "lai" in understand("đăng ký lại", vocabulary, {}, stop=stop).order


def test_again_is_never_a_stop_word_without_accents(vocabulary):
    assert "lai" in understand("dang ky lai khai sinh", vocabulary, {}, stop=shipped_words()).order


def test_a_misspelt_word_counts_less_than_a_right_one(vocabulary):
    right = understand("hôn", vocabulary, {}, stop=shipped_words())
    wrong = understand("danng", vocabulary, {}, stop=shipped_words())

    assert wrong.weights["dang"] < right.weights["hon"]
    assert wrong.alternatives["dang"] == "danng"


def test_very_long_queries_are_cut_and_still_answered(catalogue):
    assert catalogue.search("khai sinh " * 2000, language="vi").rows[0].code == "1.001193"


def test_the_starter_catalogue_alone_finds_birth_registration_first(tmp_path):
    path = tmp_path / "starter.sqlite"
    content = VersionContent(
        starter=starter.read_procedures(),
        life_events=starter.read_life_events(),
        synonyms=starter.read_synonyms(),
    )
    build_version(path, content)
    reader = SqliteCatalogue(path)

    answer = reader.search("khai sinh", language="vi")
    reader.close()

    assert answer.rows[0].code == "1.001193"
    assert answer.confident


def test_dying_and_losing_are_told_apart_by_who_or_what_is_lost(vocabulary):
    stop = shipped_words()

    assert understand("ba tôi mới mất", vocabulary, {}, stop=stop).intents == {"died"}
    assert understand("tôi bị mất thẻ căn cước", vocabulary, {}, stop=stop).intents == {"again"}
    assert understand("mất bao lâu", vocabulary, {}, stop=stop).intents == set()


def test_what_is_said_not_to_be_wanted_counts_less(vocabulary):
    wanted = understand("kết hôn, khai sinh", vocabulary, {}, stop=shipped_words())
    denied = understand("kết hôn, không phải khai sinh", vocabulary, {}, stop=shipped_words())

    assert denied.weights["sinh"] < wanted.weights["sinh"]
    assert denied.weights["hon"] == wanted.weights["hon"]


def test_an_everyday_phrase_is_compared_with_its_accents(vocabulary):
    stop = shipped_words()
    synonyms = make_synonyms((("đẻ", "khai sinh"),), stop)

    assert "khai" in understand("vợ đẻ", vocabulary, synonyms, stop=stop).weights
    assert "khai" not in understand("làm sao để", vocabulary, synonyms, stop=stop).weights


def test_issuing_again_does_not_stand_before_issuing_where_nobody_asked_for_it(catalogue):
    codes = [row.code for row in catalogue.search("khai sinh", language="vi").rows]

    assert codes.index("1.001193") < codes.index("1.004884")


def test_twins_stand_on_one_card_with_the_halls_own_in_front(tmp_path):
    path = tmp_path / "twins.sqlite"
    twins = (
        a_procedure("1.014064", "Cấp lại thẻ căn cước (thực hiện tại cấp xã)"),
        a_procedure(
            "1.000757", "Cấp lại thẻ căn cước (thực hiện tại cấp trung ương)", ward_served=False, core=False
        ),
        a_procedure("1.014063", "Cấp đổi thẻ căn cước (thực hiện tại cấp xã)"),
    )
    build_version(path, VersionContent(starter=twins))
    reader = SqliteCatalogue(path)
    answer = reader.search("cấp lại thẻ căn cước", language="vi")
    reader.close()

    assert answer.rows[0].code == "1.014064"
    assert [twin.code for twin in answer.rows[0].twins] == ["1.000757"]
    assert "1.000757" not in [row.code for row in answer.rows]


def test_matched_words_of_a_title_are_marked_as_they_stand_in_it(catalogue):
    row = catalogue.search("giay phep xay dung gia han", language="vi").rows[0]
    marked = [row.title[start : start + length] for start, length in row.highlights]

    assert marked == ["Gia hạn giấy phép xây dựng"]


def test_everyday_names_complete_what_is_typed(tmp_path):
    path = tmp_path / "named.sqlite"
    build_version(path, VersionContent(starter=(a_procedure(aliases=("giấy khai sinh cho bé",)),)))
    reader = SqliteCatalogue(path)
    answer = reader.search("giay kh", language="vi")
    reader.close()

    assert answer.completions == ("giấy khai sinh cho bé",)


def test_the_person_must_say_which_one_where_names_fit_alike(tmp_path):
    path = tmp_path / "close.sqlite"
    schools = [
        a_procedure(f"1.00{place}001", f"Giải thể trường {kind} theo đề nghị của người thành lập")
        for place, kind in enumerate(("tiểu học tư thục", "mầm non độc lập"), start=1)
    ]
    build_version(path, VersionContent(starter=(*schools, *PROCEDURES)))
    reader = SqliteCatalogue(path)
    unclear, clear = (
        reader.search(query, language="vi")
        for query in ("giải thể trường", "giải thể trường mầm non độc lập theo đề nghị của người thành lập")
    )
    reader.close()

    assert unclear.which_one
    assert not clear.which_one


def test_what_offices_do_among_themselves_stands_behind_and_in_no_list(tmp_path):
    path = tmp_path / "version.sqlite"
    between = a_procedure("6.006575", "Công nhận đô thị loại hai", core=False)
    citizens = a_procedure("2.900001", "Công nhận đô thị loại hai mới", core=False)
    build_version(path, VersionContent(starter=(between, citizens)))
    reader = SqliteCatalogue(path)
    codes = [row.code for row in reader.search("công nhận đô thị loại hai", language="vi").rows]
    listed = [row.code for row in reader.rows_of_field(citizens.field, "vi")]
    by_code = [row.code for row in reader.search("6.006575", language="vi").rows]
    reader.close()

    assert codes == ["2.900001", "6.006575"]
    assert listed == ["2.900001"]
    assert by_code == ["6.006575"]
