from kiosk.domain.catalogue import SearchAnswer


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
