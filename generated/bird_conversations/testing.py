# Generated from an OpenAPI description. Do not edit.
"""For your tests: transports that answer as the API's description allows."""

from ._runtime.testing import (
    Answers as Answers,
    AsyncFakeTransport as AsyncFakeTransport,
    FakeTransport as FakeTransport,
    Sent as Sent,
)
