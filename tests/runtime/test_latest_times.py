"""Times that .NET writes for "never" have seven digits behind the second, of which a datetime holds six."""

from __future__ import annotations

import logging
from datetime import datetime, timezone

import pytest

from fledge.runtime.codec import decode
from fledge.runtime.model import Model


class Job(Model):
    until: datetime
    others: list[datetime | None] = []


@pytest.mark.parametrize("zone", ["", "Z", "+00:00"])
def test_the_latest_time_is_a_time(zone: str, caplog: pytest.LogCaptureFixture) -> None:
    """`DateTime.MaxValue` and `DateTimeOffset.MaxValue` are the latest datetime, in fields and lists, silently."""
    text = f"9999-12-31T23:59:59.9999999{zone}"
    with caplog.at_level(logging.WARNING):
        job = decode(Job, f'{{"until": "{text}", "others": ["{text}", null]}}'.encode())
    latest = datetime.max.replace(tzinfo=timezone.utc if zone else None)
    assert job == Job(until=latest, others=[latest, None])
    assert caplog.messages == []


@pytest.mark.parametrize("value", ["9999.1234567", "9999-12-31T23:59:59.9999999 or so"])
def test_what_only_looks_so_stays_text(value: str) -> None:
    """What is no time keeps its digits."""
    job = decode(Job, f'{{"until": "{value}"}}'.encode())
    assert str(job.until) == value and isinstance(job.until, str)


def test_text_keeps_its_digits() -> None:
    """A property that is a string is not touched."""

    class Note(Model):
        text: str
        count: int

    value = "9999-12-31T23:59:59.9999999Z"
    note = decode(Note, f'{{"text": "{value}", "count": "no number"}}'.encode())
    assert note.text == value
