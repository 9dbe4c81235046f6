import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from privileges import need_permissions, run_bound
from program import EXAMPLE, READING_SHIPPED, SHIPPED, TOP, Live, Ran, command, environment, run, run_each
from untaken.checking.loading import load
from untaken.model import TurningPoint
from untaken.model.traversal import citations
from untaken.writing.sketch import Beginning, new_scenario

GOLDEN = TOP / "tests" / "golden" / "commands"

TABLE = """\
id       date         title                    decisions  options  arguments  sources
ferry    12 Oct 1884  The ferry and the storm          1        2          4        2
inquiry  Mar 1885     The inquiry                      1        2          2        1
"""

MISTAKE = """\
scenarios/island/ferry.yaml:34:19: error[unknown-target]: option 'sail' leads to 'crosing', which is not a node
  34 |         leads-to: crosing
     |                   ^^^^^^^
  help: write 'crossing'
"""


@pytest.fixture
def island(tmp_path: Path) -> Path:
    """A folder in which `scenarios/` holds the example as the collection `island`."""
    shutil.copytree(EXAMPLE, tmp_path / "scenarios" / "island")
    return tmp_path


def misspell(folder: Path, right: str = "leads-to: crossing", wrong: str = "leads-to: crosing") -> None:
    """Put a mistake into the ferry."""
    path = folder / "scenarios" / "island" / "ferry.yaml"
    text = path.read_text(encoding="utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong), encoding="utf-8")


def files(folder: Path) -> list[str]:
    """The names of all that is in a folder."""
    return sorted(path.name for path in folder.iterdir())


# list


def test_list_shows_the_scenarios_here_in_the_order_of_time(island: Path) -> None:
    assert run("list", cwd=island) == Ran(0, TABLE, "")


def test_list_takes_a_folder_in_either_way(island: Path) -> None:
    for args in (["island"], ["--scenarios", "island"]):
        assert run("list", *args, cwd=island / "scenarios") == Ran(0, TABLE, "")


def test_list_takes_one_file(island: Path) -> None:
    ran = run("list", "scenarios/island/inquiry.yaml", cwd=island)
    assert ran == Ran(
        0,
        "id       date      title        decisions  options  arguments  sources\n"
        "inquiry  Mar 1885  The inquiry          1        2          2        1\n",
        "",
    )


def test_list_without_a_folder_shows_the_shipped_collection(tmp_path: Path) -> None:
    ran = run("list", cwd=tmp_path)
    assert (ran.code, ran.err) == (0, READING_SHIPPED)
    rows = ran.out.partition("\n\n")[0].splitlines()[1:]
    assert sorted(row.split()[0] for row in rows) == sorted(SHIPPED)
    years = [re.findall(r"\b(?:18|19)\d\d\b", row)[0] for row in rows]
    assert years == sorted(years)


def test_list_leaves_out_a_scenario_with_errors_says_why_and_exits_1(island: Path) -> None:
    misspell(island)
    table = (
        "id       date      title        decisions  options  arguments  sources\n"
        "inquiry  Mar 1885  The inquiry          1        2          2        1\n"
    )
    assert run("list", cwd=island) == Ran(1, table, MISTAKE)


def test_a_title_of_two_lines_stays_in_its_row_and_wide_letters_keep_the_columns_straight(island: Path) -> None:
    misspell(island, "title: The ferry and the storm", 'title: "渡し船\\n嵐"')
    assert run("list", cwd=island).out == (
        "id       date         title        decisions  options  arguments  sources\n"
        "ferry    12 Oct 1884  渡し船 嵐            1        2          4        2\n"
        "inquiry  Mar 1885     The inquiry          1        2          2        1\n"
    )


# show


def test_show_gives_the_whole_outline(island: Path, agrees: Callable[[str, Path], None]) -> None:
    ran = run("show", "ferry", cwd=island)
    assert (ran.code, ran.err) == (0, "")
    agrees(ran.out, GOLDEN / "show-ferry.txt")


@pytest.mark.parametrize("name", ["island/ferry", "scenarios/island/ferry.yaml"])
def test_a_scenario_may_be_named_by_collection_and_id_or_by_path(
    island: Path, name: str, agrees: Callable[[str, Path], None]
) -> None:
    ran = run("show", name, cwd=island)
    assert (ran.code, ran.err) == (0, "")
    agrees(ran.out, GOLDEN / "show-ferry.txt")


def test_an_unknown_id_exits_2_with_the_nearest_name(island: Path) -> None:
    ran = run("show", "fery", cwd=island)
    message = "error[unknown-scenario]: no scenario in scenarios is called 'fery'\n  help: write 'ferry'\n"
    assert ran == Ran(2, "", message)


@pytest.mark.parametrize(("name", "near"), [("fery", "ferry"), ("island/inquery", "island/inquiry")])
def test_check_offers_the_nearest_id_for_one_that_is_misspelt(island: Path, name: str, near: str) -> None:
    message = f"error[unknown-scenario]: no scenario in scenarios is called '{name}'\n  help: write '{near}'\n"
    assert run("check", name, cwd=island) == Ran(2, "1 scenario: 1 error, 0 warnings\n", message)


def test_a_folder_that_is_not_there_is_what_is_wrong_not_the_id(tmp_path: Path) -> None:
    ran = run("render", "ferry", "--scenarios", "nowhere", cwd=tmp_path)
    assert ran == Ran(2, "", "nowhere:1:1: error[unreadable-file]: there is no such file\n")


def test_a_folder_without_scenarios_exits_2(tmp_path: Path) -> None:
    (tmp_path / "scenarios").mkdir()
    ran = run("list", cwd=tmp_path)
    message = (
        "scenarios:1:1: error[no-scenarios]: no scenario is in this folder\n"
        "  help: name a folder with .yaml files, or begin one: untaken new scenario the-ferry\n"
    )
    assert ran == Ran(2, "", message)


def test_show_of_a_scenario_with_errors_shows_only_them_and_exits_1(island: Path) -> None:
    misspell(island)
    assert run("show", "island/ferry", cwd=island) == Ran(1, "", MISTAKE)


# check


def test_check_of_sound_scenarios_says_so(island: Path) -> None:
    assert run("check", cwd=island) == Ran(0, "2 scenarios: 0 errors, 0 warnings\n", "")


def test_check_names_every_mistake_on_stderr_and_counts_on_stdout(island: Path) -> None:
    misspell(island)
    assert run("check", "scenarios", cwd=island) == Ran(1, "2 scenarios: 1 error, 0 warnings\n", MISTAKE)


def test_warnings_alone_leave_the_exit_code_0(island: Path) -> None:
    misspell(
        island,
        "- for: The passengers had waited two days already.\n"
        '            cite: {source: island-annals, section: "1884", quote: two days on the quay}\n',
        "- for: The passengers had waited two days already.\n",
    )
    ran = run("check", cwd=island)
    assert ran == Ran(
        0,
        "2 scenarios: 0 errors, 1 warning\n",
        "scenarios/island/ferry.yaml:30:13: warning[argument-without-citation]: this argument cites no source\n"
        "  30 |           - for: The passengers had waited two days already.\n"
        "     |             ^^^\n"
        "  help: add 'cite: {source: …, section: …, quote: …}'\n",
    )


def test_check_of_what_is_not_there_exits_2_and_checks_the_rest(island: Path) -> None:
    ran = run("check", "nowhere.yaml", "scenarios/island/ferry.yaml", cwd=island)
    problem = "nowhere.yaml:1:1: error[unreadable-file]: there is no such file\n"
    assert ran == Ran(2, "2 scenarios: 1 error, 0 warnings\n", problem)


def test_check_of_the_shipped_collection(tmp_path: Path) -> None:
    ran = run("check", TOP / "scenarios", cwd=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"{len(SHIPPED)} scenarios: 0 errors, 0 warnings")


# render


def test_render_draws_all_as_svg_and_png_into_output_and_says_where(island: Path) -> None:
    ran = run("render", cwd=island)
    assert ran.code == 0
    names = ["ferry.png", "ferry.svg", "inquiry.png", "inquiry.svg"]
    assert files(island / "output") == names
    assert [line.split("  (smallest text ")[0] for line in ran.out.splitlines()] == [
        "output/ferry.svg, output/ferry.png",
        "output/inquiry.svg, output/inquiry.png",
    ]
    assert (island / "output" / "ferry.png").read_bytes().startswith(b"\x89PNG\r\n")
    ElementTree.fromstring((island / "output" / "ferry.svg").read_bytes())


@pytest.mark.parametrize(
    ("options", "names"),
    [
        (("--detail", "outline"), ["ferry-outline.dot"]),
        (("--detail", "full"), ["ferry-full.dot"]),
        (("--split",), ["ferry-page-1.dot", "ferry-page-2.dot"]),
        (("--before",), ["ferry-before.dot"]),
        (("--before", "--at", "crossing"), ["ferry-before-2.dot"]),
        (("--layout", "tree"), ["ferry-tree.dot"]),
        (("--view", "matrix", "--before"), ["ferry-matrix-before.dot"]),
        (("--frames",), [f"ferry-frame-{at}.dot" for at in range(1, 10)]),
    ],
)
def test_the_name_of_a_drawing_tells_its_detail_or_its_page(
    island: Path, options: tuple[str, ...], names: list[str]
) -> None:
    ran = run("render", "ferry", "-f", "dot", *options, cwd=island)
    assert ran.code == 0, ran.err
    assert ran.paths == [f"output/{name}" for name in names]
    assert files(island / "output") == names


def test_scenarios_of_the_same_id_do_not_overwrite_each_other_s_drawings(island: Path) -> None:
    scenarios = island / "scenarios"
    shutil.copytree(EXAMPLE, scenarios / "mainland")
    (scenarios / "mainland" / "inquiry.yaml").unlink()
    path = scenarios / "mainland" / "ferry.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("    continues: inquiry\n", ""), encoding="utf-8")
    for name in ("north", "south"):
        (scenarios / name).mkdir()
        (scenarios / name / "pier.yaml").write_text(new_scenario(Beginning("pier.yaml", "The pier")), encoding="utf-8")
    ran = run("render", "-f", "dot", cwd=island)
    assert ran.code == 0, ran.err
    drawn = ["inquiry.dot", "island-ferry.dot", "mainland-ferry.dot", "pier-2.dot", "pier.dot"]
    assert files(island / "output") == drawn
    assert run("render", "mainland/ferry", "-f", "dot", "-o", "one", cwd=island).paths == ["one/ferry.dot"]


def test_formats_are_a_list_and_the_folder_is_made(island: Path) -> None:
    ran = run("render", "inquiry", "-f", "DOT, pdf,dot,", "-o", "a new one/and another", cwd=island)
    assert ran.paths == ["a new one/and another/inquiry.dot", "a new one/and another/inquiry.pdf"]
    drawings = island / "a new one" / "and another"
    assert (drawings / "inquiry.pdf").read_bytes().startswith(b"%PDF-")
    assert (drawings / "inquiry.dot").read_text(encoding="utf-8").startswith("digraph")
    (drawings / "ordinary").touch()
    # A drawing is for whoever may read its folder.
    assert (drawings / "inquiry.dot").stat().st_mode == (drawings / "ordinary").stat().st_mode


@pytest.mark.parametrize(
    ("formats", "message"),
    [
        ("jpg", "'jpg' is no format\nhelp: write 'png'"),
        ("word", "'word' is no format\nhelp: write one of: svg, png, pdf, dot"),
    ],
)
def test_an_unknown_format_exits_2_with_a_cure_and_draws_nothing(island: Path, formats: str, message: str) -> None:
    ran = run("render", "-f", formats, cwd=island)
    assert ran == Ran(2, "", f"error: {message}\n")
    assert files(island) == ["scenarios"]


def test_without_a_page_nobody_is_warned_of_small_text(tmp_path: Path) -> None:
    ran = run("render", "martov-motion", "-f", "dot", "--fit", "none", cwd=tmp_path)
    assert (ran.code, ran.err) == (0, READING_SHIPPED)
    assert ran.paths == ["output/martov-motion.dot"]


def test_text_too_small_for_the_back_row_is_warned_of_once_with_what_to_do(tmp_path: Path) -> None:
    ran = run("render", "martov-motion", "brest-litovsk", "-f", "dot", cwd=tmp_path)
    assert ran.code == 0
    assert ran.err == READING_SHIPPED + (
        "warning: text below 12 points on martov-motion, brest-litovsk: too small for the back row\n"
        "help: --split gives a page for each decision; --detail outline leaves the arguments out\n"
    )


def test_existing_files_are_replaced_and_others_left_alone(island: Path) -> None:
    (island / "output").mkdir()
    for name in ("ferry.dot", "ferry.svg", "mine.txt"):
        (island / "output" / name).write_text("old", encoding="utf-8")
    assert run("render", "ferry", "-f", "dot", cwd=island).code == 0
    assert files(island / "output") == ["ferry.dot", "ferry.svg", "mine.txt"]
    assert (island / "output" / "ferry.dot").read_text(encoding="utf-8").startswith("digraph")
    assert (island / "output" / "ferry.svg").read_text(encoding="utf-8") == "old"


def test_a_folder_that_is_a_file_exits_2_with_a_cure(island: Path) -> None:
    (island / "output").write_text("mine", encoding="utf-8")
    ran = run("render", "ferry", "-f", "dot", cwd=island)
    assert ran == Ran(
        2, "", "error: output: file exists\nhelp: name another place: a file stands where a folder is needed\n"
    )
    assert (island / "output").read_text(encoding="utf-8") == "mine"


def test_a_folder_that_may_not_be_written_exits_2_with_a_cure(island: Path) -> None:
    (island / "output").mkdir(mode=0o500)
    need_permissions(island / "output")
    ran = run_bound("render", "ferry", "-f", "dot", cwd=island)
    assert ran == Ran(
        2, "", "error: output/ferry.dot: permission denied\nhelp: change its permissions, or name another place\n"
    )


def test_a_scenario_with_errors_is_not_drawn_the_others_are_and_it_exits_1(island: Path) -> None:
    misspell(island)
    ran = run("render", "--scenarios", "scenarios/island", "-f", "dot", cwd=island)
    assert (ran.code, ran.paths, ran.err) == (1, ["output/inquiry.dot"], MISTAKE)
    assert files(island / "output") == ["inquiry.dot"]


def test_an_unknown_id_exits_2_and_the_others_are_drawn(island: Path) -> None:
    ran = run("render", "fery", "inquiry", "-f", "dot", cwd=island)
    assert (ran.code, ran.paths) == (2, ["output/inquiry.dot"])
    assert ran.err == ("error[unknown-scenario]: no scenario in scenarios is called 'fery'\n  help: write 'ferry'\n")


def test_ids_and_paths_may_be_mixed_and_nothing_is_drawn_twice(island: Path) -> None:
    path = island / "scenarios" / "island" / "ferry.yaml"
    ran = run("render", "inquiry", path, "ferry", "scenarios/island/ferry.yaml", "-f", "dot", cwd=island)
    assert (ran.code, ran.paths) == (0, ["output/ferry.dot", "output/inquiry.dot"])


def test_files_of_python_s_names_in_the_folder_are_not_imported(island: Path) -> None:
    for name in ("json", "graphviz", "pygraphviz", "tempfile"):
        (island / f"{name}.py").write_text("raise SystemExit('imported')\n", encoding="utf-8")
    line = [sys.executable, "-P", "-m", "untaken", "render", "ferry", "-f", "dot"]
    done = subprocess.run(line, cwd=island, env=environment(), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


# doctor, --version, --help, wrong usage


def examined(text: str) -> list[str]:
    """What the doctor looked at; lines that go on, and what to do, are indented."""
    return [line.split("  ")[0] for line in text.splitlines() if not line.startswith(" ")]


def test_doctor_finds_all_that_drawing_needs(tmp_path: Path) -> None:
    ran = run("doctor", cwd=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert examined(ran.out) == [
        "Python", "typeface", "letters", "Graphviz", "scenarios", "terminal", "All is there.",
    ]  # fmt: skip


def test_doctor_says_what_is_missing_and_what_mends_it(tmp_path: Path) -> None:
    ran = run("doctor", cwd=tmp_path, env={"UNTAKEN_ENGINE": "path", "PATH": str(tmp_path)})
    assert ran.code == 2
    assert examined(ran.out) == [
        "Python", "typeface", "letters", "Graphviz", "scenarios", "terminal", "Something is missing: see 'mend' above.",
    ]  # fmt: skip
    assert re.search(r"(?m)^Graphviz    missing: path: \w.*\n  mend      \S", ran.out)


def test_a_graphviz_that_is_wished_for_and_not_known_is_named(tmp_path: Path) -> None:
    assert (
        "Graphviz    missing: UNTAKEN_ENGINE is 'pth', and may be embedded or path\n"
        "  mend      take UNTAKEN_ENGINE out of the environment\n"
    ) in run("doctor", cwd=tmp_path, env={"UNTAKEN_ENGINE": "pth"}).out


def test_without_its_typeface_render_sends_to_the_doctor_and_he_says_what_to_install(island: Path) -> None:
    (island / "path" / "font_source_sans_pro").mkdir(parents=True)
    (island / "path" / "font_source_sans_pro" / "__init__.py").touch()
    env = {"PYTHONPATH": os.pathsep.join([str(island / "path"), os.environ.get("PYTHONPATH", "")])}
    ran = run("render", cwd=island, env=env)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith(" is not there\nhelp: `untaken doctor` says what mends it\n")
    doctor = run("doctor", cwd=island, env=env)
    assert doctor.code == 2
    assert "  mend      pip install --force-reinstall font-source-sans-pro untaken\n" in doctor.out


def test_render_without_graphviz_sends_to_the_doctor(island: Path) -> None:
    ran = run("render", cwd=island, env={"UNTAKEN_ENGINE": "none"})
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith("help: `untaken doctor` says what to install\n")
    assert not (island / "output").exists()


def test_version(tmp_path: Path) -> None:
    assert run("--version", cwd=tmp_path) == Ran(0, "untaken 0.1.0\n", "")


HELP = (
    "", "list", "show", "walk", "ties", "compare", "sources", "stats", "render", "timeline",
    "deck", "handout", "page", "class", "check", "rename", "explain", "watch", "verify", "schema", "doctor", "new", "new scenario", "new collection",
)  # fmt: skip


def examples(help: str) -> list[list[str]]:
    """The arguments of every example in a help text."""
    found = []
    for line in help.splitlines():
        before, name, after = line.partition("untaken ")
        if name and before.strip() in ("", "Example:", "Begin with:"):
            found.append(shlex.split(after))
    return found


@pytest.mark.parametrize("name", HELP)
def test_the_help_of_every_command_shows_an_example(
    tmp_path: Path, name: str, agrees: Callable[[str, Path], None]
) -> None:
    ran = run(*name.split(), "--help", cwd=tmp_path, env={"COLUMNS": "80"})
    assert (ran.code, ran.err) == (0, "")
    assert examples(ran.out)
    agrees(ran.out.replace("python -m untaken", "untaken"), help_text(name))


def help_text(name: str) -> Path:
    """The golden text of a command's help, of the program's for no name."""
    return GOLDEN / f"help-{name.replace(' ', '-') or 'untaken'}.txt"


def test_the_help_of_the_program_names_every_command_in_a_whole_sentence() -> None:
    commands = help_text("").read_text(encoding="utf-8").partition("Commands:\n")[2].partition("\n\n")[0]
    assert tuple(re.findall(r"(?m)^  (\w+)", commands)) == tuple(name for name in HELP[1:] if " " not in name)
    assert all(line.endswith(".") and not line.endswith("...") for line in commands.splitlines())


def write_texts(points: Iterable[TurningPoint], folder: Path) -> None:
    """A text for each source, with the quotations of each section under its heading."""
    folder.mkdir()
    for id, source in next(iter(points)).sources.items():
        cited = [each for point in points for _, each in citations(point.scenario) if each.source == id]
        parts = [
            "\n".join([section, *(f"{each.quote}." for each in cited if each.section == section)])
            for section in source.sections
        ]
        (folder / f"{id}.txt").write_text("\n\n".join(parts), encoding="utf-8")


def test_every_example_in_the_help_texts_runs(island: Path) -> None:
    folder = island / "scenarios" / "island"
    (folder / "ferry.yaml").unlink()
    brest = (folder / "inquiry.yaml").rename(folder / "brest-litovsk.yaml")
    brest.write_text(
        brest.read_text(encoding="utf-8")
        .replace("inquiry:", "harsh-treaty:")
        .replace("start: inquiry", "start: harsh-treaty"),
        encoding="utf-8",
    )
    with (folder / "collection.yaml").open("a", encoding="utf-8") as file:
        file.write("courses: {1917-in-eight: {title: Eight, scenarios: [brest-litovsk]}}\n")
    write_texts(load([folder]).points, island / "texts")
    (island / "walks").mkdir()
    run("walk", "brest-litovsk", "--plain", "--save", "walks/one.json", cwd=island, typed="1\nq\n")
    lines = {tuple(args) for name in HELP for args in examples(help_text(name).read_text(encoding="utf-8"))}
    assert len(lines) >= len(HELP)
    watches = {args for args in lines if args[0] == "watch"}
    writes = {args for args in lines if args[0] == "rename" or "--import" in args}
    # Where `new` has made a second collection, other commands ask which is meant.
    begins = {args for args in lines if args[0] == "new"}
    styled = {args for args in lines if "--style" in args and not shutil.which("pandoc")}
    usual = lines - watches - writes - begins - styled
    assert {args: ran.err for args, ran in run_each(usual, island).items() if ran.code} == {}
    (island / "zotero.json").write_text('[{"id": "b", "type": "book", "title": "B"}]', encoding="utf-8")
    assert [ran.err for args in sorted(writes) if (ran := run(*args, cwd=island)).code] == []
    assert {args: ran.err for args, ran in run_each(begins, island).items() if ran.code} == {}
    for args in watches:
        with Live(*args, cwd=island) as live:
            live.until(lambda state: "brest-litovsk" in [each["name"] for each in state["scenarios"]])
            assert live.end().code == 0


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("rendr",), "error: no such command 'rendr'\nhelp: write 'render'\n"),
        (
            ("render", "--detail", "all"),
            "error: invalid value for '--detail': 'all' is not one of 'outline', 'summary', 'full'\n"
            "help: `untaken render --help` shows what may be written\n",
        ),
        (("show",), "error: missing argument 'SCENARIO'\nhelp: `untaken show --help` shows what may be written\n"),
        (("list", "--plan"), "error: no such option: --plan\nhelp: write '--plain'\n"),
        (
            ("render", "--detail", "ful"),
            "error: invalid value for '--detail': 'ful' is not one of 'outline', 'summary', 'full'\nhelp: write 'full'\n",
        ),
        (
            ("render", "--dpi", "fine"),
            "error: invalid value for '--dpi': 'fine' is no whole number\n"
            "help: `untaken render --help` shows what may be written\n",
        ),
    ],
)
def test_wrong_usage_exits_2_and_says_what_is_wrong(tmp_path: Path, args: tuple[str, ...], message: str) -> None:
    ran = run(*args, cwd=tmp_path)
    assert ran == Ran(2, "", message)


