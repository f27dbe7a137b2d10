"""What a media type says of a body, however it is spelled."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fledge.openapi import media_types

KINDS: dict[Callable[[str], bool], tuple[str, ...]] = {
    media_types.is_json: ("application/json", "application/problem+json", "application/stream+json"),
    media_types.is_form: ("application/x-www-form-urlencoded",),
    media_types.is_form_data: ("multipart/form-data",),
    media_types.is_multipart: ("multipart/form-data", "multipart/mixed"),
    media_types.is_range: ("*/*", "application/*"),
    media_types.is_text: (
        "text/plain",
        "text/event-stream",
        "application/xml",
        "application/atom+xml",
        "application/jsonl",
        "application/x-ndjson",
        "application/stream+json",
    ),
    media_types.is_event_stream: ("text/event-stream",),
    media_types.is_json_lines: ("application/jsonl", "application/x-ndjson", "application/stream+json"),
    media_types.is_json_sequence: ("application/json-seq", "application/geo+json-seq"),
}
ALL = sorted({name for names in KINDS.values() for name in names} | {"image/png", "application/octet-stream", ""})


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(getattr(kind, "__name__", kind)))
@pytest.mark.parametrize("name", ALL)
def test_a_media_type_is_of_its_kinds_alone(kind: Callable[[str], bool], name: str) -> None:
    """Case, parameters and spaces around it change nothing."""
    for spelled in (name, name.upper(), f"{name}; charset=utf-8", f" {name} ;boundary=x"):
        assert kind(spelled) == (name in KINDS[kind]), spelled
