"""The live preview as authors use it: the real program, real saves, a real browser."""

import http.client
import json
import os
import queue
import random
import re
import shutil
import signal
import socket
import stat
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from browser import CHROMIUM, browser, needs_chromium
from program import EXAMPLE, Live, Ran, run
from untaken.checking.loading import load
from untaken.drawing.boxes import Detail
from untaken.drawing.place.paper import Fit
from untaken.faces.preview.drawers import Drawers, Result, Task
from untaken.faces.preview.preview import Picture
from untaken.writing.orders import Order

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name != "posix", reason="needs POSIX signals")]

QUICK = ("--detail", "outline", "--fit", "none")
TITLE = "title: The ferry and the storm"
HANGS = """\
import pickle, sys, time
if "untaken.writing.engine.worker" in sys.orig_argv:
    sound = pickle.loads
    def slow(data):
        if b"for ever" in data:
            time.sleep(3600)
        return sound(data)
    pickle.loads = slow
"""


@pytest.fixture
def island(tmp_path: Path) -> Path:
    """A folder in which `scenarios/` holds the example as the collection `island`."""
    shutil.copytree(EXAMPLE, tmp_path / "scenarios" / "island")
    return tmp_path


def ferry(folder: Path) -> Path:
    return folder / "scenarios" / "island" / "ferry.yaml"


def sound(title: str) -> str:
    """The text of a sound scenario with this title."""
    text = (EXAMPLE / "ferry.yaml").read_text(encoding="utf-8")
    return text.replace(TITLE, f"title: {title}").replace("    continues: inquiry\n", "")


BROKEN = sound("Broken").replace("leads-to: crossing", "leads-to: crosing")


def save(path: Path, text: str) -> None:
    """Save as most editors do: the new file takes the old one's place."""
    other = path.with_name(f".{path.name}.tmp")
    other.write_text(text, encoding="utf-8")
    other.replace(path)


def titles(state: dict[str, Any]) -> list[str]:
    return [each["title"] for each in state["scenarios"]]


def named(state: dict[str, Any], name: str = "ferry") -> dict[str, Any]:
    (found,) = [each for each in state["scenarios"] if each["name"] == name]
    return dict(found)


def told(out: str) -> list[str]:
    """What the terminal was told, without addresses, times and durations."""
    lines = [line.partition("  ")[2] for line in out.splitlines() if line[2:3] == ":"]
    return [line.partition("drawn in ")[0] + "drawn" if "drawn in " in line else line for line in lines]


# What is saved


def test_after_two_hundred_saves_half_of_them_broken_it_lives_and_the_last_page_is_right(island: Path) -> None:
    chance = random.Random(1917)
    folder = ferry(island).parent
    with Live("watch", *QUICK, cwd=island) as live:
        live.until(lambda state: len(titles(state)) == 2)
        for at in range(200):
            text = sound(f"Save {at}")
            if at % 2:
                text = text[: chance.randrange(len(text))] + chance.choice(
                    ["", "\t", ": [", '"', "\n  - ", "\x00", "é"]
                )
            # Some editors write into the file, others put a new one in its place, and many leave something beside it.
            if at % 3:
                ferry(island).write_text(text, encoding="utf-8")
            else:
                save(ferry(island), text)
            (folder / chance.choice(["ferry.yaml~", ".ferry.yaml.swp", "4913", "#ferry.yaml#"])).write_text(text[:50])
            if at == 80:
                (folder / "inquiry.yaml").rename(folder / "inquest.yaml")
            if at == 120:
                ferry(island).unlink()
            if at % 20:
                time.sleep(chance.choice([0, 0.005, 0.045]))
        # Two within ten milliseconds: what is true is what stands in the file.
        ferry(island).write_text(BROKEN, encoding="utf-8")
        ferry(island).write_text(sound("The last save"), encoding="utf-8")

        state = live.until(lambda state: "The last save" in titles(state))

        assert [(each["name"], each["errors"], each["stale"]) for each in state["scenarios"]] == [
            ("ferry", 0, False), ("inquest", 0, False),
        ]  # fmt: skip
        page = live.get("?at=ferry")
        assert "<h1>The last save</h1>" in page
        assert "<p class=none>No mistakes.</p>" in page
        assert "The last save" in live.get(named(state)["picture"])

        ferry(island).write_text(sound("Sound again"), encoding="utf-8")
        ferry(island).write_text(BROKEN, encoding="utf-8")
        state = live.until(lambda state: named(state)["errors"] == 1)
        assert state["scenarios"][0]["stale"]
        assert "option &#x27;sail&#x27; leads to &#x27;crosing&#x27;, which is not a node" in live.get("?at=ferry")

        in_browser = CHROMIUM is not None and seen_in_browser(live)
        ran = live.end()
    assert ran.code == 0
    assert told(ran.out)[0] == "2 scenarios: no mistakes"
    assert ran.out.splitlines()[-1] == "watch has ended"
    # Never more than a line and its problems for each save.
    assert len(told(ran.out)) <= 250
    if not in_browser:
        pytest.skip("all was well, but the last page was not opened: no Chromium is installed here")


