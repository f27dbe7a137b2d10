"""Media types (RFC 9110, 8.3.1): compared by type and subtype, without case and parameters, in this module alone.

`application/json; charset=utf-8` and `Application/JSON` are `application/json`. Only the parameter `stream` counts.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache


class StreamFormat(StrEnum):
    """How the items of a stream are delimited (OpenAPI 3.2.0, 4.14.3: sequential media types)."""

    EVENTS = "events"  # server-sent events
    LINES = "lines"  # a JSON value each
    SEQUENCE = "sequence"  # RFC 7464


_JSON_LINES = frozenset(
    {
        "application/jsonl",
        "application/jsonlines",
        "application/ndjson",
        "application/stream+json",
        "application/x-jsonl",
        "application/x-jsonlines",
        "application/x-ndjson",
    }
)
_JSON = ("application/json", "text/json")
_STREAM = re.compile(r";\s*stream\s*=", re.IGNORECASE)
_TEXT = re.compile(r"text/.*|.*[/+](xml|yaml)")


@lru_cache(maxsize=256)  # descriptions have few, each in thousands of places
def essence(media_type: str) -> str:
    """Type and subtype in lower case, without parameters (the WHATWG's word for it)."""
    return media_type.partition(";")[0].strip().lower()


def is_json(media_type: str) -> bool:
    """Whether a body is one JSON value: `application/json`, `text/json` and the suffix `+json` (WHATWG MIME Sniffing, 4.6)."""
    name = essence(media_type)
    return name in _JSON or name.endswith("+json")


def is_form(media_type: str) -> bool:
    """Whether a body is a form of names and values in one line."""
    return essence(media_type) == "application/x-www-form-urlencoded"


def is_form_data(media_type: str) -> bool:
    """Whether a body is a form whose parts have names (RFC 7578)."""
    return essence(media_type) == "multipart/form-data"


def is_multipart(media_type: str) -> bool:
    """Whether a body is made of parts (RFC 2046, 5.1)."""
    return essence(media_type).startswith("multipart/")


def is_range(media_type: str) -> bool:
    """Whether a key of `content` stands for JSON as for anything else: `*/*` and `application/*` (RFC 9110, 12.5.1)."""
    return essence(media_type) in ("*/*", "application/*")


def is_text(media_type: str) -> bool:
    """Whether a body is characters, and not one JSON value: `text/*`, XML, YAML, lines of JSON."""
    return _TEXT.fullmatch(essence(media_type)) is not None or is_json_lines(media_type)


def is_event_stream(media_type: str) -> bool:
    """Whether a body is server-sent events (OpenAPI 3.2.0, 4.14.4)."""
    return essence(media_type) == "text/event-stream"


def is_json_lines(media_type: str) -> bool:
    """Whether a body is a JSON value on each line."""
    return essence(media_type) in _JSON_LINES


def is_json_sequence(media_type: str) -> bool:
    """Whether a body is JSON values with record separators: RFC 7464, and the suffix `+json-seq` of RFC 8091."""
    name = essence(media_type)
    return name == "application/json-seq" or name.endswith("+json-seq")


def is_streamed_json(media_type: str) -> bool:
    """Whether a parameter says that JSON comes value by value: Kubernetes' `application/json;stream=watch`."""
    return is_json(media_type) and _STREAM.search(media_type) is not None


def stream_format(media_type: str) -> StreamFormat | None:
    """How a media type delimits the items of a stream; None for one that is no stream."""
    if is_event_stream(media_type):
        return StreamFormat.EVENTS
    if is_json_lines(media_type) or is_streamed_json(media_type):
        return StreamFormat.LINES
    return StreamFormat.SEQUENCE if is_json_sequence(media_type) else None


def preference(media_type: str) -> tuple[int, bool, str]:
    """A sort key: JSON before forms, forms before other bodies; `application/json` before its relatives; then by name."""
    kinds = (is_json(media_type), is_form(media_type), is_form_data(media_type), True)
    return (kinds.index(True), essence(media_type) != "application/json", media_type)
