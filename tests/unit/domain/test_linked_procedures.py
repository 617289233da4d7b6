import pytest

from kiosk.domain.linked_procedures import linked_parts


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        (
            "Liên thông các thủ tục hành chính về đăng ký khai sinh, cấp Thẻ bảo hiểm y tế cho trẻ em",
            ("Đăng ký khai sinh", "Cấp Thẻ bảo hiểm y tế cho trẻ em"),
        ),
        (
            "Liên thông điện tử: Đăng ký khai tử, xóa đăng ký thường trú, giải quyết mai táng phí, tử tuất.",
            ("Đăng ký khai tử", "Xóa đăng ký thường trú", "Giải quyết mai táng phí, tử tuất"),
        ),
        (
            "Nhóm thủ tục hành chính liên thông: Đăng ký khai sinh và đăng ký thường trú",
            ("Đăng ký khai sinh", "Đăng ký thường trú"),
        ),
    ],
)
def test_the_name_of_a_linked_procedure_tells_what_one_filing_settles(name, parts):
    assert linked_parts(name) == parts


@pytest.mark.parametrize(
    "name",
    [
        "Đăng ký khai sinh",
        "Thông báo liên thông giao dịch qua Sở Giao dịch hàng hóa nước ngoài",
        "Đăng ký thuế lần đầu (trừ trường hợp theo cơ chế một cửa liên thông qua cơ quan đăng ký kinh doanh)",
        "Liên thông",
        "Liên thông thủ tục hành chính",
        "Liên thông thủ tục hành chính về đăng ký khai sinh",
        "",
    ],
)
def test_a_name_that_does_not_spell_out_several_matters_is_never_guessed_to_be_linked(name):
    assert linked_parts(name) == ()
