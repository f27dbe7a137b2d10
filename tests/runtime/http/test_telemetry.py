"""The hooks for OpenTelemetry that the guide shows make a span of each call, with any tracer of its API."""

from __future__ import annotations

import re
from typing import Any

import pytest

from fledge.runtime import hooks, messages
from fledge.runtime.errors import APIError
from tests.conftest import ROOT

from . import operations as op
from .conftest import Api, Server

trace = pytest.importorskip("opentelemetry.trace")


def shown(tracer: Any) -> dict[str, Any]:
    """What the example of the guide defines, with a tracer that records."""
    guide = (ROOT / "docs" / "generated-code.md").read_text(encoding="utf-8")
    block = re.search(r"### OpenTelemetry\n.*?```python\n(.*?)```", guide, re.DOTALL)
    assert block
    code = re.sub(r"(?m)^from bird_conversations .*$|^client = .*$", "", block[1])
    code = re.sub(r"(?m)^tracer = .*$", "", code)
    names: dict[str, Any] = {"tracer": tracer, "Hooks": hooks.Hooks, "ResponseHead": messages.ResponseHead}
    exec(code, names)
    return names


class Span(trace.NonRecordingSpan):
    """A span that says what was done to it."""

    def __init__(self, number: int, name: str, attributes: Any) -> None:
        super().__init__(trace.SpanContext(number, number, False, trace.TraceFlags(1)))
        self.name, self.attributes, self.events, self.ended = name, dict(attributes), [], 0
        self.errors: list[BaseException] = []

    def set_attribute(self, key: str, value: Any) -> None:
        self.attributes[key] = value

    def add_event(self, name: str, attributes: Any = None, timestamp: Any = None) -> None:
        self.events.append((name, attributes))

    def record_exception(self, exception: BaseException, *more: Any, **options: Any) -> None:
        self.errors.append(exception)

    def end(self, end_time: Any = None) -> None:
        self.ended += 1


class Tracer:
    def __init__(self) -> None:
        self.spans: list[Span] = []

    def start_span(self, name: str, *, attributes: Any, **options: Any) -> Span:
        self.spans.append(Span(len(self.spans) + 1, name, attributes))
        return self.spans[-1]


def test_each_call_is_a_span(api: Api, server: Server) -> None:
    """With its attempts as events, the context in a header, the status or the exception, and one end."""
    tracer = Tracer()
    names = shown(tracer)
    client = api.use(
        api.new(hooks=hooks.Hooks(request=names["begin"], retry=names["retry"], end=names["end"]), max_retries=1)
    )
    server.answer(503)
    server.answer(200, {"id": "1"})
    client.call(op.GET, "1")
    server.answer(404, {"code": "gone", "message": "No."})
    with pytest.raises(APIError) as caught:
        client.call(op.GET, "2")
    good, bad = tracer.spans
    assert (good.name, good.ended, bad.ended) == ("GET /things/{id}", 1, 1)
    assert good.attributes["http.response.status_code"] == 200
    assert [name for name, _ in good.events] == ["retry"]
    assert bad.errors == [caught.value]
    assert server.seen[0].headers["traceparent"] == server.seen[1].headers["traceparent"]
    assert server.seen[2].headers["traceparent"] != server.seen[0].headers["traceparent"]
    assert names["spans"] == {}
