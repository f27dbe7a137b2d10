"""Leap seconds and the year 0000 are valid (RFC 3339), and Python has no value for them."""

from __future__ import annotations

import logging
from datetime import date, datetime, time
from typing import Any

import pytest

from fledge.runtime.codec import decode, encode
from fledge.runtime.model import Model


class Log(Model):
    at: datetime | None = None
    day: date | None = None
    daily: time | None = None
    others: list[datetime | None] = []


VALID = [
    ("at", "2016-12-31T23:59:60Z"),
    ("at", "2016-12-31t15:59:60.5-08:00"),
    ("at", "0000-02-29T00:00:00Z"),
    ("day", "0000-01-01"),
    ("daily", "23:59:60Z"),
    ("daily", "00:59:60.25+01:00"),
]
INVALID = [
    ("at", "2016-12-31T23:59:61Z"),
    ("at", "2016-12-31T23:60:00Z"),
    ("at", "2016-11-31T23:59:60Z"),
    ("at", "0000-13-01T00:00:00Z"),
    ("day", "0000-02-30"),
    ("daily", "24:00:00Z"),
]


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize(("name", "text"), VALID)
def test_what_python_has_no_value_for(name: str, text: str, strict: bool, caplog: pytest.LogCaptureFixture) -> None:
    """It stays text, in silence, and is sent as it came."""
    data = encode({name: text, "others": [text if name == "at" else None]})
    with caplog.at_level(logging.WARNING):
        log: Any = decode(Log, data, strict=strict)
    assert getattr(log, name) == text
    assert encode(log) == data
    assert caplog.messages == []


@pytest.mark.parametrize(("name", "text"), INVALID)
def test_what_is_no_time(name: str, text: str) -> None:
    """It contradicts the description."""
    with pytest.raises(ValueError, match="RFC3339"):
        decode(Log, encode({name: text}), strict=True)