def seen_in_browser(live: Live) -> bool:
    """Open the page of the ferry, which is broken, and look at what the browser makes of it."""
    with browser() as tab:
        tab.open(f"{live.address}?at=ferry")
        tab.until("document.querySelector('#picture')?.naturalWidth > 0")
        assert tab.run("document.querySelector('h1').innerText") in ("The last save", "Sound again")
        assert tab.run("document.querySelectorAll('#problems article').length") == 1
        assert tab.run("[...document.querySelectorAll('#listed a')].map((link) => link.innerText.split('\\n')[0])") == [
            "The one saved last", "ferry", "inquest",
        ]  # fmt: skip
    return True


def test_the_terminal_tells_each_change_and_its_problems_once(island: Path) -> None:
    other = ferry(island).with_name("inquiry.yaml")
    with Live("watch", *QUICK, cwd=island) as live:
        live.eventually(lambda: "2 scenarios: drawn in" in live.out)
        save(ferry(island), BROKEN)
        live.eventually(lambda: "1 error" in live.out)
        # Neither a touch nor another comment is a change.
        other.touch()
        save(other, "# a comment\n" + other.read_text(encoding="utf-8"))
        save(ferry(island), sound("The ferry"))
        live.eventually(lambda: "no mistakes; drawn" in live.out)
        other.unlink()
        live.eventually(lambda: "gone" in live.out)
        ran = live.end()

    at = next(line[:8] for line in live_lines(ran.out, "2 scenarios: drawn"))
    (stays,) = re.findall(r"the picture of (\d\d:\d\d:\d\d) stays", ran.out)
    # It was drawn a moment before that was said, which may be the second before.
    said, drawn = (datetime.strptime(each, "%H:%M:%S") for each in (at, stays))
    assert (said - drawn) % timedelta(days=1) <= timedelta(seconds=1)
    assert told(ran.out) == [
        "2 scenarios: no mistakes",
        "2 scenarios: drawn",
        f"ferry: 1 error; the picture of {stays} stays",
        "ferry: no mistakes; drawn",
        "inquiry: gone",
    ]
    assert ran == Ran(
        0,
        ran.out,
        "scenarios/island/ferry.yaml:34:19: error[unknown-target]: option 'sail' leads to 'crosing', which is not a node\n"
        "  34 |         leads-to: crosing\n"
        "     |                   ^^^^^^^\n"
        "  help: write 'crossing'\n",
    )


def live_lines(out: str, part: str) -> list[str]:
    return [line for line in out.splitlines() if part in line]


def test_a_collection_a_folder_made_again_a_new_folder_and_a_link_are_seen(island: Path) -> None:
    folder = ferry(island).parent
    elsewhere = island / "elsewhere" / "my-file.yaml"
    elsewhere.parent.mkdir()
    elsewhere.write_text(sound("Linked"), encoding="utf-8")
    with Live("watch", *QUICK, cwd=island) as live:
        live.until(lambda state: len(titles(state)) == 2)

        shared = (folder / "collection.yaml").read_text(encoding="utf-8")
        save(folder / "collection.yaml", shared.replace("title:", "titel:", 1))
        state = live.until(lambda state: bool(state["problems"]))
        assert [each["stale"] for each in state["scenarios"]] == [True, True]
        assert "collection.yaml has " in live.get("?at=inquiry")
        save(folder / "collection.yaml", shared)
        live.until(lambda state: not any(each["stale"] for each in state["scenarios"]))

        shutil.rmtree(island / "scenarios")
        state = live.until(lambda state: bool(state["problems"]))
        assert [each["stale"] for each in state["scenarios"]] == [True, True]
        assert "The file is gone. This is the picture of " in live.get("?at=ferry")
        shutil.copytree(EXAMPLE, folder)
        live.until(lambda state: titles(state) == ["The ferry and the storm", "The inquiry"] and not state["problems"])
        save(ferry(island), sound("Made again"))
        live.until(lambda state: "Made again" in titles(state))

        shutil.copytree(EXAMPLE, island / "scenarios" / "isle")
        live.until(lambda state: len(titles(state)) == 4)
        save(island / "scenarios" / "isle" / "ferry.yaml", sound("On the isle"))
        state = live.until(lambda state: "On the isle" in titles(state))
        assert [each["name"] for each in state["scenarios"]] == [
            "island/ferry", "island/inquiry", "isle/ferry", "isle/inquiry",
        ]  # fmt: skip

        (folder / "link.yaml").symlink_to(elsewhere)
        live.until(lambda state: "Linked" in titles(state))
        elsewhere.write_text(sound("Linked anew"), encoding="utf-8")
        live.until(lambda state: "Linked anew" in titles(state))


