"""What the program hangs on: nothing of the network while it runs, and packages whose licences allow what it does."""

import json
import re
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from shutil import copytree

import pytest

from program import EXAMPLE, TOP, run

FREE = re.compile(r"MIT(-CMU)?|BSD(-[23]-Clause)?|Apache-2\.0|PSF-2\.0|ISC|OFL-1\.1")
NAMES = {
    "MIT License": "MIT",
    "BSD License": "BSD",
    "ISC License": "ISC",
    "ISC License (ISCL)": "ISC",
    "SIL OFL 1.1": "OFL-1.1",
}
"""What packages call their licences that do not say it as SPDX does."""

BLOCKED = """\
import socket, sys
if "untaken" in sys.orig_argv:
    class Blocked(socket.socket):
        def __init__(self, family=-1, *args, **kwargs):
            if family != getattr(socket, "AF_UNIX", None):
                open("network-was-asked", "a").write(repr(sys.orig_argv) + "\\n")
                raise OSError("the network is blocked")
            super().__init__(family, *args, **kwargs)
    def refused(*args, **kwargs):
        open("network-was-asked", "a").write(repr(sys.orig_argv) + "\\n")
        raise OSError("the network is blocked")
    socket.socket = Blocked
    socket.create_connection = socket.getaddrinfo = socket.gethostbyname = refused
"""
EVERY_COMMAND = (
    ["list"], ["show", "ferry"], ["walk", "ferry", "--choose", "1"], ["ties"], ["compare", "ferry"], ["sources"],
    ["stats"], ["render", "ferry", "-f", "svg,png", "-o", "out"], ["timeline", "-f", "svg", "-o", "out"],
    ["deck", "ferry", "-o", "out.pptx"], ["handout", "ferry", "-o", "out.pdf"], ["page", "ferry", "-o", "out.html"],
    ["check"], ["explain", "cycle"], ["schema", "-o", "out"], ["doctor"], ["new", "scenario", "harbour"],
    ["rename", "island-annals", "annals"], ["verify", "--texts", "."], ["class", "."],
)  # fmt: skip


@pytest.mark.slow
def test_no_command_asks_the_network_for_anything(tmp_path: Path) -> None:
    copytree(EXAMPLE, tmp_path / "scenarios")
    (tmp_path / "path").mkdir()
    (tmp_path / "path" / "sitecustomize.py").write_text(BLOCKED, encoding="utf-8")
    env = {"PYTHONPATH": str(tmp_path / "path")}
    ends = {words[0]: run(*words, cwd=tmp_path, env=env).code for words in EVERY_COMMAND}
    assert not (tmp_path / "network-was-asked").exists()
    assert {name: code for name, code in ends.items() if code} == {"verify": 2, "class": 2}
    listed = re.findall(r"(?m)^  ([a-z]+)  ", run("--help", cwd=tmp_path).out.partition("Commands:")[2])
    assert set(listed) == {*ends, "watch"}


def needed(name: str) -> Iterator[Distribution]:
    """The packages that this one needs, and those that they need, as far as this system and Python do."""
    waiting, seen = [name], {name}
    for each in waiting:
        try:
            found = distribution(each)
        except PackageNotFoundError:
            # For another system, or another Python.
            continue
        yield found
        wanted = [re.match(r"[\w.-]+", line) for line in found.requires or () if "extra ==" not in line]
        new = {match[0].lower().replace("_", "-") for match in wanted if match} - seen
        seen |= new
        waiting += sorted(new)


def licence(package: Distribution) -> str:
    """The licence of a package, as SPDX names it where it is known."""
    data = package.metadata
    classified = [each.rpartition(" :: ")[2] for each in data.get_all("Classifier") or () if "License" in each]
    named = data["License-Expression"] or data["License"] or next(iter(classified), "")
    return NAMES.get(named, named)


def test_every_package_that_the_program_needs_has_a_licence_that_lets_it_be_used_and_passed_on() -> None:
    licences = {package.metadata["Name"]: licence(package) for package in needed("untaken")}
    assert len(licences) > 20
    assert {name: found for name, found in licences.items() if not FREE.fullmatch(found)} == {}


def test_the_lock_pins_every_package_with_its_hashes_and_names_no_host() -> None:
    text = (TOP / "requirements.lock").read_text(encoding="utf-8")
    pinned = re.findall(r"(?m)^([\w.-]+)==\S+.*\\\n(?:    --hash=sha256:[0-9a-f]{64}.*\n)+", text)
    assert len(pinned) == len(re.findall(r"(?m)^[\w.-]+==", text)) > 40
    assert "://" not in text


def test_the_list_of_materials_names_every_package_that_the_program_needs_as_it_is_locked() -> None:
    text = (TOP / "sbom.cdx.json").read_text(encoding="utf-8")
    listed = {each["name"]: each["version"] for each in json.loads(text)["components"]}
    locked = dict(re.findall(r"(?m)^([\w.-]+)==(\S+)", (TOP / "requirements.lock").read_text(encoding="utf-8")))
    assert {name: locked.get(name) for name in listed} == listed
    names = {re.sub(r"[-_.]+", "-", package.metadata["Name"]).lower() for package in needed("untaken")}
    assert names - {"untaken"} <= set(listed)
    assert re.findall(r"://([\w.]+)", text) == ["cyclonedx.org"]
