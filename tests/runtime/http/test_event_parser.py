"""Server-sent events as the HTML standard interprets them (section 9.2.6)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fledge.runtime import streams
from fledge.runtime.event_streams import EventParser, ServerSentEvent

Event = ServerSentEvent

# What comes, and what is dispatched.
STREAMS: dict[str, tuple[bytes, list[Event[str]]]] = {
    "several lines of data": (b"data: one\ndata: two\n\n", [Event("one\ntwo")]),
    "one space after the colon goes": (b"data:a\n\ndata: b\n\ndata:  c\n\n", [Event("a"), Event("b"), Event(" c")]),
    "no colon: an empty value": (b"data\n\ndata\ndata\n\n", [Event(""), Event("\n")]),
    "colons in the value": (b"data: a: b\n\n", [Event("a: b")]),
    "comments": (b": hello\n\n:\ndata: a\n: bye\n\n", [Event("a")]),
    "names": (b"event: add\ndata: a\n\ndata: b\n\n", [Event("a", "add"), Event("b")]),
    "an empty name is message": (b"event: add\nevent\ndata: a\n\n", [Event("a")]),
    "a name alone is no event": (b"event: add\n\ndata: a\n\n", [Event("a")]),
    "ids stay": (b"data: a\nid: 1\n\ndata: b\n\ndata: c\nid\n\n", [Event("a", id="1"), Event("b", id="1"), Event("c")]),
    "an id without data counts": (b"id: 7\n\ndata: a\n\n", [Event("a", id="7")]),
    "an id with NUL is ignored": (b"id: 1\nid: 2\x003\ndata: a\n\n", [Event("a", id="1")]),
    "retry": (b"retry: 10\ndata: a\n\ndata: b\n\n", [Event("a", retry=10), Event("b")]),
    "retry takes digits only": (
        b"retry: 1s\nretry: -1\nretry: \xd9\xa1\nretry\nretry: 1 \ndata: a\n\n",
        [Event("a")],
    ),
    "unknown fields": (b"datax: 1\n data: 2\nDATA: 3\ndata: a\n\n", [Event("a")]),
    "CR": (b"data: a\rdata: b\r\rdata: c\r\r", [Event("a\nb"), Event("c")]),
    "CR LF": (b"data: a\r\ndata: b\r\n\r\ndata: c\r\n\r\n", [Event("a\nb"), Event("c")]),
    "mixed ends": (b"data: a\r\ndata: b\rdata: c\n\r\ndata: d\n\r", [Event("a\nb\nc"), Event("d")]),
    "LF CR are two ends": (b"data: a\n\rdata: b\n\n", [Event("a"), Event("b")]),
    "other line ends are none": (b"data: a\x0bb\xe2\x80\xa8c\xc2\x85d\n\n", [Event("a\x0bb\u2028c\x85d")]),
    "a byte order mark": (b"\xef\xbb\xbfdata: a\n\n\xef\xbb\xbfdata: b\n\n", [Event("a")]),
    "an incomplete event is dropped": (b"data: a\n\ndata: b\n", [Event("a")]),
    "an incomplete line is dropped": (b"data: a\n\ndata: b", [Event("a")]),
    "UTF-8": ("data: grün 🐦\nevent: é\n\n".encode(), [Event("grün 🐦", "é")]),
    "no UTF-8 is replaced": (b"data: a\xff\xf0\x9f\x90\n\n", [Event("a\ufffd\ufffd")]),
    "nothing": (b"\n\n\r\n", []),
}


def parsed(*pieces: bytes) -> list[Event[str]]:
    parser = EventParser()
    return [event for piece in (*pieces, None) for event in parser.feed(piece)]


@pytest.mark.parametrize(("sent", "events"), STREAMS.values(), ids=STREAMS)
def test_events_wherever_the_stream_is_cut(sent: bytes, events: list[Event[str]]) -> None:
    """What is dispatched does not depend on the pieces in which the stream comes."""
    assert parsed(sent) == events
    assert parsed(*(bytes([byte]) for byte in sent)) == events
    for at in range(len(sent) + 1):
        assert parsed(sent[:at], b"", sent[at:]) == events, at


LINES = st.sampled_from(["data: x", "data", "data:  y ", "event: e", "id: 1", "id", "retry: 5", ":c", "", "", "é: ü"])


@given(
    st.lists(st.tuples(LINES, st.sampled_from(["\r", "\n", "\r\n"])), max_size=30),
    st.lists(st.integers(0, 200), max_size=8),
)
def test_any_stream_in_any_pieces(lines: list[tuple[str, str]], cuts: list[int]) -> None:
    """Whole, in pieces, and with one kind of line end, a stream is the same."""
    sent = b""
    for line, end in lines:
        if sent.endswith(b"\r") and (line + end).startswith("\n"):
            end = "\r"  # else it would be a part of the end before
        sent += (line + end).encode()
    edges = sorted({0, len(sent), *(cut for cut in cuts if cut < len(sent))})
    pieces = [sent[start:end] for start, end in zip(edges, edges[1:])]
    plain = "".join(line + "\n" for line, _ in lines).encode()
    assert parsed(*pieces) == parsed(sent) == parsed(plain)


def test_an_event_is_dispatched_as_soon_as_it_is_complete() -> None:
    """A CR ends a line at once; a LF that follows in another piece is a part of it."""
    parser = EventParser()
    assert parser.feed(b"data: a\r") == []
    assert parser.feed(b"\n\r") == [Event("a")]
    assert parser.feed(b"\ndata: b\r\r") == [Event("b")]


@pytest.mark.parametrize("piece", [b"data: " + b"x" * 1000, b"data: xxxx\n", b"x" * 1000])
def test_endless_data_is_refused(monkeypatch: pytest.MonkeyPatch, piece: bytes) -> None:
    """Neither a line nor the lines of an event may fill the memory."""
    monkeypatch.setattr(streams, "_LONGEST", 50_000)
    parser = EventParser()
    with pytest.raises(ValueError, match="more than 50000 bytes"):
        for _ in range(100_000):
            parser.feed(piece)


def test_many_small_lines_are_no_endless_data(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit is one for each event."""
    monkeypatch.setattr(streams, "_LONGEST", 50)
    assert len(parsed(*[b"data: 0123456789\ndata: 0123456789\n\n: ping\n"] * 100)) == 100
