"""Keys of a keypad as they were learnt."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from ui.keypad_keys import USUAL, KeypadKeys


def pressed(key, *, repeats=False):
    return QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", repeats)


@pytest.mark.parametrize("what", USUAL)
def test_a_learnt_key_means_the_usual_one(what):
    keys = KeypadKeys({what: "F13"})

    assert keys.usual(pressed(Qt.Key.Key_F13)).key() == USUAL[what]
    assert keys.name_of(what) == "F13"


def test_every_other_key_stays_what_it_is():
    event = pressed(Qt.Key.Key_Return)

    assert KeypadKeys({"up": "F13", "down": ""}).usual(event) is event


def test_a_name_that_no_key_has_is_left_out():
    keys = KeypadKeys({"up": "Nonsense"})

    assert keys.name_of("up") == ""
    assert not keys.set("up", "")


def test_who_learns_keys_hears_each_name_once_and_nobody_else_hears_it():
    keys, heard = KeypadKeys({}), []
    keys.learn(heard.append)
    assert keys.heard(pressed(Qt.Key.Key_VolumeUp))
    assert keys.heard(pressed(Qt.Key.Key_VolumeUp, repeats=True))
    assert keys.heard(pressed(0x0FFFFFFF))
    keys.learn(None)

    assert not keys.heard(pressed(Qt.Key.Key_VolumeUp))
    assert heard == ["VolumeUp", ""]
