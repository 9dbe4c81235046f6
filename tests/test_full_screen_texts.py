"""What an author writes is shown as it is; what the terminal cannot colour is said all the same; faults come through."""

from pathlib import Path

import pytest

from full_screen import Player, after, play, session
from untaken import load
from untaken.faces import screen
from untaken.faces.screen.app import WalkApp
from untaken.faces.screen.looks import looks
from untaken.history.session import Session
from untaken.model import TurningPoint

HARD = """\
title: "[b]Brackets[/b] & [@click=app.quit]links[/]"
question: "Was [red]this[/red] meant?"
sources:
  book: {type: book, title: "[i]Книга[/i]", author: [{family: Σωκράτης}], URL: "https://example.org/[x]"}
facts:
  bridge: The bridge [b]stands[/b].
  ford: The ford is known.
nodes:
  fork:
    decision: "[bold]Which[/bold] way — 北 or דרום?"
    context: "العربية, 日本語のとても長い段落は行の途中でも折り返されるべきである, ไทย, हिन्दी, e\u0301."
    options:
      over:
        label: "Over the [b]bridge[/b]"
        requires: [bridge]
        leads-to: far
      through:
        label: Through the water
        historical: true
        arguments:
          - for: "[link=https://example.org]It[/link] is $shallow: {0} %s"
            cite: {source: book, quote: "[i]shallow[/i]"}
        leads-to: luck
  luck:
    chance: Does it hold?
    branches:
      holds: {label: It holds, likelihood: likely, leads-to: far, historical: true}
      breaks: {label: It breaks, likelihood: unlikely, leads-to: lost}
  far: {outcome: The far bank, basis: recorded}
  lost: {outcome: Lost, basis: inferred}
"""


@pytest.fixture
def hard(tmp_path: Path) -> tuple[TurningPoint, ...]:
    """A scenario full of what a terminal, a parser of markup or a narrow idea of letters would stumble over."""
    path = tmp_path / "hard.yaml"
    path.write_text(HARD, encoding="utf-8")
    return tuple(load([path]).points)


def test_brackets_are_letters_and_letters_are_of_any_script(hard: tuple[TurningPoint, ...]) -> None:
    screen = after(session("hard", points=hard), size=(80, 30))
    for text in (
        "[b]Brackets[/b] & [@click=app.quit]links[/]",
        "Was [red]this[/red] meant?",
        "北 or דרום?",
        "العربية",
        "ไทย",
    ):
        assert text in screen
    assert "日本語のとても長い段落は" in screen
    assert "[link=https://example.org]It[/link] is $shallow: {0} %s — Σωκράτης" in screen
    assert "“[i]shallow[/i]”" in after(session("hard", points=hard), "a", size=(80, 30))
    assert "[i]Книга[/i]" in after(session("hard", points=hard), "s", size=(80, 30))


def test_a_closed_way_says_why_and_is_not_taken(hard: tuple[TurningPoint, ...]) -> None:
    async def script(player: Player) -> None:
        assert "Closed; needs: The bridge [b]stands[/b]." in player.screen
        screen = await player.press("1")
        assert "'Over the [b]bridge[/b]' is closed: it needs “The bridge [b]stands[/b].”" in screen
        assert "×" in await player.press("m")

    assert play(session("hard", points=hard), script).session.walk.moves == ()


def test_the_word_of_likelihood_comes_with_the_fall(hard: tuple[TurningPoint, ...]) -> None:
    async def script(player: Player) -> None:
        assert "likely" not in await player.press("2", "enter")
        assert "The dice fell: It breaks (unlikely)." in await player.press("enter")

    play(session("hard", points=hard), script)


def test_without_colours_the_words_and_signs_are_the_same_and_no_colour_is_sent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keys = ("down", "a", "enter")
    coloured = after(session("brest-litovsk"), *keys, size=(120, 40))

    async def script(player: Player) -> None:
        for key in keys:
            await player.press(key)
            styles = " ".join(style for line in player.painted for _, style in line)
            assert "#" not in styles
            assert "rgb" not in styles
        assert player.screen == coloured
        await player.press("t")
        assert player.screen == coloured

    monkeypatch.setenv("NO_COLOR", "1")
    play(session("brest-litovsk"), script, (120, 40))


def test_every_ink_stands_out_from_its_ground() -> None:
    for look in looks():
        if not look.ansi:
            grounds = [look.variables[name] for name in ("ground", "raised")]
            inks = [look.variables[name] for name in ("ink", "quiet", "history", "for", "against")]
            assert all(contrast(ink, ground) >= 4.5 for ink in inks for ground in grounds)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours after WCAG 2."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_what_goes_wrong_inside_goes_on_to_the_caller_without_a_word_on_the_screen(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def keep(kept: Session) -> None:
        if kept.walk.moves:
            raise OSError("no space left")

    async def script(player: Player) -> None:
        await player.press("1")

    apps: list[WalkApp] = []

    def run(app: WalkApp) -> None:
        apps.append(app)
        app.fault = OSError("no space left")

    with pytest.raises(OSError, match="no space left"):
        play(session("brest-litovsk"), script, keep=keep)
    monkeypatch.setattr(WalkApp, "run", run)
    with pytest.raises(OSError, match="no space left"):
        screen.walk(session("brest-litovsk"), keep)
    assert capsys.readouterr() == ("", "")
