"""How diagnostics are shown."""

from __future__ import annotations

import json
import re

import pytest

from fledge.diagnostics.diagnostic import DiagnosticCollector, Severity
from fledge.diagnostics.render import (
    count,
    escape_control_characters,
    render_github,
    render_text,
    to_json,
    workflow_command,
)
from fledge.diagnostics.source import SourcePointer, SourceText


def report(content: str, syntax: str = "json", path: str = "specs/pet.md") -> DiagnosticCollector:
    """A report on one document."""
    made = DiagnosticCollector()
    made.read(SourceText(name="d", path=path, text=content, syntax=syntax))
    return made


def shown(content: str, pointer: str, syntax: str = "json") -> list[str]:
    """The excerpt and the marks of one fault."""
    made = report(content, syntax)
    made.error("code", "message", origin=SourcePointer(source="d", pointer=pointer))
    return [line.partition("| ")[2] for line in render_text(made).splitlines() if "| " in line]


def test_whole_message() -> None:
    """Code, message, place, excerpt, related places, pointer and hint, in the manner of rustc."""
    made = report('{\n  "a": {"$ref": "#/b"},\n  "c": 1\n}\n')
    made.add(
        Severity.ERROR,
        "reference-unresolved",
        "`#/b` points to nothing",
        origin=SourcePointer(source="d", pointer="/a/$ref"),
        hint="did you mean `#/c`?",
        related=(("this is near", SourcePointer(source="d", pointer="/c")),),
    )
    assert render_text(made) == (
        "error[reference-unresolved]: `#/b` points to nothing\n"
        " --> specs/pet.md:2:17\n"
        "  |\n"
        '2 | "a": {"$ref": "#/b"},\n'
        "  |               ^^^^^\n"
        "  |\n"
        " ::: specs/pet.md:3:8: this is near\n"
        "  = at /a/$ref\n"
        "  = help: did you mean `#/c`?\n"
        "\n"
    )


def test_without_a_place() -> None:
    """A message that belongs to no document is short."""
    made = DiagnosticCollector()
    made.error("source-missing", "there is no `x`", hint="look again")
    assert render_text(made) == "error[source-missing]: there is no `x`\n  = help: look again\n\n"


def test_several_lines() -> None:
    """The lines of a message after the first are indented."""
    made = DiagnosticCollector()
    made.note("code", "one\ntwo\x1b[31m\nthree")
    assert render_text(made) == "note[code]: one\n  two\\x1b[31m\n  three\n\n"


def test_long_line_is_cut_around_the_fault() -> None:
    """Of a page's one line, what is near the fault is shown, within 100 columns."""
    content = json.dumps({"x" * 5000: 1, "here": {"$ref": "#/nowhere"}, "y" * 5000: 2})
    line, marks = shown(content, "/here/$ref")
    assert len(line) <= 96
    assert line.startswith("…") and line.endswith("…")
    assert line[marks.index("^") : marks.rindex("^") + 1] == '"#/nowhere"'


def test_long_value_is_marked_as_far_as_it_is_shown() -> None:
    """A mark is not longer than what is shown of what it marks."""
    line, marks = shown(json.dumps({"a": "x" * 500}), "/a")
    assert line == '{"a": "' + "x" * (len(line) - 8) + "…"
    assert len(marks) == len(line) - 1


@pytest.mark.parametrize("padding", [0, 1, 27, 28, 29, 60, 94, 95, 96, 97, 98, 99, 100, 101, 500])
@pytest.mark.parametrize("after", [0, 1, 50, 100, 500])
def test_marks_stand_below_what_they_mark(padding: int, after: int) -> None:
    """Wherever the fault is in its line, the marks are below it and nothing is wider than it may be."""
    content = '{"' + "p" * padding + '": 0, "a": "!!!", "' + "q" * after + '": 1}'
    line, marks = shown(content, "/a")
    assert line[marks.index("^") : marks.rindex("^") + 1] == '"!!!"'
    assert len(line) <= 96


def test_wide_characters() -> None:
    """A character of two columns moves the marks by two, an accent that combines by none."""
    line, marks = shown('{"漢字e\u0301": 1}', "/漢字e\u0301")
    assert (line, marks) == ('{"漢字e\u0301": 1}', " " * 10 + "^")


def test_marks_of_wide_characters() -> None:
    """What is wide is marked wide."""
    assert shown('["漢字"]', "/0") == ['["漢字"]', " ^^^^^^"]


@pytest.mark.parametrize(
    ("char", "escape"),
    [
        ("\x1b", "\\x1b"),
        ("\u202e", "\\u202e"),
        ("\u200b", "\\u200b"),
        ("\x7f", "\\x7f"),
        ("\U000e0041", "\\U000e0041"),
    ],
)
def test_what_would_deceive_is_escaped(char: str, escape: str) -> None:
    """Control characters, those that turn text around and those that nobody sees are shown as escapes."""
    line, marks = shown('{"' + char + '": "x"}', "/" + char)
    assert line == '{"' + escape + '": "x"}'
    assert marks == " " * (len(escape) + 5) + "^^^"
    assert char not in escape_control_characters(f"a{char}b")


def test_tabs() -> None:
    """A tab is as wide as what is shown of it."""
    assert shown('{"a":\t1}', "/a") == ['{"a":    1}', "         ^"]


