"""Make and sign a repository of updates: `python -m tests.trust new REPOSITORY --keys FOLDER`, then publish.

Keys that are not in --keys are on another medium: `stamp` needs only the snapshot and timestamp keys.
"""

import argparse
from pathlib import Path

from tests.trust.city_repository import KEY_COUNTS, ROLES, CityRepository, new_keys, read_keys, write_keys
from tests.trust.demo import demo_repository


def main(arguments: list[str] | None = None) -> None:
    options = _parser().parse_args(arguments)
    if options.action == "demo":
        demo_repository(options.repository)
        print(f"Kho bản thử: {options.repository}")
        return
    if options.action == "new":
        write_keys(new_keys(), options.keys)
    city = CityRepository(options.repository, read_keys(options.keys))
    if options.action == "new":
        city.create()
    elif options.action == "publish":
        _publish(city, options.files)
    elif options.action == "withdraw":
        city.withdraw(options.name)
    elif options.action == "stamp":
        city.stamp()
    elif options.action == "rotate":
        _rotate(city, options.role, options.keys)
    print(f"SHA-256 của khóa gốc (root.json): {city.root_sha256()}")


def _publish(city: CityRepository, files: list[str]) -> None:
    """Publish `NAME=FILE` or `NAME=FILE@VERSION`."""
    contents, versions = {}, {}
    for file in files:
        name, _, rest = file.partition("=")
        path, _, version = rest.partition("@")
        contents[name] = Path(path).read_bytes()
        if version:
            versions[name] = version
    city.publish(contents, versions)


def _rotate(city: CityRepository, role: str, folder: Path) -> None:
    fresh = new_keys({role: KEY_COUNTS[role]})
    city.rotate(role, fresh[role])
    for path in sorted(folder.glob(f"{role}-*.pem")):
        path.rename(path.with_suffix(".pem.old"))
    write_keys(fresh, folder)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.trust", description=__doc__)
    actions = parser.add_subparsers(dest="action", required=True)
    for name, words in (
        ("new", "make keys and an empty repository"),
        ("publish", "add or replace files, NAME=FILE[@VERSION]"),
        ("withdraw", "take a file back"),
        ("stamp", "sign snapshot and timestamp anew, within 90 days"),
        ("rotate", "replace the keys of a role"),
        ("root-sha256", "the hash for enrolment"),
        ("demo", "a repository signed with the public trial keys"),
    ):
        action = actions.add_parser(name, help=words)
        action.add_argument("repository", type=Path)
        if name != "demo":
            action.add_argument("--keys", type=Path, required=True)
        if name == "publish":
            action.add_argument("files", nargs="+")
        elif name == "withdraw":
            action.add_argument("name")
        elif name == "rotate":
            action.add_argument("--role", choices=ROLES, required=True)
    return parser


if __name__ == "__main__":
    main()