def test_a_scenario_that_became_a_link_out_of_the_folder_is_not_shown(island: Path) -> None:
    secret = island / "secret.yaml"
    secret.write_text(f"{sound('Nobody may see it')}confidential: key\n", encoding="utf-8")
    with Live("watch", *QUICK, cwd=island) as live:
        before = named(live.until(lambda state: len(titles(state)) == 2))
        ferry(island).unlink()
        ferry(island).symlink_to(secret)
        state = live.until(lambda state: named(state)["errors"] > 0)
        assert (named(state)["title"], named(state)["picture"]) == (before["title"], before["picture"])
        page = live.get("?at=ferry")
        assert "The file cannot be read. This is the picture of " in page
        assert "a link that leads out of the folder" in page
        for text in (live.get("?at=ferry"), json.dumps(live.state()), live.out, live.err):
            assert "Nobody may see it" not in text
            assert "confidential" not in text
        ferry(island).unlink()
        shutil.copy(EXAMPLE / "ferry.yaml", ferry(island))
        live.until(lambda state: named(state)["errors"] == 0)


def test_one_scenario_that_was_named_is_kept_when_its_file_is_gone_for_a_while(island: Path) -> None:
    with Live("watch", "ferry", *QUICK, cwd=island) as live:
        assert titles(live.until(lambda state: True)) == ["The ferry and the storm"]
        ferry(island).rename(island / "ferry.yaml")
        state = live.until(lambda state: bool(state["problems"]))
        assert (named(state)["stale"], titles(state)) == (True, ["The ferry and the storm"])
        (island / "ferry.yaml").rename(ferry(island))
        live.until(lambda state: not named(state)["stale"] and not state["problems"])


def test_a_file_alone_is_followed_even_where_the_system_tells_of_no_save(tmp_path: Path) -> None:
    shutil.copy(EXAMPLE / "ferry.yaml", tmp_path / "alone.yaml")
    with Live("watch", "alone.yaml", *QUICK, cwd=tmp_path, env={"WATCHFILES_FORCE_POLLING": "1"}) as live:
        live.eventually(lambda: "no picture yet" in live.out)
        save(tmp_path / "alone.yaml", sound("Half a scen")[:400])
        live.eventually(lambda: live.out.count("no picture yet") == 2)
        assert "No picture yet" in live.get()


# What is drawn


def test_a_drawing_that_hangs_is_stopped_and_the_last_good_picture_stays(island: Path) -> None:
    (island / "path").mkdir()
    (island / "path" / "sitecustomize.py").write_text(HANGS, encoding="utf-8")
    env = {"PYTHONPATH": str(island / "path")}
    with Live("watch", "ferry", *QUICK, "--limit", "3", cwd=island, env=env) as live:
        live.until(lambda state: named(state)["picture"])
        save(ferry(island), sound("It hangs for ever"))
        state = live.until(lambda state: titles(state) == ["It hangs for ever"])
        assert named(state)["stale"]
        assert named(state)["failure"] == "the drawing took longer than 3 seconds and was stopped"
        assert "It could not be drawn: the drawing took longer than 3 seconds and was stopped." in live.get()

        # A save while it hangs is drawn at once.
        save(ferry(island), sound("It hangs for ever and ever"))
        live.eventually(lambda: titles(live.state()) == ["It hangs for ever and ever"])
        save(ferry(island), sound("It is well"))
        state = live.until(lambda state: titles(state) == ["It is well"])
        assert (named(state)["stale"], named(state)["failure"]) == (False, None)
        ran = live.end()
    assert told(ran.out) == [
        "ferry: no mistakes; drawn",
        "ferry: not drawn: the drawing took longer than 3 seconds and was stopped",
        "ferry: no mistakes; drawn",
    ]


