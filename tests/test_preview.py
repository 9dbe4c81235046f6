"""What the preview shows, its words and its page, without a disk, a browser or a process."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from program import EXAMPLE, TOP
from untaken.checking.catalogue import CATALOGUE
from untaken.checking.loading import Loaded, load
from untaken.faces.preview.page import page, policy, summary
from untaken.faces.preview.preview import (
    Failure,
    Picture,
    Preview,
    Watched,
    changed,
    checked,
    drawn,
    gone,
    in_turn,
    undrawn,
    unique_names,
)  # fmt: skip
from untaken.faces.preview.wording import banner, finished, report, state, watching
from untaken.model import TurningPoint
from untaken.reading.diagnostics import Diagnostic
from untaken.text.span import Span

GOLDEN = TOP / "tests" / "golden"
FERRY, INQUIRY = Path("isle/ferry.yaml"), Path("isle/inquiry.yaml")
POINTS = {Path("isle") / f"{point.id}.yaml": point for point in load([EXAMPLE]).points}
SLIP = Diagnostic(
    Span("isle/ferry.yaml", 34, 19, 7, "        leads-to: <b>"),
    CATALOGUE["unknown-target"],
    "'<b>' is no node",
    "write 'b'",
)
DOUBT = Diagnostic(Span("isle/ferry.yaml", 30), CATALOGUE["argument-without-citation"], "this argument cites no source")
SHARED = Diagnostic(
    Span("isle/collection.yaml", 2), CATALOGUE["unknown-key"], "the file has no key 'titel'", "write 'title'"
)
NOTED = Diagnostic(Span("isle/ferry.yaml", 3), CATALOGUE["single-source"], "only one source speaks")


def read(*problems: Diagnostic, **points: TurningPoint | None) -> Loaded:
    """What loading gives for these files of the folder `isle`."""
    found = {Path("isle") / f"{name}.yaml": point for name, point in points.items()}
    return Loaded(problems=problems, scenarios=len(found), read=found)


def retitled(path: Path, title: str) -> TurningPoint:
    point = POINTS[path]
    return replace(point, scenario=point.scenario.model_copy(update={"title": title}))


def picture(point: TurningPoint, at: str = "14:02:11") -> Picture:
    return Picture(f"<svg>{point.scenario.title}</svg>".encode(), point, at, 0.84, 12.6)


BOTH = read(ferry=POINTS[FERRY], inquiry=POINTS[INQUIRY])
START = checked(Preview(), BOTH)
DRAWN = drawn(drawn(START, FERRY, picture(POINTS[FERRY])), INQUIRY, picture(POINTS[INQUIRY]))


def test_what_is_sound_waits_to_be_drawn_and_then_no_more() -> None:
    assert [each.name for each in START.waiting] == ["ferry", "inquiry"]
    assert DRAWN.waiting == ()
    assert [each.stale for each in DRAWN.watched] == [False, False]


def test_a_check_that_finds_nothing_new_changes_nothing() -> None:
    assert checked(DRAWN, BOTH) is DRAWN or checked(DRAWN, BOTH) == DRAWN
    assert checked(DRAWN, BOTH).version == DRAWN.version


def test_notes_are_left_to_check() -> None:
    noted = read(NOTED, ferry=POINTS[FERRY], inquiry=POINTS[INQUIRY])
    assert checked(DRAWN, noted) == DRAWN


def test_a_mistake_keeps_the_last_good_picture_and_its_end_makes_it_good_again_without_drawing() -> None:
    broken = checked(DRAWN, read(SLIP, ferry=None, inquiry=POINTS[INQUIRY]))
    ferry = broken.find("ferry")
    assert ferry is not None
    assert (ferry.stale, ferry.waiting, ferry.picture, ferry.problems) == (True, False, picture(POINTS[FERRY]), (SLIP,))
    assert broken.version == DRAWN.version + 1
    mended = checked(broken, BOTH)
    assert (mended.watched, mended.waiting) == (DRAWN.watched, ())


def test_a_change_is_drawn_and_a_drawing_that_fails_is_not_tried_again() -> None:
    new = retitled(FERRY, "New")
    preview = checked(DRAWN, read(ferry=new, inquiry=POINTS[INQUIRY]))
    assert [each.title for each in preview.waiting] == ["New"]
    failed = undrawn(preview, FERRY, Failure(new, "too slow"))
    assert (failed.waiting, failed.watched[0].stale, failed.watched[0].failed) == ((), True, True)
    newer = retitled(FERRY, "Newer")
    assert [each.title for each in checked(failed, read(ferry=newer, inquiry=None)).waiting] == ["Newer"]


def test_only_a_file_saved_alone_is_turned_to() -> None:
    assert START.latest is None
    saved = checked(DRAWN, read(ferry=POINTS[FERRY], inquiry=retitled(INQUIRY, "New")))
    assert saved.latest == INQUIRY
    assert saved.find("") == saved.watched[1]
    both = checked(saved, read(SHARED, ferry=None, inquiry=None))
    assert both.latest == INQUIRY


def test_a_deleted_file_leaves_the_list_but_not_when_its_folder_is_gone_or_it_was_named() -> None:
    alone = checked(DRAWN, read(ferry=POINTS[FERRY]))
    assert ([each.name for each in alone.watched], [each.name for each in gone(DRAWN, alone)]) == (
        ["ferry"],
        ["inquiry"],
    )
    empty = Diagnostic(Span("isle"), CATALOGUE["unreadable-file"], "there is no such file")
    nothing = checked(DRAWN, Loaded(problems=(empty,), read={Path("isle"): None}))
    assert [(each.name, each.stale) for each in nothing.watched] == [("ferry", True), ("inquiry", True)]
    unknown = Diagnostic(Span("inquiry"), CATALOGUE["unknown-scenario"], "no scenario in isle is called 'inquiry'")
    named = checked(DRAWN, read(unknown, ferry=POINTS[FERRY]))
    assert [(each.name, each.stale) for each in named.watched] == [("ferry", False), ("inquiry", True)]


def test_what_somebody_looks_at_is_drawn_first_then_what_was_saved_last() -> None:
    three = read(ferry=POINTS[FERRY], inquiry=POINTS[INQUIRY], storm=retitled(FERRY, "Storm"))
    preview = replace(checked(Preview(), three), latest=INQUIRY)
    assert [each.name for each in in_turn(preview, [])] == ["inquiry", "ferry", "storm"]
    assert [each.name for each in in_turn(preview, ["storm", "nobody"])] == ["storm", "inquiry", "ferry"]


@given(st.lists(st.tuples(*[st.sampled_from(["a", "b", "c"])] * 3).map(lambda parts: Path(*parts)), unique=True))
def test_every_file_has_a_name_of_its_own(paths: list[Path]) -> None:
    names = unique_names(paths)
    assert list(names) == paths
    assert len(set(names.values())) == len(paths)


NEWS = st.lists(
    st.one_of(
        st.tuples(st.just("save"), st.sampled_from([FERRY, INQUIRY]), st.sampled_from(["", "One", "Two", "broken"])),
        st.tuples(st.just("draw"), st.sampled_from([FERRY, INQUIRY]), st.sampled_from(["well", "badly"])),
    ),
    max_size=12,
)


@given(NEWS)
def test_whatever_is_saved_and_drawn_a_picture_is_stale_just_when_the_file_says_something_else(
    news: list[tuple[str, Path, str]],
) -> None:
    files: dict[Path, TurningPoint | None] = dict(POINTS)
    preview = START
    pictures: set[Path] = set()
    for what, path, how in news:
        before = preview
        if what == "save":
            files[path] = None if how == "broken" else retitled(path, how or "Zero")
            slips = [
                Diagnostic(Span(str(each)), CATALOGUE["empty-file"], "") for each, point in files.items() if not point
            ]
            preview = checked(preview, Loaded(problems=tuple(slips), read=files))
        else:
            point = next(each.point for each in preview.watched if each.path == path)
            if point and how == "well":
                preview = drawn(preview, path, picture(point))
                pictures.add(path)
            elif point:
                preview = undrawn(preview, path, Failure(point, "it hangs"))
        assert (preview.version > before.version) == (preview != before)
        for each in preview.watched:
            assert each.point == files[each.path]
            # No good picture is ever lost.
            assert (each.picture is not None) == (each.path in pictures)
            assert each.stale == (each.picture is not None and each.picture.point != files[each.path])
            # A page that shows another state than the file's says why, unless it is being drawn.
            shown = each.picture is not None and not each.stale
            assert bool(banner(each, preview.problems)) == (not shown and not each.waiting)


# Its words


def told(before: Preview, after: Preview) -> list[str]:
    return report(before, after)[0]


def test_the_first_line_says_what_is_watched() -> None:
    assert watching(DRAWN, Path("isle")) == "watching ferry, inquiry in isle; Ctrl-C ends it"
    assert watching(Preview(), Path("isle")) == "watching 0 scenarios in isle; Ctrl-C ends it"


def test_every_change_has_its_line() -> None:
    new = retitled(FERRY, "New")
    saved = checked(DRAWN, read(ferry=new, inquiry=POINTS[INQUIRY]))
    broken = checked(DRAWN, read(SLIP, ferry=None, inquiry=POINTS[INQUIRY]))
    shared = checked(DRAWN, read(SHARED, ferry=None, inquiry=None))
    assert told(Preview(), START) == ["2 scenarios: no mistakes"]
    # It is told with the drawing.
    assert told(DRAWN, saved) == []
    assert finished([saved.watched[0]], 0.84, False) == ["ferry: no mistakes; drawn in 0.8 s"]
    assert report(DRAWN, broken) == (["ferry: 1 error; the picture of 14:02:11 stays"], [SLIP])
    assert told(START, checked(START, read(SLIP, DOUBT, ferry=None, inquiry=POINTS[INQUIRY]))) == [
        "ferry: 1 error, 1 warning; no picture yet"
    ]
    assert told(DRAWN, checked(DRAWN, read(DOUBT, ferry=new, inquiry=POINTS[INQUIRY]))) == ["ferry: 1 warning"]
    assert told(broken, checked(broken, BOTH)) == ["ferry: no mistakes"]
    assert told(DRAWN, shared) == ["isle/collection.yaml: 1 error; the last pictures stay"]
    assert told(shared, checked(shared, BOTH)) == ["isle/collection.yaml: no mistakes"]
    assert told(DRAWN, checked(DRAWN, read(storm=new, inquiry=POINTS[INQUIRY]))) == ["ferry: gone"]
    failed = undrawn(saved, FERRY, Failure(new, "it hangs"))
    assert finished([failed.watched[0]], 9, True) == ["ferry: not drawn: it hangs"]
    assert finished(DRAWN.watched, 1.46, True) == ["2 scenarios: drawn in 1.5 s"]


def watched(*problems: Diagnostic, **parts: object) -> Watched:
    return replace(DRAWN.watched[0], problems=problems, **parts)  # type: ignore[arg-type]


def test_the_banner_says_why_the_picture_is_old() -> None:
    stays = "This is the picture of 14:02:11."
    new = retitled(FERRY, "New")
    assert banner(watched(), ()) == ""
    assert banner(watched(point=new), ()) == ""
    assert banner(watched(SLIP, point=None), ()) == f"The file has a mistake in line 34. {stays}"
    assert banner(watched(SLIP, replace(SLIP, rule=CATALOGUE["cycle"]), point=None), ()) == (
        f"The file has 2 mistakes, the first in line 34. {stays}"
    )
    assert banner(watched(point=None), [SHARED]) == f"collection.yaml has a mistake in line 2. {stays}"
    assert banner(watched(point=None), ()) == f"The file is gone. {stays}"
    assert (
        banner(watched(point=new, failure=Failure(new, "it hangs")), ()) == f"It could not be drawn: it hangs. {stays}"
    )
    assert banner(watched(SLIP, point=None, picture=None), ()) == (
        "The file has a mistake in line 34. There is no picture yet."
    )


def test_how_a_scenario_is_has_a_sign_and_a_word() -> None:
    assert state(watched(), ()) == "✓ no mistakes"
    assert state(watched(DOUBT), ()) == "▲ 1 warning"
    assert state(watched(DOUBT, SLIP, point=None), ()) == "✗ 1 error, 1 warning"
    assert state(watched(), [SHARED]) == "✗ 1 error"
    new = retitled(FERRY, "New")
    assert state(watched(point=new, failure=Failure(new, "it hangs")), ()) == "✗ not drawn"


# Its page


def body(text: str) -> str:
    """The page without its style and script, which are the same in all."""
    head, _, rest = text.partition("<style>")
    return head + rest.partition("</style>\n")[2].partition("<script>")[0]


def test_the_page_with_a_stale_picture_and_problems(agrees: Callable[[str, Path], None]) -> None:
    preview = checked(DRAWN, read(SLIP, DOUBT, ferry=None, inquiry=POINTS[INQUIRY]))
    agrees(body(page(preview, "ferry", "run", "untaken watch --scenarios '<isle>'")), GOLDEN / "preview-stale.html")


def test_the_page_of_one_sound_scenario(agrees: Callable[[str, Path], None]) -> None:
    preview = drawn(checked(Preview(), read(ferry=POINTS[FERRY])), FERRY, picture(POINTS[FERRY]))
    agrees(body(page(preview, "", "run", "untaken watch ferry")), GOLDEN / "preview-sound.html")


def test_the_page_fetches_nothing_from_elsewhere() -> None:
    text = page(DRAWN)
    assert "//" not in text.replace("http://www.w3.org/2000/svg", "").partition("<style>")[0]
    assert "url(http" not in text
    assert policy().startswith("default-src 'none'; ")
    assert "unsafe" not in policy()


def test_the_facts_for_programs() -> None:
    facts = summary(checked(DRAWN, read(SLIP, ferry=None, inquiry=retitled(INQUIRY, "New"))))
    assert facts == {
        "version": 4,
        "settled": False,
        "fault": "",
        "problems": [],
        "scenarios": [
            {
                "name": "ferry",
                "title": "The ferry and the storm",
                "path": "isle/ferry.yaml",
                "errors": 1,
                "warnings": 0,
                "problems": [str(SLIP)],
                "stale": True,
                "drawn": "14:02:11",
                "picture": f"/picture/{picture(POINTS[FERRY]).digest}.svg",
                "failure": None,
            },
            {
                "name": "inquiry",
                "title": "New",
                "path": "isle/inquiry.yaml",
                "errors": 0,
                "warnings": 0,
                "problems": [],
                "stale": True,
                "drawn": "14:02:11",
                "picture": f"/picture/{picture(POINTS[INQUIRY]).digest}.svg",
                "failure": None,
            },
        ],
    }


def test_only_pictures_that_are_shown_can_be_had() -> None:
    shown = picture(POINTS[FERRY])
    assert DRAWN.picture(shown.digest) == shown
    assert START.picture(shown.digest) is None
    assert changed(START, DRAWN) == []