# pipes, encodings, interruption


@pytest.mark.parametrize(
    ("args", "unbuffered"),
    [(("show", "nep-or-collectivization"), ""), (("show", "brest-litovsk"), "1"), (("--help",), "")],
)
def test_it_ends_quietly_when_its_reader_has_gone(tmp_path: Path, args: tuple[str, ...], unbuffered: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    env = environment({"PYTHONUNBUFFERED": unbuffered})
    done = subprocess.run(command(*args), cwd=tmp_path, env=env, stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert done.stderr.decode() == (READING_SHIPPED if args[0] == "show" else "")


def test_it_ends_quietly_when_the_reader_of_both_its_streams_has_gone(island: Path) -> None:
    misspell(island)
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(command("check"), cwd=island, env=environment(), stdout=writing, stderr=writing)
    os.close(writing)
    assert done.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("args", [("show", "nep-or-collectivization"), ("--version",)])
def test_a_full_disk_behind_its_output_is_told_in_a_sentence(tmp_path: Path, args: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command(*args), cwd=tmp_path, env=environment(), stdout=full, stderr=subprocess.PIPE)
    said = "error: the output cannot be written: no space left on device\n"
    before = READING_SHIPPED if args[0] == "show" else ""
    assert (done.returncode, done.stderr.decode()) == (2, before + said)


@pytest.mark.skipif(os.name != "posix", reason="needs a POSIX shell")
@pytest.mark.parametrize("args", ["list", "render ferry -f dot"])
def test_closed_streams_are_no_reason_to_fail(island: Path, args: str) -> None:
    line = f'"$0" -m untaken {args} >&- 2>&-; echo $?'
    done = subprocess.run(["sh", "-c", line, sys.executable], cwd=island, env=environment(), capture_output=True)
    assert (done.stdout, done.stderr) == (b"0\n", b"")


def test_letters_that_the_output_lacks_become_question_marks(island: Path) -> None:
    ran = run("show", "ferry", cwd=island, env={"PYTHONIOENCODING": "ascii"})
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("The ferry and the storm\nferry ? 12 October 1884, Port Ellen\n")


def test_problems_in_letters_that_the_terminal_lacks_become_question_marks(island: Path) -> None:
    misspell(island, "title: The ferry", "titel: Das Fährschiff")
    ran = run("check", cwd=island, env={"PYTHONIOENCODING": "ascii"})
    assert ran.code == 1
    assert "titel: Das F?hrschiff and the storm" in ran.err


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX signals")
def test_ctrl_c_ends_the_drawing_with_130_and_leaves_only_whole_files(island: Path) -> None:
    folder = island / "scenarios" / "island"
    for at in range(20):
        shutil.copy(folder / "ferry.yaml", folder / f"ferry-{at}.yaml")
    (island / "temporary").mkdir()
    child = subprocess.Popen(
        command("render", "--split", "-f", "svg"),
        cwd=island,
        env=environment({"PYTHONUNBUFFERED": "1", "TMPDIR": str(island / "temporary")}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert child.stdout is not None
    child.stdout.readline()
    child.send_signal(signal.SIGINT)
    _, err = child.communicate(timeout=20)
    assert (child.returncode, err) == (130, b"interrupted; files that were finished are whole\n")
    assert files(island / "temporary") == []
    drawn = list((island / "output").iterdir())
    assert 0 < len(drawn) < 20 * 5
    for path in drawn:
        ElementTree.fromstring(path.read_bytes())