def test_however_often_minds_change_what_is_wanted_last_is_drawn_and_nothing_fails() -> None:
    chance = random.Random(1917)
    (point, *_) = load([EXAMPLE / "ferry.yaml", EXAMPLE / "collection.yaml"]).points
    tasks = [
        Task(Path(str(at)), replace(point, scenario=point.scenario.model_copy(update={"title": f"Number {at}"})))
        for at in range(4)
    ]
    told: queue.SimpleQueue[tuple[Task, Result]] = queue.SimpleQueue()
    order = Order(formats=("svg",), detail=Detail.OUTLINE, fit=Fit.NONE)
    drawers = Drawers(2, order, 60, lambda task, result: told.put((task, result)))
    for _ in range(20):
        drawers.want(chance.sample(tasks, chance.randrange(4)))
        time.sleep(chance.choice([0, 0.01, 0.1]))
    drawers.want(tasks)
    last: dict[Path, Result] = {}
    while len(last) < 4:
        task, result = told.get(timeout=60)
        assert isinstance(result, Picture), result
        assert f">{task.point.scenario.title}<".encode() in result.svg
        last[task.path] = result
    drawers.close()


def test_without_graphviz_it_says_so_and_ends_with_2(island: Path) -> None:
    ran = run("watch", cwd=island, env={"UNTAKEN_ENGINE": "none"})
    assert ran.code == 2
    assert ran.err.endswith("help: `untaken doctor` says what to install\n")


# How it begins and ends


def test_an_unknown_id_or_a_file_that_is_not_there_ends_with_2(island: Path) -> None:
    assert run("watch", "fery", cwd=island) == Ran(
        2, "", "error[unknown-scenario]: no scenario in scenarios is called 'fery'\n  help: write 'ferry'\n"
    )
    assert run("watch", "nowhere.yaml", cwd=island) == Ran(
        2, "", "nowhere.yaml:1:1: error[unreadable-file]: there is no such file\n"
    )
    assert run("watch", "--scenarios", "nowhere", cwd=island) == Ran(
        2, "", "nowhere:1:1: error[unreadable-file]: there is no such file\n"
    )


def test_an_empty_folder_is_waited_for(tmp_path: Path) -> None:
    (tmp_path / "scenarios").mkdir()
    with Live("watch", *QUICK, cwd=tmp_path) as live:
        assert "Save a scenario, and it appears here." in live.get()
        save(tmp_path / "scenarios" / "first.yaml", "title: ")
        live.until(lambda state: [each["name"] for each in state["scenarios"]] == ["first"])


def test_a_port_that_is_taken_is_told_with_the_cure(island: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert run("watch", "--port", port, cwd=island) == Ran(
            2,
            "",
            f"error: port {port} cannot be had: address already in use\n"
            "help: name another with --port, or leave it out: a free one is found\n",
        )


def test_two_can_run_side_by_side(island: Path) -> None:
    with Live("watch", "ferry", *QUICK, cwd=island) as one, Live("watch", "inquiry", *QUICK, cwd=island) as other:
        assert one.address != other.address
        assert titles(other.state()) == ["The inquiry"]


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_it_ends_in_order_while_it_draws(island: Path, sign: signal.Signals) -> None:
    (island / "temporary").mkdir()
    with Live("watch", cwd=island, env={"TMPDIR": str(island / "temporary")}) as live:
        live.child.send_signal(sign)
        assert live.child.wait(20) == 0
        assert (live.out.splitlines()[-1], live.err) == ("watch has ended", "")
    assert list((island / "temporary").iterdir()) == []


def test_open_opens_the_browser(island: Path) -> None:
    script = island / "my-browser"
    script.write_text(f'#!/bin/sh\necho "$1" > {island}/opened\n', encoding="utf-8")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    with Live("watch", "--open", cwd=island, env={"BROWSER": f"{script} %s"}) as live:
        live.eventually(lambda: (island / "opened").exists() and (island / "opened").read_text() != "")
        assert (island / "opened").read_text() == f"{live.address}\n"


# What is served


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Live, Path]]:
    folder = tmp_path_factory.mktemp("served")
    shutil.copytree(EXAMPLE, folder / "scenarios" / "island")
    with Live("watch", *QUICK, cwd=folder) as live:
        live.until(lambda state: len(titles(state)) == 2)
        yield live, folder


