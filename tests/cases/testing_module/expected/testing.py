# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""Fake transports for your tests, which respond as the API's description allows."""

from ._runtime.testing import (
    AsyncFakeTransport as AsyncFakeTransport,
    FakeTransport as FakeTransport,
    RecordedRequest as RecordedRequest,
    Stub as Stub,
)
