"""docs/commands.md tells the whole command line and nothing that is not there."""

import importlib
import re

import click
import pytest
import typer

from kiosk.cli import COMMANDS, app
from tests.conftest import REPOSITORY

PAGE = (REPOSITORY / "docs" / "commands.md").read_text("utf-8")
ROW = re.compile(r"^\| `kiosk ([a-z -]+?)((?: \[?[A-Z_0-9]+\]?)*)` \| (.+?) \| (.*) \|$", re.MULTILINE)
# They show screens or write a page: nothing for a program to read.
WITHOUT_JSON = {"run", "tour", "config reference"}


def offered() -> dict[str, click.Command]:
    """Every command that does something, by its words after `kiosk`."""
    found: dict[str, click.Command] = {}

    def walk(command: click.Command, words: list[str]) -> None:
        if hasattr(command, "list_commands"):
            context = click.Context(command)
            for name in command.list_commands(context):
                inner = command.get_command(context, name)
                assert inner is not None
                walk(inner, [*words, name])
        else:
            found[" ".join(words)] = command

    walk(typer.main.get_command(app), [])
    return found


def told() -> dict[str, tuple[str, str, set[str]]]:
    """By command: its arguments, what it does, its options."""
    return {
        words: (arguments.strip(), meaning, set(re.findall(r"`(--[a-z-]+)`", options)))
        for words, arguments, meaning, options in ROW.findall(PAGE)
    }


def parameters(command: click.Command, kind: str) -> list[click.Parameter]:
    return [one for one in command.params if one.param_type_name == kind]


def test_the_page_lists_every_command_and_no_other():
    assert set(told()) == set(offered())


@pytest.mark.parametrize("words", sorted(offered()))
def test_arguments_options_and_words_are_those_of_the_program(words):
    command = offered()[words]
    arguments, meaning, options = told()[words]

    assert options == {one.opts[0] for one in parameters(command, "option")}
    assert arguments.split() == [
        name.upper() if one.required else f"[{name.upper()}]"
        for one in parameters(command, "argument")
        if (name := one.name)
    ]
    assert meaning == (command.help or "").splitlines()[0]


@pytest.mark.parametrize("words", sorted(offered()))
def test_programs_can_read_every_answer(words):
    has_json = "--json" in {one.opts[0] for one in parameters(offered()[words], "option")}

    assert has_json == (words not in WITHOUT_JSON)


@pytest.mark.parametrize("group", COMMANDS)
def test_exit_codes_are_told_as_the_module_itself_tells_them(group):
    said = re.search(
        r"Exit codes: (.*?)(?:\n\s*\n|\Z)",
        importlib.import_module(COMMANDS[group][0]).__doc__ or "",
        re.DOTALL,
    )
    section = PAGE.split(f"## kiosk {group}\n")[1].split("\n## ")[0]
    line = next(line for line in section.splitlines() if line.startswith("Exit codes: "))

    if said is not None:
        assert line == "Exit codes: " + " ".join(said[1].split())
