"""Reading: every key and value is found where it stands, nothing is guessed, and bounds hold."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import untaken.reading.yaml.files
from untaken.reading.decoding import regrouped
from untaken.reading.diagnostics import Diagnostic
from untaken.reading.marked import Listing, Mapping, Marked, Text
from untaken.reading.yaml import Read, decoded_text, read_text

WORDS = st.text("abzéйЖ漢ñ🙂👩\u0301", min_size=1, max_size=6)
GUESSED = (
    "no", "on", "yes", "Off", "true", "null", "~", "010", "0x1F", "1e3", ".5", ".inf", "1_000", "12:30:45", "1918-02-24",
    "2001-12-14t21:59:43.10-05:00", "=", "<<",
)  # fmt: skip
"""Words that YAML takes for something else."""
PLAIN = st.lists(WORDS, min_size=1, max_size=4).map(" ".join) | st.sampled_from(GUESSED)
QUOTED = st.text("ab éй漢🙂:#-{}[],&*!|>'\"%@`\\", max_size=12)
Value = object
TREES: st.SearchStrategy[Value] = st.recursive(
    st.tuples(st.just("plain"), PLAIN)
    | st.tuples(st.sampled_from(["single", "double"]), QUOTED)
    | st.tuples(st.sampled_from(["literal", "folded"]), PLAIN),
    lambda children: (
        st.lists(children, min_size=1, max_size=4) | st.dictionaries(WORDS, children, min_size=1, max_size=4)
    ),
    max_leaves=12,
)

Found = tuple[int, int, str]
"""Line, column, text."""


def read_bytes(data: bytes, path: str) -> Read:
    text = decoded_text(data, path)
    return Read(None, (text,)) if isinstance(text, Diagnostic) else read_text(text, path)


@dataclass
class Writer:
    """Writes a tree as YAML and remembers where each key and value begins."""

    lines: list[str] = field(default_factory=lambda: [""])
    found: list[Found] = field(default_factory=list)

    def place(self, written: str, value: str) -> None:
        self.found.append((len(self.lines), len(self.lines[-1]) + 1, value))
        self.lines[-1] += written

    def write(self, value: Value, indent: int) -> None:
        if isinstance(value, dict):
            for key, member in value.items():
                self.begin(indent)
                self.place(key, key)
                self.lines[-1] += ": " if isinstance(member, tuple) else ":"
                self.write(member, indent + 2)
        elif isinstance(value, list):
            for member in value:
                self.begin(indent)
                self.lines[-1] += "- "
                self.write(member, indent + 2)
        elif isinstance(value, tuple):
            self.scalar(*value, indent)

    def begin(self, indent: int) -> None:
        """Go on where a list item has just begun, else in a new line."""
        if not (self.lines[-1].endswith("- ") and len(self.lines[-1]) == indent):
            self.lines.append(" " * indent)

    def scalar(self, style: str, text: str, indent: int) -> None:
        if style == "plain":
            self.place(text, text)
        elif style == "single":
            self.place("'" + text.replace("'", "''") + "'", text)
        elif style == "double":
            self.place('"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"', text)
        else:
            self.place("|-" if style == "literal" else ">-", text)
            self.lines.append(" " * (indent + 1) + text)


def everything_in(tree: Marked) -> Iterator[Found]:
    if isinstance(tree, Text):
        yield tree.span.line, tree.span.column, tree.value
    elif isinstance(tree, Listing):
        for item in tree.items:
            yield from everything_in(item)
    elif isinstance(tree, Mapping):
        for key, value in tree.entries.values():
            yield from everything_in(key)
            yield from everything_in(value)


@settings(max_examples=60, deadline=None)
@given(
    tree=st.dictionaries(WORDS, TREES, min_size=1, max_size=4),
    line_break=st.sampled_from(["\n", "\r\n", "\r"]),
    mark=st.sampled_from([b"", b"\xef\xbb\xbf"]),
    loader=st.sampled_from([yaml.CLoader, yaml.Loader]),
)
def test_every_key_and_value_is_found_at_its_line_and_column(
    tree: dict[str, Value], line_break: str, mark: bytes, loader: type[yaml.Loader]
) -> None:
    writer = Writer()
    writer.write(tree, 0)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(untaken.reading.yaml.files, "LOADER", loader)
        read = read_bytes(mark + line_break.join(writer.lines).encode(), "x.yaml")
    assert read.problems == ()
    assert read.tree is not None
    assert list(everything_in(read.tree)) == writer.found


def tree_of(text: str) -> Marked:
    read = read_text(text, "x.yaml")
    assert read.problems == ()
    assert read.tree is not None
    return read.tree


def test_no_word_is_guessed_to_be_anything_else() -> None:
    assert texts("".join(f"- {word}\n" for word in GUESSED)) == list(GUESSED)


def texts(text: str) -> list[str]:
    return [value for _, _, value in everything_in(tree_of(text))]


def messages(read: Read) -> list[tuple[int, int, str]]:
    return [(each.span.line, each.span.column, each.code) for each in read.problems]


def test_a_value_in_braces_and_brackets_is_found_in_its_place() -> None:
    assert list(everything_in(tree_of("кто: {кого: [a, 'b']}"))) == [
        (1, 1, "кто"),
        (1, 7, "кого"),
        (1, 14, "a"),
        (1, 17, "b"),
    ]


def test_the_span_of_a_value_is_as_wide_as_it_is_written() -> None:
    tree = tree_of('title: "Ferry \\"Ann\\""\n')
    assert isinstance(tree, Mapping)
    key, value = tree.entries["title"]
    assert (key.span.width, value.span.width) == (5, 15)


def test_a_line_separator_ends_a_line_as_it_does_in_yaml() -> None:
    assert list(everything_in(tree_of("a: 'b\u2028c'\nd: e\n")))[2:] == [(3, 1, "d"), (3, 4, "e")]


def test_a_comment_and_a_blank_line_are_no_value() -> None:
    assert texts("# first\n\na: b # c\n#d: e\n") == ["a", "b"]


def test_an_alias_is_what_it_repeats_with_the_place_where_that_stands() -> None:
    assert list(everything_in(tree_of("a: &x {b: c}\nd: *x\n"))) == [
        (1, 1, "a"), (1, 8, "b"), (1, 11, "c"), (2, 1, "d"), (1, 8, "b"), (1, 11, "c"),
    ]  # fmt: skip


def test_an_anchor_given_twice_means_the_nearer_one() -> None:
    assert texts("a: &x b\nc: *x\nd: &x e\nf: *x\n") == ["a", "b", "c", "b", "d", "e", "f", "e"]


def plain_of(tree: Marked) -> object:
    """A tree as PyYAML has it: with every text as it is written."""
    if isinstance(tree, Mapping):
        return {key: plain_of(value) for key, (_, value) in tree.entries.items()}
    return [plain_of(item) for item in tree.items] if isinstance(tree, Listing) else tree.value


MERGED = """\
x-shared: {one: &one {a: 1, b: 2}, other: &other {b: 3, c: 4}, nested: &nested {<<: *one, d: 5}}
whole: {<<: *one}
first: {<<: *one, a: 9}
last:
  a: 9
  <<: *one
