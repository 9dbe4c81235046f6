"""A class votes with its telephones: every vote counts once and can be changed, late and forged ones count never."""

import os
import random
import re
import signal
import socket
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from axe import axe
from browser import browser, needs_chromium
from full_screen import Player, play, session
from histories import island
from program import TOP, command, run
from telephones import Telephone
from tmux import Terminal, opened
from untaken.faces.phones.invitation import picture
from untaken.faces.phones.page import main
from untaken.faces.phones.room import Room, TelephoneView, new_code
from untaken.faces.phones.server import RoomServer
from untaken.faces.screen.tally import HearingStage, ResultStage, TallyStage
from untaken.faces.screen.telephones import TelephoneStage
from untaken.history.ballot import Ballot
from untaken.history.keeping import kept, record, resumed
from untaken.history.session import Session
from untaken.history.urn import Lid, Urn
from untaken.telling.walk.hands import hands_blocks
from untaken.telling.walk.slate import Choosable, Slate
from untaken.telling.walk.tally import open_ways

OPTIONS = ("sail", "wait")
LOOPBACK = "127.0.0.1"
GOLDEN = TOP / "tests" / "golden" / "walk"


def voting(ballot: Ballot | None = None) -> Session:
    return replace(session("ferry", points=island()), votes=True, room="FERRY", ballot=ballot or Ballot())


@pytest.fixture
def room() -> Iterator[Room]:
    """A room that stands at the first decision of the ferry, and is served."""
    room = Room("FERRY")
    room.follow(voting())
    server = RoomServer(room, LOOPBACK, 0)
    Thread(target=server.serve, daemon=True).start()
    yield room
    server.close()


def lift(room: Room, ballot: Ballot) -> Ballot:
    """Open the vote."""
    begun = voting()
    ballot = ballot.polled(ballot.urn.opened(), open_ways(begun))
    room.follow(replace(begun, ballot=ballot))
    return ballot


def shut(room: Room, ballot: Ballot) -> Ballot:
    """Close the vote, and find its count right."""
    begun = voting()
    ballot = ballot.polled(room.close(), open_ways(begun)).confirmed(open_ways(begun))
    room.follow(replace(begun, ballot=ballot))
    return ballot


# The urn


@given(st.lists(st.tuples(st.sampled_from("abcde"), st.sampled_from([*OPTIONS, "swim"])), max_size=20))
def test_of_each_telephone_the_last_vote_for_an_option_counts(votes: list[tuple[str, str]]) -> None:
    urn = Urn().opened()
    for ticket, option in votes:
        urn = urn.voted(ticket, option, OPTIONS) or urn
    last = {ticket: option for ticket, option in votes if option in OPTIONS}
    assert dict(urn.counts(OPTIONS)) == {option: Counter(last.values())[option] for option in OPTIONS}


@pytest.mark.parametrize("urn", [Urn(), Urn().opened().closed(), Urn().aside()], ids=lambda urn: urn.lid)
def test_an_urn_that_is_not_open_takes_no_vote(urn: Urn) -> None:
    assert urn.voted("a", "sail", OPTIONS) is None


def test_who_moved_is_known_of_those_who_voted_twice() -> None:
    ways = open_ways(voting())
    first = Urn(Lid.OPEN, {"a": "sail", "b": "sail", "c": "wait", "d": "wait"}).closed()
    ballot = Ballot().polled(first, ways).confirmed(ways)
    second = replace(ballot.urn.opened(), slips={"a": "wait", "b": "sail", "c": "wait", "e": "sail"}).closed()
    over = ballot.polled(second, ways).confirmed(ways)
    assert over.vote.shifts == (("sail", "sail", 1), ("sail", "wait", 1), ("wait", "wait", 1))
    told = [str(each).strip() for each in hands_blocks(ways, over.vote)]
    assert told[2:] == [
        "Between the two votes:",
        "1 stayed with “Sail on the evening tide”",
        "1 moved from “Sail on the evening tide” to “Wait for daylight”",
        "1 stayed with “Wait for daylight”",
    ]
    assert over.taken_back().taken_back().urn == Urn(Lid.WAITING, second.slips, first.slips)
    by_hands = ballot.by_hands().counted("3 4", ways)
    assert isinstance(by_hands, Ballot)
    assert by_hands.confirmed(ways).vote.shifts == ()


