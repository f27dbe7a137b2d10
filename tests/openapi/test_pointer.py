"""The arithmetic of JSON pointers (RFC 6901)."""

from __future__ import annotations

from typing import Any

import pytest

from fledge.openapi import pointer

# RFC 6901, 5: the standard's own examples.
DOCUMENT: dict[str, Any] = {
    "foo": ["bar", "baz"],
    "": 0,
    "a/b": 1,
    "c%d": 2,
    "e^f": 3,
    "g|h": 4,
    "i\\j": 5,
    'k"l': 6,
    " ": 7,
    "m~n": 8,
    "~1": 9,
}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", DOCUMENT),
        ("/foo", ["bar", "baz"]),
        ("/foo/0", "bar"),
        ("/", 0),
        ("/a~1b", 1),
        ("/c%d", 2),
        ("/e^f", 3),
        ("/g|h", 4),
        ("/i\\j", 5),
        ('/k"l', 6),
        ("/ ", 7),
        ("/m~0n", 8),
        ("/~01", 9),
    ],
)
def test_the_examples_of_the_standard_evaluate(text: str, value: Any) -> None:
    """Each pointer of RFC 6901, section 5, leads to the value that the standard gives."""
    assert pointer.evaluate(DOCUMENT, text) == value
    assert pointer.find(DOCUMENT, text) == value
    assert pointer.join("", *pointer.split(text)) == text


@pytest.mark.parametrize("token", ["2", "-1", "-0", "+1", "01", " 1", "1 ", "1.0", "-", "", "x", "١", "1_0", "²"])
def test_an_array_index_is_digits_without_a_leading_zero(token: str) -> None:
    """Python reads more texts as numbers than the standard allows as indexes, and counts some from the end."""
    with pytest.raises(KeyError):
        pointer.evaluate(DOCUMENT, f"/foo/{token}")
    assert pointer.find(DOCUMENT, f"/foo/{token}") is None


@pytest.mark.parametrize("text", ["/foo/0/0", "/a~1b/x", "/none", "/none/below", "/a/b"])
def test_a_pointer_to_nothing_raises_a_key_error(text: str) -> None:
    """A missing key and a step into a scalar are the same error, so that callers catch one."""
    with pytest.raises(KeyError):
        pointer.evaluate(DOCUMENT, text)


def test_a_key_survives_escaping() -> None:
    """Slashes and tildes of a key come back, in the right order."""
    for key in ["/", "~", "~1", "~0", "~01", "/~", "a/b~c", "plain", ""]:
        assert pointer.unescape(pointer.escape(key)) == key
        assert pointer.split(pointer.join("/paths", key, 0)) == ["paths", key, "0"]
        assert pointer.last_token(pointer.join("/paths", key)) == key


def test_parents_end_at_the_document() -> None:
    """The way up from a node ends at `""`, whose parent is itself."""
    assert [*pointer.upwards("/paths/~1pets/get")] == ["/paths/~1pets/get", "/paths/~1pets", "/paths", ""]
    assert pointer.parent("") == ""
    assert pointer.head("/paths/~1pets/get/responses", 2) == "/paths/~1pets"
    assert pointer.head("/paths", 2) == "/paths"
    assert pointer.head("/paths", 0) == ""


def test_a_node_with_a_longer_name_is_not_below_another() -> None:
    """`/a/bc` begins with the text of `/a/b`, and is beside it."""
    assert pointer.is_within("/a/b", "/a/b") and not pointer.is_below("/a/b", "/a/b")
    assert pointer.is_within("/a/b/c", "/a/b") and pointer.is_below("/a/b/c", "/a/b")
    assert not pointer.is_within("/a/bc", "/a/b") and not pointer.is_below("/a/bc", "/a/b")
    assert not pointer.is_within("/a", "/a/b")
    assert pointer.is_below("/a", "") and pointer.is_within("", "")


def test_what_is_below_a_moved_node_moves_with_it() -> None:
    """Only the part of a pointer above the moved node changes."""
    assert pointer.rebase("/a/b/c~1d", "/a/b", "/x") == "/x/c~1d"
    assert pointer.nearest("/a/b/c", {"/a": 1, "": 0}) == "/a"
    assert pointer.nearest("/b", {"/a": 1}) is None
