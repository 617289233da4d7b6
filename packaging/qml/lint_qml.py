"""Check every QML file of the kiosk against the Python types it uses. Development only.

Usage: python packaging/qml/lint_qml.py [--format-check] [--keep FOLDER]

Chain of stock Qt tools: pyside6-metaobjectdump reads the Python modules, qmltyperegistrar makes one qmltypes
file for each QML module, qmllint reads the QML with no warning allowed. Exits 1 when a tool finds fault, with
the tool's own words. With --format-check, a QML file that pyside6-qmlformat would change is a fault too.
"""

import argparse
import ast
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from graphlib import TopologicalSorter
from pathlib import Path

import PySide6

REPOSITORY = Path(__file__).resolve().parents[2]
TOOLS = Path(sys.executable).parent
METATYPES = Path(PySide6.__path__[0]) / "Qt" / "metatypes"
FOREIGN = ("qt6core", "qt6gui", "qt6qml", "qt6quick", "qt6qmlmodels")
IMPORT_NAME = re.compile(r'^QML_IMPORT_NAME = "([\w.]+)"', re.MULTILINE)
IMPORTED = re.compile(r"^from (ui\.[\w.]+) import", re.MULTILINE)
QT_CLASS = re.compile(r"^class \w+\((QObject|ViewModel|QAbstract\w+|QQuick\w+)\)", re.MULTILINE)
DEADLINE_S = 120


class ToolFailed(Exception):  # noqa: N818  (it is a finding, not a fault of ours)
    """A Qt tool refused; the message is its output."""


def modules_by_import(sources: Mapping[Path, str]) -> dict[str, list[Path]]:
    """Group Python files by the QML module they offer; base classes without one go with every module."""
    named: dict[str, list[Path]] = {}
    bases = []
    for path, text in sources.items():
        found = IMPORT_NAME.search(text)
        if found and "@QmlElement" in text:
            named.setdefault(found[1], []).append(path)
        elif QT_CLASS.search(text):
            bases.append(path)
    return {name: bases_first([*bases, *paths], sources) for name, paths in named.items()}


def bases_first(paths: Sequence[Path], sources: Mapping[Path, str]) -> list[Path]:
    """Return the files so that each stands behind those it imports.

    WORKAROUND: pyside6-metaobjectdump 6.11 leaves out, without a word, a class whose base it has not read.
    """
    by_module = {f"{path.parent.name}.{path.stem}": path for path in paths}
    order: TopologicalSorter[Path] = TopologicalSorter()
    for path in paths:
        imported = (".".join(name.split(".")[-2:]) for name in IMPORTED.findall(sources[path]))
        order.add(path, *(by_module[name] for name in imported if by_module.get(name, path) != path))
    return list(order.static_order())


def tool(name: str, *arguments: str | Path) -> str:
    """Run a Qt tool of this environment and return what it printed. Raises ToolFailed."""
    result = subprocess.run(
        [TOOLS / name, *arguments], capture_output=True, text=True, check=False, timeout=DEADLINE_S
    )
    if result.returncode != 0:
        raise ToolFailed(f"{name}:\n{result.stdout}{result.stderr}".strip())
    return result.stdout


def constant_properties(source: str) -> set[tuple[str, str]]:
    """Return (class, property) for every Property(…, constant=True) in `source`, decorator or assignment."""
    found = set()
    for owner in (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ClassDef)):
        for node in owner.body:
            if isinstance(node, ast.FunctionDef) and any(_is_constant(call) for call in node.decorator_list):
                found.add((owner.name, node.name))
            if isinstance(node, ast.Assign) and _is_constant(node.value):
                found.update((owner.name, name.id) for name in node.targets if isinstance(name, ast.Name))
    return found


def _is_constant(node: ast.expr) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Property"
        and any(word.arg == "constant" and ast.unparse(word.value) == "True" for word in node.keywords)
    )


def mark_constants(dump: Path, paths: Iterable[Path]) -> None:
    """Add the `constant` of properties to the dump.

    WORKAROUND: pyside6-metaobjectdump 6.11 writes `notify` but not `constant`, and qmllint then calls every
    constant property stale. Source: PySide6/scripts/metaobjectdump.py, _parse_property_kwargs.
    """
    constants = set().union(*(constant_properties(path.read_text(encoding="utf-8")) for path in paths))
    documents = json.loads(dump.read_text(encoding="utf-8"))
    for described in (described for document in documents for described in document["classes"]):
        for offered in described.get("properties", []):
            if (described["className"], offered["name"]) in constants:
                offered["constant"] = True
    dump.write_text(json.dumps(documents), encoding="utf-8")


def write_types(name: str, paths: Sequence[Path], folder: Path) -> None:
    """Write qmldir and qmltypes of the QML module `name` below `folder`. Raises ToolFailed."""
    target = folder.joinpath(*name.split("."))
    target.mkdir(parents=True)
    dump = target / "metatypes.json"
    tool("pyside6-metaobjectdump", "--quiet", "--out-file", dump, *paths)
    mark_constants(dump, paths)
    foreign = [METATYPES / f"{module}_metatypes.json" for module in FOREIGN]
    tool(
        "pyside6-qmltyperegistrar",
        "--generate-qmltypes",
        target / "types.qmltypes",
        "--import-name",
        name,
        "--major-version",
        "1",
        "--minor-version",
        "0",
        "--foreign-types",
        ",".join(str(path) for path in foreign if path.is_file()),
        "-o",
        target / "unused.cpp",
        dump,
    )
    qmldir = f"module {name}\ntypeinfo types.qmltypes\ndepends QtQuick\n"
    (target / "qmldir").write_text(qmldir, encoding="utf-8")


def format_faults(files: Iterable[Path]) -> list[str]:
    """Return a line for each QML file that pyside6-qmlformat would write otherwise."""
    return [
        f"{path.relative_to(REPOSITORY)}: run pyside6-qmlformat -i"
        for path in files
        if tool("pyside6-qmlformat", path) != path.read_text(encoding="utf-8")
    ]


def main() -> int:
    """Run the chain over ui/. Returns 0 when nothing was found."""
    parser = argparse.ArgumentParser(description="Check QML files against the Python types they use.")
    parser.add_argument("--format-check", action="store_true", help="also compare with pyside6-qmlformat")
    parser.add_argument("--keep", type=Path, help="write the generated types here")
    options = parser.parse_args()
    ui = REPOSITORY / "ui"
    files = sorted(ui.rglob("*.qml"))
    sources = {path: path.read_text(encoding="utf-8") for path in sorted(ui.rglob("*.py"))}
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        try:
            for name, paths in modules_by_import(sources).items():
                write_types(name, paths, folder)
            tool("pyside6-qmllint", "-W", "0", "-I", folder, "-I", ui, *files)
            faults = format_faults(files) if options.format_check else []
        except ToolFailed as failure:
            faults = [str(failure)]
    sys.stdout.writelines(f"{fault}\n" for fault in faults)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