def test_indentation_is_left_out() -> None:
    """Leading white space tells nothing in one line."""
    assert shown("a:\n            b: 1\n", "/a/b", "yaml") == ["b: 1", "   ^"]


def test_windows_lines() -> None:
    """A carriage return at the end of a line is not shown."""
    assert shown('{\r\n"a": 1\r\n}', "/a") == ['"a": 1', "     ^"]


def test_empty_document() -> None:
    """A document without text has a place and no excerpt."""
    made = report("")
    made.error("source-empty", "nothing", origin=SourcePointer(source="d", offset=0))
    assert render_text(made) == "error[source-empty]: nothing\n --> specs/pet.md:1:1\n\n"


def test_sorted_by_place() -> None:
    """Messages are in the order of documents and places, whatever the order in which they were found."""
    made = report('{"a": 1, "b": 2}')
    made.read(SourceText(name="c", path="a.json", text="{}", syntax="json"))
    made.note("z", "third", origin=SourcePointer(source="d", pointer="/b"))
    made.error("y", "second", origin=SourcePointer(source="d", pointer="/a"))
    made.warning("x", "last of all")
    made.note("z", "first", origin=SourcePointer(source="c"))
    assert [one["message"] for one in to_json(made)] == ["first", "second", "third", "last of all"]


def test_many_of_one_code_are_one_block() -> None:
    """Of many warnings, or notes, of one code three places are shown as text; errors, and machines, get all."""
    made = report(json.dumps({f"k{i}": i for i in range(40)}))
    for i in range(32):
        for add in (made.note, made.warning, made.error):
            add("same", f"{add.__name__} {i}", origin=SourcePointer(source="d", pointer=f"/k{i}"))
    made.note("other", "once")
    out = render_text(made)
    assert out.count("note[same]") == out.count("warning[same]") == 1
    assert out.count("error[same]") == 32
    assert out.count("... and 29 more like this") == 2
    assert out.count("= also specs/pet.md:1:") == 4
    assert "warning 1\n" in out and "warning 2\n" in out and "warning 3\n" not in out
    assert len(to_json(made)) == 97
    assert count(made) == "32 errors, 32 warnings, 33 notes"
    every = render_text(made, every=True)
    assert every.count("warning[same]") == every.count("note[same]") == 32


def test_a_thousand_warnings_fit_a_screen() -> None:
    """Of three codes, whatever their number."""
    made = report(json.dumps({f"k{i}": i for i in range(1000)}))
    for i in range(1000):
        made.warning(
            f"code-{i % 3}", f"warning {i}", origin=SourcePointer(source="d", pointer=f"/k{i}"), hint="Mend it."
        )
    assert len(render_text(made).splitlines()) <= 36


def test_color() -> None:
    """Escape sequences only color: without them, the text is the same."""
    made = report('{"a": 1}')
    made.warning("same", "text", origin=SourcePointer(source="d", pointer="/a"), hint="Mend it.")
    colored = render_text(made, color=True)
    assert "\x1b[1;33mwarning[same]\x1b[0m" in colored
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == render_text(made)


def test_count() -> None:
    """The summary counts by severity and leaves out what there is none of."""
    made = DiagnosticCollector()
    assert count(made) == ""
    made.error("a", "a")
    made.note("b", "b")
    assert count(made) == "1 error, 1 note"


def test_records() -> None:
    """For programs there are plain values."""
    made = report('{"a": 1}')
    made.add(
        Severity.WARNING,
        "code",
        "message",
        origin=SourcePointer(source="d", pointer="/a"),
        related=(("there", SourcePointer(source="d", offset=1)),),
    )
    made.error("other", "elsewhere", origin=SourcePointer(source="unknown"), hint="h")
    assert to_json(made) == [
        {
            "code": "code",
            "severity": "warning",
            "message": "message",
            "hint": None,
            "location": {"file": "specs/pet.md", "line": 1, "column": 7, "pointer": "/a"},
            "related": [{"label": "there", "location": {"file": "specs/pet.md", "line": 1, "column": 2}}],
        },
        {
            "code": "other",
            "severity": "error",
            "message": "elsewhere",
            "hint": "h",
            "location": None,
            "related": [],
        },
    ]


def test_github() -> None:
    """For GitHub, what would end a property or a command is escaped."""
    made = report('{"a": 1}', path="specs/a,b:c%.md")
    made.add(
        Severity.NOTE,
        "code",
        "100%\nsure",
        origin=SourcePointer(source="d", pointer="/a"),
        hint="do: this, or that",
        related=(("there", SourcePointer(source="d", offset=1)),),
    )
    made.error("bare", "no place")
    made.warning("w", "w")
    assert render_github(made) == (
        "::notice file=specs/a%2Cb%3Ac%25.md,line=1,col=7,title=code::"
        "100%25%0Asure%0Athere: specs/a,b:c%25.md:1:2%0Ahelp: do: this, or that\n"
        "::error title=bare::no place\n"
        "::warning title=w::w\n"
    )


def test_annotations_have_no_characters_that_turn_text_around() -> None:
    """A message from a description cannot show other text on GitHub than it has."""
    command = workflow_command("error", "a\u202eb\nc\x1b[2J", title="x\u2066y")
    assert command == "::error title=x\\u2066y::a\\u202eb%0Ac\\x1b[2J"
