"""Durations (ISO 8601) are timedeltas, in bodies and in parameters."""

from __future__ import annotations

import logging
from datetime import timedelta

import pytest

from fledge.runtime.codec import decode, encode
from fledge.runtime.model import Model
from fledge.runtime.parameters import Query


class Timer(Model):
    length: timedelta
    laps: list[timedelta] = []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("PT1H", timedelta(hours=1)),
        ("P1DT2H3M4.5S", timedelta(days=1, hours=2, minutes=3, seconds=4.5)),
        ("-PT1S", timedelta(seconds=-1)),
        ("P2W", timedelta(weeks=2)),
        ("PT0S", timedelta()),
    ],
)
def test_received(text: str, value: timedelta, caplog: pytest.LogCaptureFixture) -> None:
    """Whatever a timedelta can hold becomes one, in fields and lists, and no warning is logged."""
    with caplog.at_level(logging.WARNING):
        timer = decode(Timer, f'{{"length": "{text}", "laps": ["{text}"]}}'.encode())
    assert timer == Timer(length=value, laps=[value])
    assert caplog.messages == []


@pytest.mark.parametrize("text", ["P1Y", "P1M", "PT", "an hour", "P99999999999D", "P999999999W"])
def test_text_that_no_timedelta_can_hold(text: str) -> None:
    """Years, months and what is no duration stay text."""
    timer = decode(Timer, f'{{"length": "{text}"}}'.encode())
    assert timer.length == text


def test_sent() -> None:
    """A timedelta is sent as a duration: as a string in JSON, as it is in a query."""
    value = timedelta(days=1, seconds=1.5)
    assert encode(Timer(length=value)) == b'{"length":"P1DT1.5S"}'
    assert Query("length").encode(value) == "length=P1DT1.5S"
    assert Query("length").encode([value, timedelta()]) == "length=P1DT1.5S&length=P0D"