def answer(live: Live, path: str, method: str = "GET", host: str = "") -> tuple[int, str]:
    """The status and the text that one request comes to."""
    url = urlsplit(live.address)
    connection = http.client.HTTPConnection(str(url.hostname), url.port, timeout=20)
    connection.request(method, path, headers={"Host": host or url.netloc})
    got = connection.getresponse()
    text = got.read().decode("utf-8")
    connection.close()
    return got.status, text


def test_only_one_name_of_this_machine_is_answered(served: tuple[Live, Path]) -> None:
    live, _ = served
    for host in ("evil.example", "evil.example:80", "[::1]", "127.0.0.1.evil.example"):
        assert answer(live, "/", host=host) == (421, f"This page has only one name: {live.address}\n")
    assert answer(live, "/", host="127.0.0.1")[0] == 200


@pytest.mark.parametrize(
    "path",
    [
        "/scenarios/island/ferry.yaml",
        "/../../etc/passwd",
        "/picture/",
        "/picture/../state.json",
        "/picture/0.svg",
    ],
)
def test_nothing_else_is_served(served: tuple[Live, Path], path: str) -> None:
    assert answer(served[0], path) == (404, "There is nothing here.\n")


@pytest.mark.parametrize(
    ("request_line", "status"),
    [
        (b"GET http://[ HTTP/1.1", 400),
        (b"GET / HTTP/1.x", 400),
        (b"GET / and more HTTP/1.1", 400),
        (b"GET", 400),
        (b"\xff\xfe\x00\x1b[31m", 400),
        (b"GET / HTTP/9.9", 505),
        (b"GET /" + b"a" * 70_000 + b" HTTP/1.1", 414),
    ],
)
def test_what_is_no_request_is_answered_in_a_sentence_and_nothing_is_printed(
    served: tuple[Live, Path], request_line: bytes, status: int
) -> None:
    live, _ = served
    url = urlsplit(live.address)
    said = live.out, live.err
    with socket.create_connection((str(url.hostname), url.port or 0), timeout=20) as connection:
        connection.sendall(request_line + b"\r\nHost: 127.0.0.1\r\n\r\n")
        connection.shutdown(socket.SHUT_WR)
        got = http.client.HTTPResponse(connection)
        got.begin()
        text = got.read().decode("utf-8")
    assert (got.status, got.headers["Content-Type"]) == (status, "text/plain; charset=utf-8")
    assert text == f"{text.rstrip()}\n"
    assert "<" not in text
    assert answer(live, "/state.json")[0] == 200
    assert (live.out, live.err) == said