def test_a_vote_is_kept_in_a_file_with_its_telephones_and_goes_on() -> None:
    urn = Urn(Lid.OPEN, {"a": "sail", "b": "gone"}, {"a": "wait"})
    begun = voting(Ballot((("sail", 1), ("wait", 0)), before=(("sail", 0), ("wait", 1)), urn=urn))
    read = record(kept(begun))
    again = resumed(read, island())  # type: ignore[arg-type]
    assert again.session.ballot.urn == replace(urn, slips={"a": "sail"})  # type: ignore[union-attr]
    assert again.session.room == "FERRY"  # type: ignore[union-attr]


# The server


def test_a_hundred_and_twenty_telephones_vote_twice_reload_come_late_and_forge_codes(room: Room) -> None:
    chance = random.Random(7)
    phones = [Telephone(room.address, "FERRY") for _ in range(120)]
    picks = [[chance.choice(OPTIONS) for _ in range(3)] for _ in phones]

    def together(act: Callable[[Telephone, list[str]], None]) -> None:
        with ThreadPoolExecutor(24) as pool:
            list(pool.map(act, phones, picks))

    def first(phone: Telephone, pick: list[str]) -> None:
        assert phone.load().said == "The vote is open: press your option."
        vote = phone.load().vote
        assert phone.send(vote, pick[0]).status == 303
        assert phone.send(vote, pick[1], Accept="text/x-part").said.startswith("You have voted for")
        assert phone.load().said.startswith("You have voted for")
        assert Telephone(room.address, "FERRX").send(vote, pick[0]).status == 403
        assert Telephone(room.address, "FERRY", {"Cookie": "ticket=forged"}).send(vote, pick[0]).status == 403
        assert phone.send(vote, "swim").status == 409

    ballot = lift(room, Ballot())
    together(first)
    old = phones[0].load().vote
    ballot = shut(room, ballot)
    assert dict(ballot.before or ()) == Counter(pick[1] for pick in picks)
    assert phones[0].send(old, "sail").said == "This vote is over."
    assert "not open yet" in phones[0].load().said
    ballot = lift(room, ballot)
    assert phones[0].send(old, "sail").status == 409

    def second(phone: Telephone, pick: list[str]) -> None:
        assert phone.send(phone.load().vote, pick[2]).status == 303

    together(second)
    ballot = shut(room, ballot)
    assert dict(ballot.after or ()) == Counter(pick[2] for pick in picks)
    assert {(a, b): n for a, b, n in ballot.vote.shifts} == Counter((pick[1], pick[2]) for pick in picks)
    assert phones[0].load().said.startswith("The vote is closed. You have voted for")


@pytest.mark.parametrize(
    "sent",
    [
        b"\x00\x16\x03\x01\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET /FERRY HTTP/9.9x\r\n\r\n",
        b"GET /FERRY HTTP/1.1\r\n\r\n",
        b"GET http://[FERRY HTTP/1.1\r\nHost: HERE\r\n\r\n",
        b"GET /FERRY/secrets HTTP/1.1\r\nHost: HERE\r\n\r\n",
        b"BREW /FERRY HTTP/1.1\r\nHost: HERE\r\n\r\n",
        b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\nHost: HERE\r\n\r\n",
        b"GET /FERRY HTTP/1.1\r\nHost: HERE\r\n" + b"X: y\r\n" * 200 + b"\r\n",
        b"POST /FERRY/vote HTTP/1.1\r\nHost: HERE\r\n\r\n",
        b"POST /FERRY/vote HTTP/1.1\r\nHost: HERE\r\nContent-Length: -5\r\n\r\nvote=",
        b"POST /FERRY/vote HTTP/1.1\r\nHost: HERE\r\nContent-Length: 99999999999999999999\r\n\r\nvote=",
        b"POST /FERRY/vote HTTP/1.1\r\nHost: HERE\r\nContent-Length: 4\r\n\r\n\xff\xfe\xfd\xfc",
        b"POST /FERRY/vote HTTP/1.1\r\nHost: HERE\r\nContent-Length: 4\r\n\r\nvote",
        b"POST /FERRY/vote HTTP/1.1\r\nHost: HERE\r\nContent-Length: 7\r\n\r\nvote=a.",
        b"POST /FERRY HTTP/1.1\r\nHost: HERE\r\nContent-Length: 0\r\n\r\n",
    ],
    ids=lambda sent: sent[:40].decode("latin-1").strip(),
)
def test_a_malformed_request_gets_400_and_prints_nothing(
    room: Room, sent: bytes, capfd: pytest.CaptureFixture[str]
) -> None:
    host = room.address.removeprefix("http://").removesuffix("/")
    with socket.create_connection((LOOPBACK, int(host.rpartition(":")[2])), timeout=10) as line:
        line.sendall(sent.replace(b"HERE", host.encode()))
        answer = line.recv(100)
    assert answer.split(b"\r\n")[0].split(b" ")[1] == b"400"
    assert capfd.readouterr() == ("", "")
    lift(room, Ballot())
    assert Telephone(room.address, "FERRY").load().status == 200