several: {<<: [*other, *one], d: 7}
through: {<<: *nested, b: 8}
here: {<<: {e: 6}, f: 7}
quoted: {"<<": *one}
"""


def test_a_merge_key_adds_what_the_mapping_does_not_say_itself_as_it_does_in_yaml() -> None:
    read = read_text(MERGED, "f.yaml")
    assert read.problems == ()
    text, quoted = MERGED.partition("quoted")[0], {"<<": {"a": "1", "b": "2"}}
    # What PyYAML makes of them, but for the numbers that it guesses.
    assert plain_of(tree_of(MERGED)) == json.loads(json.dumps(yaml.safe_load(text)), parse_int=str) | {"quoted": quoted}


def test_what_a_merge_key_added_stands_where_the_anchor_has_it() -> None:
    tree = tree_of(MERGED)
    assert isinstance(tree, Mapping)
    whole = tree.entries["whole"][1]
    assert isinstance(whole, Mapping)
    key, value = whole.entries["b"]
    assert (key.span.line, key.span.column, value.span.line, value.span.column) == (1, 29, 1, 32)


def test_merge_keys_repeat_so_much_and_no_more() -> None:
    many = "".join(f"m{at}: &m{at} {{<<: [*m{at - 1}, *m{at - 1}], k{at}: v}}\n" for at in range(1, 60))
    read = read_text(f"m0: &m0 {{k: v}}\n{many}", "f.yaml")
    assert [each.code for each in read.problems] == ["file-too-large"]


def test_a_large_file_without_aliases_is_told_to_be_parted_not_to_have_fewer_aliases(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("untaken.reading.yaml.tree.MOST_VALUES", 10)
    [problem] = read_text("a: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]\n", "f.yaml").problems
    assert (problem.message, problem.help) == ("the file holds more than 10 values", "make several scenarios of it")


def test_blanks_round_a_key_do_not_count() -> None:
    tree = tree_of("' a ': b\n")
    assert isinstance(tree, Mapping)
    assert list(tree.entries) == ["a"]


def test_the_second_of_two_equal_keys_names_the_place_of_the_first() -> None:
    read = read_text("a: 1\nb: 2\n' a': 3\n", "x.yaml")
    assert read.tree is not None
    tree, problems = regrouped(read.tree)
    assert [str(each).splitlines()[0] for each in (*read.problems, *problems)] == [
        "x.yaml:3:1: error[duplicate-key]: 'a' was given already in line 1, column 1"
    ]
    assert [value for _, _, value in everything_in(tree)] == ["a", "1", "b", "2"]


def test_control_characters_have_a_message_each_and_the_rest_is_read() -> None:
    read = read_text("a: b\x07\nc: \x1bd\ne: f\n", "x.yaml")
    assert messages(read) == [(1, 5, "control-character"), (2, 4, "control-character")]
    assert read.tree is not None
    assert [value for _, _, value in everything_in(read.tree)] == ["a", "b\ufffd", "c", "\ufffdd", "e", "f"]


def test_a_file_full_of_control_characters_has_one_message() -> None:
    assert messages(read_text("\x01\n" * 1000, "x.yaml")) == [(1, 1, "control-character")]


def test_text_that_is_not_utf8_is_shown_where_it_stands() -> None:
    read = read_bytes("a: b\nкто: ".encode() + b"\xe9 x\n", "x.yaml")
    assert messages(read) == [(2, 6, "not-utf8")]
    assert read.problems[0].span.text == "кто: � x"


def test_a_file_may_hold_so_much_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(untaken.reading.yaml.files, "MOST_BYTES", 3_000_000)
    assert read_bytes(b"a: b\n".ljust(3_000_000, b"\n"), "x.yaml").problems == ()
    [problem] = read_bytes(b"a: b\n".ljust(3_000_001, b"\n"), "x.yaml").problems
    assert (problem.code, problem.message) == ("file-too-large", "the file is larger than 3 MB")


def test_a_file_may_hold_so_many_values_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(untaken.reading.yaml.tree, "MOST_VALUES", 1000)
    assert read_text("- x\n" * 999, "x.yaml").problems == ()
    [problem] = read_text("- x\n" * 1000, "x.yaml").problems
    assert (problem.code, problem.message) == ("file-too-large", "the file holds more than 1,000 values")
    # A long text counts as one for each hundred letters.
    assert read_text(f"- {'x' * 99_700}\n", "x.yaml").problems == ()
    assert messages(read_text(f"- {'x' * 100_000}\n", "x.yaml")) == [(1, 3, "file-too-large")]


REPEATED = "the aliases of the file repeat more than 100,000 values, or 10 MB of text"


def test_aliases_may_repeat_so_much_and_no_more() -> None:
    values = f"a: &a [{', '.join('x' * 9_999)}]\n"
    assert read_text(f"{values}b: [{', '.join(['*a'] * 10)}]\n", "x.yaml").problems == ()
    [problem] = read_text(f"{values}b: [{', '.join(['*a'] * 11)}]\n", "x.yaml").problems
    assert (problem.code, problem.message, problem.help) == (
        "file-too-large",
        REPEATED,
        "write fewer aliases, or several scenarios",
    )


def test_a_long_text_may_be_repeated_so_often_and_no_more_often() -> None:
    text = f"a: &a {'x' * 999_900}\n"
    assert read_text(f"{text}b: [{', '.join(['*a'] * 10)}]\n", "x.yaml").problems == ()
    [problem] = read_text(f"{text}b: [{', '.join(['*a'] * 11)}]\n", "x.yaml").problems
    assert problem.message == REPEATED


def test_a_file_may_be_so_deep_and_no_deeper() -> None:
    depth = untaken.reading.yaml.tree.MOST_DEPTH
    assert read_text("[" * depth + "]" * depth, "x.yaml").problems == ()
    assert messages(read_text("[" * (depth + 1) + "]" * (depth + 1), "x.yaml")) == [(1, depth + 1, "nested-too-deep")]


def test_what_was_found_before_a_syntax_error_is_told_too() -> None:
    assert messages(read_text("a: !x b\na: c\nd: e: f\n", "x.yaml")) == [(1, 4, "yaml-tag"), (3, 5, "yaml-syntax")]


ALPHABET = st.text("ab: -\n'\"{}[],#&*!|>?%@`\\\t\u00a0“–\x07й🙂", max_size=40)


@settings(max_examples=60, deadline=None)
@given(text=ALPHABET, loader=st.sampled_from([yaml.CLoader, yaml.Loader]))
def test_whatever_is_written_is_read_or_has_a_message_in_the_file(text: str, loader: type[yaml.Loader]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(untaken.reading.yaml.files, "LOADER", loader)
        read = read_text(text, "x.yaml")
    assert (read.tree is None) <= bool(read.problems)
    for problem in read.problems:
        line = text.split("\n")[problem.span.line - 1] if problem.span.line <= text.count("\n") + 1 else None
        assert line is not None
        assert problem.span.column <= len(line) + 1
        assert all(letter.isprintable() or letter in "\n\ufffd\u00a0" for letter in str(problem))