def test_what_is_served_may_be_kept_framed_and_run_by_nobody_else(served: tuple[Live, Path]) -> None:
    live, _ = served
    picture = live.until(lambda state: named(state)["picture"])["scenarios"][0]["picture"]
    shared = {
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    drawing = "default-src 'none'; style-src 'unsafe-inline'; font-src data:"
    for path, kind, cache, policy in (
        ("/", "text/html; charset=utf-8", "no-store", "default-src 'none'; "),
        ("/state.json", "application/json; charset=utf-8", "no-store", None),
        ("/icon.svg", "image/svg+xml", "no-store", None),
        ("/events", "text/event-stream", "no-store", None),
        (urlsplit(picture).path, "image/svg+xml", "max-age=31536000, immutable", drawing),
        ("/nowhere", "text/plain; charset=utf-8", "no-store", None),
    ):
        with (
            urllib.request.urlopen(live.address.rstrip("/") + path)
            if path != "/nowhere"
            else refused(live, path) as got
        ):
            fields = dict(got.headers)
        assert fields.items() >= shared.items(), path
        assert (fields["Content-Type"], fields["Cache-Control"]) == (kind, cache)
        assert fields.get("Content-Security-Policy", "").startswith(policy or ""), path
        assert ("Content-Security-Policy" in fields) is (policy is not None)
        assert fields["Server"].strip() == "untaken"


def refused(live: Live, path: str) -> urllib.error.HTTPError:
    with pytest.raises(urllib.error.HTTPError) as error:
        urllib.request.urlopen(live.address.rstrip("/") + path)
    return error.value


def test_nothing_can_be_sent(served: tuple[Live, Path]) -> None:
    for method in ("POST", "PUT", "DELETE", "OPTIONS"):
        assert answer(served[0], "/", method)[0] == 501


def test_a_page_of_an_unknown_name_says_so_and_obeys_no_markup(served: tuple[Live, Path]) -> None:
    status, text = answer(served[0], "/?at=%3Cscript%3Ealert(1)%3C/script%3E")
    assert status == 200
    assert "<h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1>" in text


def test_a_change_is_sent_to_whoever_listens_and_nobody_who_left_is_spoken_of(served: tuple[Live, Path]) -> None:
    live, folder = served
    url = urlsplit(live.address)
    connections = [http.client.HTTPConnection(str(url.hostname), url.port, timeout=20) for _ in range(3)]
    streams = []
    for connection in connections:
        connection.request("GET", "/events?at=ferry")
        streams.append(connection.getresponse())
    first = [next_event(stream) for stream in streams]
    assert first == [first[0]] * 3
    connections[2].close()
    streams[2].close()

    save(ferry(folder), BROKEN)

    assert [next_event(stream) for stream in streams[:2]] == [
        f"{first[0].rpartition('.')[0]}.{live.state()['version']}"
    ] * 2
    for connection, stream in zip(connections[:2], streams[:2], strict=True):
        stream.close()
        connection.close()
    save(ferry(folder), sound("The ferry and the storm"))
    live.until(lambda state: named(state)["errors"] == 0)
    assert live.err.count("error[") == 1
    assert "Exception" not in live.err


def next_event(stream: http.client.HTTPResponse) -> str:
    """What the next event says."""
    while not (line := stream.readline().decode("ascii")).startswith("data: "):
        assert line
    return line.removeprefix("data: ").strip()


# The page in a browser


@needs_chromium
def test_an_open_page_follows_the_saves_keeps_its_place_and_outlives_the_program(island: Path) -> None:
    with browser("--window-size=1280,720") as tab:
        with Live("watch", "ferry", "--detail", "outline", cwd=island) as live:
            port = str(urlsplit(live.address).port)
            live.until(lambda state: not named(state)["stale"])
            tab.open(live.address)
            tab.until("document.querySelector('#picture')?.naturalWidth > 0 && document.title.startsWith('✓')")
            tab.run(
                "window.same = true; for (const at of [1, 2]) document.querySelector('[data-zoom=in]').click(); stage.scrollTo(40, 30)"
            )
            place = "JSON.stringify([zoom, stage.scrollLeft, stage.scrollTop])"
            assert tab.run(place) == "[1.5625,40,30]"
            before = tab.run("picture.src")

            save(ferry(island), sound("Another name"))
            tab.until("document.title === '✓ no mistakes · Another name – untaken'")
            tab.until(f"picture.src !== {json.dumps(before)} && picture.naturalWidth > 0")
            assert tab.run(place) == "[1.5625,40,30]"
            assert tab.run("banner.textContent.trim()") == ""

            save(ferry(island), BROKEN)
            tab.until("document.title.startsWith('✗ 1 error')")
            assert tab.run("problems.innerText.includes('✗ scenarios/island/ferry.yaml:34:19: error[unknown-target]')")
            assert tab.run("banner.innerText").startswith("The file has a mistake in line 34. This is the picture of ")
            assert tab.run("picture.naturalWidth > 0 && picture.classList.contains('stale') && window.same")
            assert tab.run("getComputedStyle(document.getElementById('ended')).display") == "none"
            assert live.end().code == 0

        tab.until("!document.getElementById('ended').hidden")
        assert tab.run("document.querySelector('#ended code').innerText").startswith(
            "untaken watch ferry --detail outline"
        )

        with Live("watch", "ferry", "--detail", "outline", "--port", port, cwd=island):
            tab.until(
                "!window.same && document.title.startsWith('✗ 1 error') && document.getElementById('ended').hidden"
            )


@needs_chromium
def test_nothing_on_the_page_is_refused_by_its_own_policy(served: tuple[Live, Path]) -> None:
    with browser() as tab:
        tab.ask("Log.enable")
        tab.open(f"{served[0].address}?at=inquiry")
        tab.until("document.querySelector('#picture')?.naturalWidth > 0")
        assert tab.run(
            "document.fonts.ready.then(() => 1), [...document.fonts].some((font) => font.status === 'loaded')"
        )
        assert tab.run("getComputedStyle(document.body).display") == "grid"
        assert tab.run("document.querySelectorAll('#listed a').length") == 3