def test_under_another_name_and_from_another_page_nothing_is_served(room: Room) -> None:
    phone = Telephone(room.address, "FERRY")
    lift(room, Ballot())
    vote = phone.load().vote
    assert phone.ask("GET", "/FERRY", Host="evil.example").status == 421
    assert phone.send(vote, "sail", Origin="http://evil.example").status == 403
    assert phone.send(vote, "sail", Origin=room.address.rstrip("/")).status == 303


def test_the_code_is_asked_for_and_a_small_letter_does(room: Room) -> None:
    phone = Telephone(room.address, "FERRY")
    assert "The code on the screen of the class" in phone.ask("GET", "/").text
    assert phone.ask("GET", "/?code=ferrx").status == 403
    assert phone.ask("GET", "/?code=%20ferry").headers["Location"] == "/FERRY"
    assert Telephone(room.address, "ferry").load().status == 200


def test_a_telephone_without_its_cookie_cannot_vote_and_is_told_why(room: Room) -> None:
    phone = Telephone(room.address, "FERRY")
    lift(room, Ballot())
    vote = phone.load().vote
    phone.headers.clear()
    assert phone.send(vote, "sail").said.startswith("Your vote could not be told from others")
    assert phone.ask("GET", "/FERRY/events").status == 403


def test_telephones_hear_that_the_vote_is_opened_and_are_counted_while_they_listen(room: Room) -> None:
    phone = Telephone(room.address, "FERRY")
    phone.load()
    host = room.address.removeprefix("http://").removesuffix("/")
    with socket.create_connection((LOOPBACK, int(host.rpartition(":")[2])), timeout=10) as line:
        cookie = phone.headers["Cookie"]
        line.sendall(f"GET /FERRY/events HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\n\r\n".encode())
        heard = line.makefile("rb")
        while not heard.readline().startswith(b"data: "):
            pass
        assert room.present == 1
        lift(room, Ballot())
        assert heard.readline() == b"\n"
        assert heard.readline().startswith(b"data: ")


def test_a_teacher_who_goes_back_asks_anew_and_old_votes_are_over(room: Room) -> None:
    phone = Telephone(room.address, "FERRY")
    lift(room, Ballot())
    old = phone.load().vote
    begun = voting()
    moved = begun.take(begun.walk.ways[0])
    room.follow(moved)
    assert "Nothing is to be decided now" in phone.load().said
    room.follow(moved.retract())
    lift(room, Ballot())
    assert phone.send(old, "sail").status == 409
    assert phone.send(phone.load().vote, "sail").status == 303


def test_no_text_becomes_markup_and_only_question_and_labels_are_shown() -> None:
    evil = "<script>alert(1)</script>\" onload='x"
    shown = TelephoneView(Slate(evil, evil, (Choosable(evil, 1, evil),), Lid.OPEN), evil, evil)
    text = main("FERRY", shown)
    assert "<script" not in text
    assert "onload='x" not in text
    begun = replace(voting(), ballot=Ballot(urn=Urn().opened()))
    room = Room("FERRY")
    room.follow(begun)
    seen = main("FERRY", room.seen(""))
    assert "Sail on the evening tide" in seen
    assert "mail contract" not in seen


def test_a_code_has_no_letter_that_is_taken_for_another() -> None:
    letters = {letter for _ in range(200) for letter in new_code()}
    assert letters & set("IL1O0") == set()


