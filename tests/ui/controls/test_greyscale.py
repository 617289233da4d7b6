"""Who sees no hues sees every state: without its colours each state of a control still looks different."""

import itertools

import pytest

from tests.ui.controls.stage import UI_FOLDER
from tests.ui.screens.signs import grey_difference_mm2, motion_in

CONTRASTS = ("light", "dark", "lowglare")
# About the ink of a small letter.
LEAST_MM2 = 3.5
KINDS = ("info", "success", "warning", "error", "priority")
STATES = {
    "a row to tick": [f'CheckRow {{ title: "Tờ khai"; checked: {on} }}' for on in ("true", "false")],
    "a cell of the bar": [f'BarCell {{ text: "Chữ to"; active: {on} }}' for on in ("true", "false")],
    "a box that is wrong": [f'InputBox {{ text: "An"; faulty: {on} }}' for on in ("true", "false")],
    "a button that is off": [f'KButton {{ text: "In"; enabled: {on} }}' for on in ("true", "false")],
    "a filled button": [f'KButton {{ text: "In"; variant: "{one}" }}' for one in ("primary", "secondary")],
    "a pill": [f'StatusPill {{ text: "Máy in"; kind: "{kind}" }}' for kind in KINDS],
    "a banner": [f'Banner {{ title: "Máy in"; kind: "{kind}" }}' for kind in KINDS],
    "a step of a dossier": [
        f'TimelineStep {{ title: "Nhận"; progress: "{one}" }}' for one in ("done", "now", "later")
    ],
    "a row of answers": [f'AnswerRow {{ label: "Tên"; fault: "{words}" }}' for words in ("", "Còn thiếu")],
    "the steps": [f'Stepper {{ current: {one}; total: 4; words: "Câu" }}' for one in (1, 2)],
    "where the keys are": [f'KButton {{ text: "In"; focus: {on} }}' for on in ("true", "false")],
}


def look(stage, bodies):
    """Show the states one under another; return a picture of each."""
    rows = []
    for index, body in enumerate(bodies):
        head, _, rest = body.partition("{")
        rows.append(f"{head} {{ x: 60; y: {60 + 300 * index}; width: 700; height: 180; {rest}")
    stage.show(
        "Rectangle { anchors.fill: parent; color: Theme.page }\nFocusScope { focus: true; "
        + " ".join(rows)
        + " }"
    )
    picture = stage.picture()
    return [picture.copy(0, 300 * index, 820, 300) for index in range(len(bodies))]


@pytest.mark.parametrize("contrast", CONTRASTS)
@pytest.mark.parametrize("state", STATES)
def test_without_hues_each_state_still_looks_different(open_stage, contrast, state):
    stage = open_stage(contrast=contrast)
    pictures = look(stage, STATES[state])

    alike = [
        (one, other)
        for (one, first), (other, second) in itertools.combinations(enumerate(pictures), 2)
        if grey_difference_mm2(first, second, stage.px_per_mm) < LEAST_MM2
    ]

    assert alike == []


def test_two_states_that_differ_by_their_hue_alone_look_alike(open_stage):
    stage = open_stage()
    red, green = look(stage, [f'Rectangle {{ color: "{colour}" }}' for colour in ("#C00000", "#006E00")])

    assert grey_difference_mm2(red, green, stage.px_per_mm) == 0
    assert red != green


def test_nothing_in_the_sources_moves_longer_than_150_ms_or_again():
    found = {
        path.name: told
        for path in sorted(UI_FOLDER.rglob("*.qml"))
        if (told := list(motion_in(path.read_text(encoding="utf-8"))))
    }

    assert found == {}


@pytest.mark.parametrize(("reduced", "longest_ms"), [(False, 150), (True, 0)])
def test_a_move_takes_150_ms_and_in_reduced_motion_there_is_none(open_stage, reduced, longest_ms):
    theme = open_stage().theme
    theme.setProperty("reducedMotion", reduced)

    assert theme.property("moveMs") == longest_ms
