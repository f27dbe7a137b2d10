"""Drafts of responses: for each documented status its type, or the items of its stream."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from fledge.builder.content import ContentReader, text_type
from fledge.builder.docs import read_docs
from fledge.builder.drafts import DraftType, ResponseDraft
from fledge.builder.models import ModelDrafts
from fledge.builder.response_headers import ResponseHeaders
from fledge.builder.schema_types import nullable
from fledge.builder.streams import stream_items
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.ir import NO_CONSTRAINTS, RequestBodyKind, Scalar
from fledge.openapi.json_values import as_object
from fledge.openapi.media_types import essence, is_streamed_json, stream_format
from fledge.openapi.schemas.schemas import Schemas
from fledge.openapi.views.operations import OperationView, ResponseView


class ResponseBuilder:
    """Builds the responses of operations; those that many operations share are built once."""

    def __init__(
        self, schemas: Schemas, models: ModelDrafts, content: ContentReader, collector: DiagnosticCollector
    ) -> None:
        self._schemas = schemas
        self._models = models
        self._content = content
        self._collector = collector
        self._headers = ResponseHeaders(schemas, models.constraints)
        self._built: dict[tuple[str, str, bool, bool, bool], tuple[ResponseDraft, ...]] = {}

    def build(self, operation: OperationView, views: Mapping[str, ResponseView]) -> Iterator[ResponseDraft]:
        """A response for each status; two for one that may return a stream or a whole body."""
        successes = _successes([*views], operation.http_method)
        if not successes:
            self._collector.note(
                "success-undocumented",
                f"{operation.key} documents no response of success, so what it returns is typed `Any`",
                origin=operation.source,
                hint="document what a 2xx response holds",
            )
        has_body = operation.http_method != "head"
        unknown = _unknown(views, successes) if has_body else []
        for status, response in views.items():
            key = (response.pointer, status, status in successes, status in unknown, has_body)
            drafts = self._built.get(key)
            if drafts is None:
                success, is_unknown = status in successes, status in unknown
                drafts = tuple(self._drafts(response, status, success, is_unknown=is_unknown, has_body=has_body))
                self._built[key] = drafts
            yield from drafts

    def _drafts(
        self, response: ResponseView, status: str, success: bool, *, is_unknown: bool, has_body: bool
    ) -> Iterator[ResponseDraft]:
        streams = self._streams(response) if success and has_body else []
        others = [name for name in response.media_types if name not in streams]
        if any(self._is_same(response, name, each) for name in others for each in streams):
            self._content.report_others(response, response.media_types, streams)
            others = []
        media_type = self._content.chosen(response, others)
        schema = response.media_type(media_type).schema if media_type else ""
        of = self._type(response, media_type, schema) if has_body and media_type else None
        if is_unknown:
            of = Scalar.ANY
        if status == "204" and of not in (None, Scalar.BYTES, Scalar.STR):
            of = nullable(of, True)  # HTTP has no body there, whatever is described (RFC 9110, 15.3.5); text is empty
        whole = ResponseDraft(
            status=status.upper() if status != "default" else status,
            success=success,
            media_type=media_type,
            type=of,
            docs=read_docs(response.raw),
            headers=self._headers.of(response),
            constraints=(
                NO_CONSTRAINTS if media_type is None or of is None else self._models.constraints.body(schema, of)
            ),
        )
        if others or not streams:
            yield whole
        if streams:
            yield self._stream(whole, response, streams)

    def _streams(self, response: ResponseView) -> list[str]:
        """The media types whose bodies are streams.

        JSON that a parameter says to be streamed is none where its schema is that of a whole list: Kubernetes streams
        other items, which are described nowhere.
        """
        names = [name for name in response.media_types if stream_format(name)]
        return [name for name in names if not (is_streamed_json(name) and self._is_list(response, name))]

    def _is_list(self, response: ResponseView, media_type: str) -> bool:
        """Whether a schema is an object with an array of what it lists."""
        shape = self._schemas.shape(response.media_type(media_type).schema)
        return "items" in as_object(shape.get("properties"))

    def _is_same(self, response: ResponseView, media_type: str, stream: str) -> bool:
        """Whether a media type describes JSON as the items of a stream: then that is all that comes."""
        if not is_streamed_json(stream) or essence(stream) != essence(media_type):
            return False
        one, other = (response.media_type(each).schema for each in (media_type, stream))
        return self._schemas.has(one) and self._schemas.target(one) == self._schemas.target(other)

    def _stream(self, whole: ResponseDraft, response: ResponseView, media_types: list[str]) -> ResponseDraft:
        """The response in the best of the media types of streams."""
        media_type = self._content.chosen(response, media_types) or media_types[0]
        format = stream_format(media_type)
        assert format is not None
        described = response.media_type(media_type)
        of, event_types = stream_items(self._schemas, self._models.received, described, format)
        return replace(
            whole,
            media_type=media_type,
            type=of,
            stream_format=format,
            event_types=event_types,
            constraints=(
                self._models.constraints.body(described.item_schema, of)
                if described.item_schema is not None and not event_types
                else NO_CONSTRAINTS
            ),
        )

    def _type(self, response: ResponseView, media_type: str, schema: str) -> DraftType:
        if self._content.kind(response, media_type) is RequestBodyKind.JSON:
            return self._models.received.type_of(schema) if self._schemas.has(schema) else Scalar.ANY
        if not essence(media_type).startswith("text/"):
            return Scalar.BYTES
        return text_type(self._schemas, self._models, self._models.received, schema)


def _unknown(views: Mapping[str, ResponseView], successes: Sequence[str]) -> list[str]:
    """The successes with which anything may come, as none says what it holds: FastAPI describes files so.

    An empty `content` says that nothing comes, and so does Swagger 2.0 without a `schema`.
    """
    if any(views[status].has_content for status in successes):
        return []
    return [status for status in successes if status[0] in "2d" and status not in ("204", "205")]


def _successes(statuses: list[str], method: str) -> list[str]:
    """The statuses of success: 2xx; without any, redirects that the client does not follow; without any, `default`.

    It follows those of GET and HEAD, and 303, 307 and 308 of other methods (RFC 9110, 15.4). 304 is only for those who
    ask whether something was modified.
    """
    if successes := [status for status in statuses if status.startswith("2")]:
        return successes
    if redirects := [status for status in statuses if status.startswith("3") and status != "304"]:
        followed = redirects if method in ("get", "head") else ("303", "307", "308")
        return [status for status in redirects if status not in followed]
    return [status for status in statuses if status == "default"]