def test_the_picture_is_the_same_code_on_dark_and_on_light_ground() -> None:
    import segno

    room = Room("FERRY", "http://192.0.2.7/")
    squares = [list(row) for row in segno.make("HTTP://192.0.2.7/FERRY", error="l", micro=False).matrix_iter(border=2)]
    light, dark = (list(picture(room, ground)) for ground in (False, True))
    assert len(light) == (len(squares) + 1) // 2
    read = [
        [sign in halves for sign in light[at // 2]]
        for at in range(len(squares))
        for halves in ["█▀", "█▄"][at % 2 : at % 2 + 1]
    ]
    assert read == [[bool(square) for square in row] for row in squares]
    opposite = dict(zip(" █▀▄", "█ ▄▀", strict=True))
    assert ["".join(opposite[sign] for sign in line) for line in light] == dark


# The full screen


async def seen(player: Player, words: str) -> str:
    """The screen once it holds these words."""
    for _ in range(200):
        if words in player.screen:
            return player.screen
        await player.pilot.pause(0.05)
    raise AssertionError(f"'{words}' never came:\n{player.screen}")


def test_votes_that_come_in_while_something_lies_over_the_stage_are_counted_and_close_nothing() -> None:
    room = Room("FERRY", "http://192.0.2.7/")
    kept: list[Ballot] = []

    async def script(player: Player) -> None:
        await player.press("enter")
        assert room.vote("phone", room.seen("").vote, "sail")
        await seen(player, "The vote is open: 1 vote")
        for key in ("question_mark", "m", "q"):
            await player.press(key)
            over = player.app.screen
            for option in ("wait", "sail"):
                assert room.vote("phone", room.seen("").vote, option)
                while kept[-1].urn.slips != {"phone": option}:
                    await player.pilot.pause(0.05)
            assert player.app.screen is over
            await player.press("escape")
            assert isinstance(player.app.screen, TelephoneStage)
        await player.press("enter", "enter")
        assert isinstance(player.app.screen, HearingStage)
        await player.pilot.pause(0.5)

    def keep(session: Session) -> None:
        kept.append(session.ballot)
        room.follow(session)

    play(voting(), script, keep=keep, room=room)
    assert (kept[-1].before, kept[-1].given) == ((("sail", 1), ("wait", 0)), ())


def test_a_teacher_opens_closes_and_sees_who_moved(agrees: Callable[[str, Path], None]) -> None:
    room = Room("FERRY", "http://192.0.2.7/")
    screens: dict[str, str] = {}

    def votes(*options: str) -> None:
        for number, option in enumerate(options):
            assert room.vote(f"phone {number}", room.seen("").vote, option)

    async def script(player: Player) -> None:
        screens["phones-waiting"] = player.screen
        await player.press("enter")
        votes("sail", "sail", "wait")
        screens["phones-open"] = await seen(player, "The vote is open: 3 votes")
        await player.press("m", "escape", "b")
        await seen(player, "The vote is not open: 3 telephones are there; 3 votes from before.")
        await player.press("enter", "enter")
        assert type(player.app.screen) is TallyStage
        await player.press(*"2=2", "enter", "enter")
        assert isinstance(player.app.screen, HearingStage)
        await player.press("enter", "enter")
        assert isinstance(player.app.screen, TelephoneStage)
        votes("wait", "sail", "wait")
        await player.press("enter", "enter")
        assert isinstance(player.app.screen, ResultStage)
        screens["phones-result"] = player.screen
        await player.press("enter")

    kept: list[Session] = []

    def keep(session: Session) -> None:
        kept.append(session)
        room.follow(session)

    app = play(voting(), script, keep=keep, room=room)
    for name, screen in screens.items():
        agrees(screen, GOLDEN / f"{name}-80x24.txt")
    [move] = app.session.walk.moves
    assert move.vote is not None
    assert (move.vote.before, move.vote.after) == ((("sail", 2), ("wait", 2)), (("sail", 1), ("wait", 2)))
    assert set(move.vote.shifts) == {("sail", "wait", 1), ("sail", "sail", 1), ("wait", "wait", 1)}
    assert Counter(each.ballot.urn.lid for each in kept)[Lid.OPEN] >= 2


def test_raised_hands_take_over_from_what_was_voted() -> None:
    room = Room("FERRY", "http://192.0.2.7/")

    async def script(player: Player) -> None:
        await player.press("enter")
        assert room.vote("phone", room.seen("").vote, "sail")
        await player.press("h")
        assert type(player.app.screen) is TallyStage
        await seen(player, "Sail on the evening tide: 1 hand")
        assert room.seen("").slate.lid is Lid.ASIDE
        await player.press(*"1=12 2=5", "enter", "enter")

    app = play(voting(), script, keep=room.follow, room=room)
    assert app.session.ballot.before == (("sail", 12), ("wait", 5))


# The command


def test_a_vote_that_is_killed_goes_on_with_the_votes_and_the_telephones_that_were_there(tmp_path: Path) -> None:
    with opened(tmp_path, 80, 24) as terminal:
        walk = f"brest-litovsk --vote --plain --save walk.json --scenarios {TOP / 'scenarios'}"
        _begin(terminal, walk)
        terminal.type("Enter")
        shown = terminal.showing("The vote is open: 0 votes")
        address, code = re.findall(r"vote at (\S+) with the code (\w+)", shown)[-1]
        phones = [Telephone(address, code) for _ in range(3)]
        for at, phone in enumerate(phones):
            phone.send(phone.load().vote, "fight-on" if at else "appeal")
        terminal.showing("The vote is open: 3 votes, 3 telephones.")
        os.kill(int((tmp_path / "pid").read_text()), signal.SIGKILL)
        terminal.showing("code=137")
        _begin(terminal, walk.replace("--save", "--resume"))
        terminal.showing("The vote is open: 3 votes, 3 telephones.")
        again = re.findall(r"vote at (\S+) with the code (\w+)", terminal.showing("with the code"))[-1]
        assert again[1] == code
        late = phones[0] = Telephone(*again, phones[0].headers)
        assert "You have voted for “Appeal" in late.load().said
        late.send(late.load().vote, "fight-on")
        terminal.type("m", "Enter")
        terminal.showing("Open: Fight on in defence")
        terminal.type("Enter")
        terminal.showing(
            "1. Appeal to all, negotiate with Germany: 0 hands", "2. Fight on in defence: 3 hands", "Right?"
        )


def _begin(terminal: Terminal, walk: str) -> None:
    """Walk with telephones, and write the process of the walk into a file."""
    line = " ".join([*command("walk"), walk, "--phones", "--address", LOOPBACK])
    (terminal.folder / "script").write_text(f"exec 3<&0; {line} <&3 & echo $! > pid; wait $!; echo code=$?")
    terminal.type("clear; sh script", "Enter")
    terminal.showing("Telephones vote at")


@needs_chromium
def test_the_page_of_a_telephone_votes_by_a_tap_hears_what_comes_and_can_be_used_by_all(room: Room) -> None:
    with browser() as tab:
        tab.ask("Emulation.setDeviceMetricsOverride", width=320, height=568, deviceScaleFactor=1, mobile=True)
        tab.open(f"{room.address}FERRY")
        assert tab.run("document.querySelector('[role=status]').textContent").startswith("The vote is not open yet.")
        ballot = lift(room, Ballot())
        tab.until("document.querySelectorAll('button').length === 2")
        tab.run("(document.querySelectorAll('button')[1].focus(), document.activeElement.click())")
        tab.until("document.querySelector('[aria-pressed=true]')?.value === 'wait'")
        assert tab.run("document.activeElement.value") == "wait"
        assert tab.run("document.documentElement.scrollWidth <= 320")
        tab.run("location.reload()")
        tab.until("document.querySelector('[aria-pressed=true]')?.value === 'wait'")
        for scheme in ("light", "dark"):
            tab.ask("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
            tab.run(f"{axe()}; 0")
            found = "axe.run().then((found) => found.violations.map((each) => each.id))"
            run = tab.ask("Runtime.evaluate", expression=found, awaitPromise=True, returnByValue=True)
            assert run["result"]["value"] == []
        shut(room, ballot)
        tab.until("document.querySelectorAll('button').length === 0")


def test_what_goes_with_telephones_alone_is_refused_without_them(tmp_path: Path) -> None:
    ran = run("walk", "--address", LOOPBACK, cwd=tmp_path)
    assert ran.code == 2
    assert "--address goes with --phones" in ran.err
    ran = run("walk", "--phones", "--address", f"{LOOPBACK}:http", cwd=tmp_path)
    assert "'http' is no port" in ran.err
    ran = run("walk", "--phones", "--choose", "1", cwd=tmp_path)
    assert "--choose does not go with --phones" in ran.err


def test_where_no_address_can_be_had_it_is_said_what_to_do(tmp_path: Path) -> None:
    ran = run("walk", "brest-litovsk", "--phones", "--address", "192.0.2.7", cwd=tmp_path)
    assert ran.code == 2
    assert ran.err.splitlines()[-2:] == [
        "error: telephones cannot be served at 192.0.2.7: cannot assign requested address",
        "help: name another with --address HOST:PORT, or leave it out: one is found",
    ]
