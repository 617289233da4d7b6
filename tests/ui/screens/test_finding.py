from kiosk.domain.catalogue import ProcedureRow, SearchAnswer


def test_a_touch_anywhere_wakes_the_kiosk_and_home_shows(citizen):
    assert citizen.screen_name() == "attract"

    citizen.begin()

    citizen.see("Ông/bà cần làm việc gì?")


def test_birth_registration_is_two_touches_from_home_by_tile(citizen):
    citizen.begin()

    citizen.touch("tile-sinh-con")
    citizen.touch("row-1.001193")

    citizen.see("Cần mang gì")
    assert citizen.screen_name() == "procedure"


def test_birth_registration_is_found_by_typing_without_accents(citizen):
    citizen.begin()
    citizen.touch("search")

    citizen.type("khai sinh")
    citizen.touch("row-1.001193")

    assert citizen.about() == ("procedure", (("code", "1.001193"),))


def test_where_there_may_be_more_only_the_first_are_counted(citizen):
    citizen.begin()
    citizen.touch("search")

    citizen.type("dang ky")

    citizen.see("30 việc đầu")


def test_the_first_rows_come_while_typing(citizen):
    citizen.begin()
    citizen.touch("search")

    citizen.type("khais")

    assert citizen.shows("row-1.001193")


def test_tone_keys_and_marked_letters_make_vietnamese_words(citizen):
    citizen.begin()
    citizen.touch("search")

    citizen.type("khai t<ư><hoi>")

    citizen.see("khai tử")
    assert citizen.find("row-1.000656") is not None


def test_a_wrong_tone_is_put_right_by_another_and_taken_away_by_one(citizen):
    citizen.begin()
    citizen.touch("search")

    citizen.type("ma<sac><nang>")
    mended = citizen.find("field").property("text")
    citizen.type("<none>")

    assert (mended, citizen.find("field").property("text")) == ("mạ", "ma")


def test_words_nobody_files_are_owned_up_to_and_help_is_in_reach(citizen):
    citizen.begin()
    citizen.touch("search")

    citizen.type("xyzw qqq")
    citizen.see("Chưa tìm thấy việc này")
    citizen.touch("bar-help")

    assert citizen.screen_name() == "call_help"


def test_words_the_catalogue_knows_nothing_of_lead_to_a_person(citizen, monkeypatch):
    def nothing(query, _language, done):
        done(SearchAnswer(query=query, rows=(), confident=False, total=0))

    monkeypatch.setattr(citizen.kiosk.find, "search", nothing)
    citizen.begin()
    citizen.touch("search")

    citizen.type("x")
    citizen.see("Chưa tìm thấy việc này")
    citizen.touch("callHelp")

    assert citizen.screen_name() == "call_help"


def test_the_four_cards_stand_in_their_fixed_order(open_kiosk):
    for shape in ("portrait", "landscape", "wide"):
        citizen = open_kiosk(shape=shape)
        citizen.open("procedure", code="1.001193")

        cards = [citizen.find(name) for name in ("bring", "time", "fee", "place")]
        corners = [card.mapToScene(card.boundingRect().topLeft()).toTuple() for card in cards]

        if shape == "portrait":
            assert [y for _, y in corners] == sorted(y for _, y in corners)
            assert corners[1][0] < corners[2][0]
        else:
            assert corners[0][0] < corners[1][0] < corners[2][0]
            assert corners[3][1] > corners[1][1]


BUILD = ProcedureRow(
    code="1.013225",
    title="Cấp giấy phép xây nhà",
    line="Nhà riêng lẻ",
    ward_served=True,
    official="Cấp giấy phép xây dựng mới đối với nhà ở riêng lẻ",
    twins=(ProcedureRow(code="1.009974", title="Cấp giấy phép xây nhà", line="Xây dựng"),),
)
EXTEND = ProcedureRow(code="1.013227", title="Gia hạn giấy phép", line="Sắp hết hạn", ward_served=True)


def answering(citizen, monkeypatch, **facts):
    """Let every search be answered with the same rows."""

    def search(query, _language, done):
        rows = facts.get("rows", (BUILD, EXTEND))
        rest = {"confident": True} | {name: value for name, value in facts.items() if name != "rows"}
        done(SearchAnswer(query=query, rows=rows, total=len(rows), **rest))

    monkeypatch.setattr(citizen.kiosk.find, "search", search)
    citizen.begin()
    citizen.touch("search")
    citizen.type("xay")


def test_the_official_name_stands_under_the_plain_one(citizen, monkeypatch):
    answering(citizen, monkeypatch)

    citizen.see("Cấp giấy phép xây dựng mới đối với nhà ở riêng lẻ")


def test_twins_open_below_their_card_and_close_again(citizen, monkeypatch):
    answering(citizen, monkeypatch)
    assert not citizen.shows("row-1.009974")

    citizen.touch("row-twins-1.013225")
    assert citizen.shows("row-1.009974")
    citizen.touch("row-twins-1.013225")

    assert not citizen.shows("row-1.009974")


def test_a_twin_leads_to_its_own_page(citizen, monkeypatch):
    answering(citizen, monkeypatch)

    citizen.touch("row-twins-1.013225")
    citizen.touch("row-1.009974")

    assert citizen.about() == ("procedure", (("code", "1.009974"),))


def test_equally_good_matters_are_asked_about(citizen, monkeypatch):
    answering(citizen, monkeypatch, which_one=True)

    citizen.see("Ông/bà cần việc nào?")


def test_rows_that_may_not_be_meant_are_shown_as_a_question(citizen, monkeypatch):
    answering(citizen, monkeypatch, confident=False)

    citizen.see("Có phải ông/bà tìm việc này?")


def test_a_whole_phrase_is_taken_by_one_touch(citizen, monkeypatch):
    answering(citizen, monkeypatch, completions=("xây nhà ở", "xây nhà tạm"))

    citizen.touch("complete-0")

    assert citizen.find("field").property("text") == "xây nhà ở"


def test_where_nothing_is_found_what_most_people_ask_is_one_touch_away(citizen, monkeypatch):
    answering(citizen, monkeypatch, confident=False, matched=False, rows=(EXTEND,))

    citizen.see("Nhiều người hỏi:")
    citizen.touch("row-1.013227")

    assert citizen.screen_name() == "procedure"


def test_the_list_of_fields_opens_at_its_letters_and_closes_again(citizen):
    citizen.begin()
    citizen.touch("fields")
    first = citizen.find("rows").property("count")

    last = [control.objectName() for control in citizen.controls() if "letters-" in control.objectName()][-1]
    citizen.touch(last)
    citizen.see("Tín ngưỡng, tôn giáo")
    fewer = citizen.find("rows").property("count")
    citizen.touch(last)

    assert fewer < first == citizen.find("rows").property("count")


def test_a_field_without_anything_to_do_here_leads_to_a_person(citizen):
    citizen.open("event_list", field="Việc không có")

    citizen.see("Chưa có việc nào ở mục này")
    citizen.touch("callHelp")

    assert citizen.screen_name() == "call_help"


def test_a_machine_without_a_catalogue_says_so_instead_of_showing_an_empty_list(citizen, monkeypatch):
    monkeypatch.setattr(citizen.kiosk.find, "fields", lambda done, failed=None: done(()))

    citizen.open("fields")

    citizen.see("Máy chưa có danh mục việc")
