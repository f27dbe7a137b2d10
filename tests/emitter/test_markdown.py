"""Markdown of a description: wrapped into docstrings, and escaped in READMEs."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fledge.emitter.markdown import (
    end_sentence,
    escape_markdown,
    filled,
    markdown_code,
    markdown_line,
    split_summary,
    title_after_article,
    wrap_markdown,
)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one two three four", ["one two", "three four"]),
        ("one\ntwo\n\nthree", ["one two", "", "three"]),
        ("- one two three\n- four", ["- one two", "  three", "- four"]),
        ("1. one two three\n   - four", ["1. one two", "   three", "   - four"]),
        ("```\na  b  c  d  e\n```", ["```", "a  b  c  d  e", "```"]),
        ("| a | b | c | d |\n| - | - | - | - |", ["| a | b | c | d |", "| - | - | - | - |"]),
        ("# Title\ntext", ["# Title", "text"]),
        ("averyverylongword b", ["averyverylongword", "b"]),
        ("one  \ntwo", ["one", "two"]),
        ("", []),
    ],
)
def test_paragraphs_are_filled_and_all_else_keeps_its_lines(text: str, lines: list[str]) -> None:
    """Ten columns: words are wrapped, rows of tables and code are not."""
    assert wrap_markdown(text, 10) == lines


def test_further_lines_hang() -> None:
    """The lines of an argument's description are indented below its name."""
    assert wrap_markdown("name: one two three", 12, hanging=4) == ["name: one", "    two", "    three"]


@settings(deadline=None)
@given(st.text(st.sampled_from("ab \n-*|`#>1."), max_size=60), st.integers(5, 40))
def test_no_word_is_lost(text: str, width: int) -> None:
    """Wrapping changes white space only."""
    assert "".join("".join(wrap_markdown(text, width)).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "summary", "rest"),
    [
        ("Lists pets. It is fast.", "Lists pets.", "It is fast."),
        ("Lists pets", "Lists pets.", ""),
        ("Version 1.2 of pets. More.", "Version 1.2 of pets.", "More."),
        ("Lists\npets.\n\n- one", "Lists pets.", "- one"),
        ("# Pets\n\nAll of them.", "Pets.", "All of them."),
        ("", "", ""),
    ],
)
def test_the_first_sentence_is_the_summary(text: str, summary: str, rest: str) -> None:
    """What follows it, and every structure, is the rest."""
    assert split_summary(text) == (summary, rest)


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("a*b*", r"a\*b\*"),
        ("see `a*b`", "see `a*b`"),
        ("<script>", r"\<script>"),
        ("1. first", r"1\. first"),
        ("a | b, 3 < 4, AT&T, #5, 1.5, -5", "a | b, 3 < 4, AT&T, #5, 1.5, -5"),
        ("from $5 to $6, ~7, /~u/~v", "from $5 to $6, ~7, /~u/~v"),
        ("a $x$ ~~b~~ ~c~", r"a \$x\$ \~\~b\~\~ \~c\~"),
        ("snake_case _emphasis_", r"snake_case \_emphasis\_"),
        ("line\nline", "line line"),
        ("&lt;", r"\&lt;"),
    ],
)
def test_text_is_no_markup(text: str, markdown: str) -> None:
    """A README shows the text of a description as it is, but for code."""
    assert escape_markdown(text) == markdown


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("A *portfolio* of `a|b` & _more_ &lt;", "A *portfolio* of `a|b` & _more_ &lt;"),
        (
            "an [invoice](https://a.example/b), [`c`](mailto:d@a.example 'e')",
            "an [invoice](https://a.example/b), [`c`\\](mailto:d@a.example 'e')",
        ),
        ('see [`pets`](/docs/pets "Pets") and [it](#here)', "see `pets` and it"),
        ("![pixel](https://a.example/x.png)", "pixel"),
        ("[x](javascript:alert(1))", r"[x\](javascript:alert(1))"),
        ("[a\\](x)<script>", r"[a\](x)\<script>"),
        ("<b> \\<i> \\\\<u> <https://a.example>", r"\<b> \<i> \\\<u> <https://a.example>"),
        ("snake\\_case `", r"snake\_case \`"),
        ("from $5 to $6, but $x$", r"from \$5 to \$6, but \$x\$"),
        ("* no list", r"\* no list"),
        ("---", r"\---"),
        ("[x]: https://a.example", r"\[x]: https://a.example"),
    ],
)
def test_markdown_stays_markdown(text: str, markdown: str) -> None:
    """Emphasis, code and links to other sites stay; a page of ours has no other ones, nor tags and pictures."""
    assert markdown_line(text) == markdown


def test_cells_of_tables() -> None:
    """A bar would end the cell, in code too; what begins a block begins none."""
    assert markdown_line(r"# a | `b|c` \| d", in_table=True) == r"# a \| `b\|c` \| d"


def test_code_may_hold_backticks() -> None:
    """The delimiter is longer than any run of backticks inside."""
    assert markdown_code("a") == "`a`"
    assert markdown_code("a``b") == "```a``b```"
    assert markdown_code("`a") == "`` `a ``"


def test_sentences_end() -> None:
    """A full stop is added where the text ends without a mark."""
    assert [end_sentence(text) for text in ("A", "A.", "A:", "a\nb", "")] == ["A.", "A.", "A:", "a\nb", ""]


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Pets", "Pets API"),
        ("Acme REST API v2", "Acme REST API v2"),
        ("Acme APIs.", "Acme APIs"),
        ("The  Movie Database", "Movie Database API"),
        ("Petstore - OpenAPI 3.0", "Petstore - OpenAPI 3.0"),
        ("Okapi", "Okapi API"),
        ("", "API"),
    ],
)
def test_titles_say_api_once(title: str, shown: str) -> None:
    """A sentence about `the …` has one article and one API."""
    assert title_after_article(title) == shown


@given(
    st.lists(st.sampled_from(["a", "of", "words", "hyphen-ated", "x" * 31]), min_size=1, max_size=20),
    st.sampled_from([" ", "  ", "\v", " \f "]),
    st.integers(min_value=8, max_value=40),
    st.sampled_from(["", "    ", "- "]),
)
def test_paragraphs_are_filled_as_textwrap_does(words: list[str], odd: str, width: int, indent: str) -> None:
    """Fledge looks at the ends of lines, which takes less time; odd spaces are left to `textwrap`."""
    for text in (" ".join(words), odd.join(words)):
        expected = textwrap.wrap(
            text,
            width,
            initial_indent=indent,
            subsequent_indent="  ",
            break_long_words=False,
            break_on_hyphens=False,
        )
        assert filled(text, width, indent, "  ") == expected
