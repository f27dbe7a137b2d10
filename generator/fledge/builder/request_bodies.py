"""Drafts of request bodies: which media types can be sent, and what the caller passes for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from fledge.builder.content import ContentReader, text_type
from fledge.builder.docs import read_docs
from fledge.builder.encodings import form_encodings, read_encoding
from fledge.builder.drafts import AliasDraft, DraftType, ObjectDraft, RequestBodyDraft, UnionDraft
from fledge.builder.examples import ExampleBuilder
from fledge.builder.identities import SchemaId
from fledge.builder.models import ModelDrafts
from fledge.ir import NO_CONSTRAINTS, Const, Docs, Encoding, ListOf, MapOf, RequestBodyKind, Scalar, Union
from fledge.openapi.json_values import JSON
from fledge.openapi.media_types import is_text
from fledge.openapi.schemas.schemas import Schemas
from fledge.openapi.views.media_types import EncodingView, MediaTypeView
from fledge.openapi.views.operations import RequestBodyView

_RAW = frozenset({RequestBodyKind.RAW})
_EXAMPLES = frozenset({"example", "examples"})
_EMPTY = frozenset({"type", "title"})
"""What the schema of an object may have that holds nothing."""
_UNNAMED = _RAW | {RequestBodyKind.PARTS}


class RequestBodyBuilder:
    """Builds request bodies."""

    def __init__(self, schemas: Schemas, models: ModelDrafts, content: ContentReader, examples: ExampleBuilder) -> None:
        self._schemas = schemas
        self._models = models
        self._content = content
        self._examples = examples

    def build(self, body: RequestBodyView, samples: Sequence[JSON] = ()) -> RequestBodyDraft | None:
        """The body with its alternatives; None if none of its media types can be sent, or if it says nothing.

        `samples` are bodies that samples of code send.
        """
        if self._says_nothing(body):
            return None
        choices = self._choices(body)
        self._content.report_others(body, body.media_types, [name for names in choices for name in names])
        drafts = [self._draft(body, names, samples) for names in choices]
        return replace(drafts[0], alternatives=tuple(drafts[1:])) if drafts else None

    def _says_nothing(self, body: RequestBodyView) -> bool:
        """Whether a body is optional and described as nothing: any JSON, or an object without properties.

        There would be an argument of which nobody knows what to pass.
        """
        if body.is_required or read_docs(body.raw).description or not body.media_types:
            return False
        return all(self._holds_nothing(body, name) for name in body.media_types)

    def _holds_nothing(self, body: RequestBodyView, name: str) -> bool:
        kind = self._content.kind(body, name)
        media_type = body.media_type(name)
        if kind not in (RequestBodyKind.JSON, RequestBodyKind.FORM) or not _EXAMPLES.isdisjoint(media_type.raw):
            return False
        shape = self._schemas.shape(media_type.schema)
        if not shape:
            return kind is RequestBodyKind.JSON and not media_type.item_schema
        is_closed = shape.get("additionalProperties") is False or "properties" in shape
        return is_closed and not any(shape.get(key) for key in shape.keys() - _EMPTY) and shape.get("type") == "object"

    def _choices(self, body: RequestBodyView) -> list[list[str]]:
        """Media types that can be sent, in the order of the description; those whose bodies are sent as they are stand
        together.

        Several JSON media types of one object are one, but for patches. An object is not sent as text if it can be
        JSON.
        """
        kinds = {name: self._content.kind(body, name) for name in body.media_types}
        has_fields = not _UNNAMED.issuperset(kinds.values())
        choices: list[list[str]] = []
        used: list[tuple[RequestBodyKind, JSON]] = []
        raw: list[str] = []
        for name, kind in kinds.items():
            key = (kind, self._schemas.shape(body.media_type(name).schema))
            if kind is RequestBodyKind.RAW:
                if _RAW.issuperset(kinds.values()) or self._content.may_be_text(body, name):
                    choices += [] if raw else [raw]
                    raw.append(name)
            elif kind is RequestBodyKind.PARTS and has_fields:
                continue  # the list is JSON, or a form
            elif key not in used or "patch" in name:
                used.append(key)
                choices.append([name])
        return choices

    def _draft(self, body: RequestBodyView, names: list[str], samples: Sequence[JSON]) -> RequestBodyDraft:
        described = body.media_type(names[0])
        kind = self._content.kind(body, names[0])
        item = described.item_schema if kind is RequestBodyKind.PARTS else None
        schema = item or described.schema
        of: DraftType = (
            self._models.sent.written(self._models.sent.type_of(schema)) if self._schemas.has(schema) else Scalar.ANY
        )
        is_needed = item is not None or (  # a body that may be null, or that has a default, need not be there
            self._is_needed(of) and not self._has_default(schema)
        )
        of = self._object_alone(of) if kind is not RequestBodyKind.RAW else of
        sent = samples if kind is RequestBodyKind.JSON else ()
        example = self._examples.body(described, schema, sent, text=kind is RequestBodyKind.RAW)
        if item:
            of, example = ListOf(of), f"[{example}]"
        required = is_needed if body.is_required is None else body.is_required
        if kind is RequestBodyKind.RAW:
            return self._raw(body, names, schema, required, example)
        model = self._models[of] if isinstance(of, SchemaId) else None
        flat = model if isinstance(model, ObjectDraft) and model.additional_properties is None else None
        is_fields = flat is not None and kind is RequestBodyKind.JSON
        return RequestBodyDraft(
            kind=RequestBodyKind.FIELDS if is_fields else kind,
            media_type=names[0] if "*" not in names[0] else "application/json",
            type=of,
            required=required,
            docs=flat.docs if flat else read_docs(body.raw),
            fields=tuple(each for each in flat.fields if not each.read_only) if flat else (),
            encoding=tuple(self._all_encodings(described, kind, of)),
            example=example,
            constraints=NO_CONSTRAINTS if item else self._models.constraints.body(schema, of),
            takes_text=kind is RequestBodyKind.JSON and self._content.may_be_text(body, names[0]),
        )

    def _raw(
        self, body: RequestBodyView, names: list[str], schema: str, required: bool, example: str
    ) -> RequestBodyDraft:
        docs = read_docs(body.raw)
        if not docs.description:
            described = self._schemas.has(schema) and read_docs(self._schemas.raw(self._schemas.target(schema)))
            docs = Docs(description=described.description if described else "")
        return RequestBodyDraft(
            kind=RequestBodyKind.RAW,
            media_type=", ".join(names),
            type=self._raw_type(names, schema),
            required=required,
            docs=docs,
            example=example,
            constraints=self._models.constraints.body(schema, Scalar.STR),
        )

    def _raw_type(self, names: list[str], schema: str) -> DraftType:
        if not any(is_text(name) for name in names):
            return Scalar.BYTES
        of = text_type(self._schemas, self._models, self._models.sent, schema) if len(names) == 1 else Scalar.STR
        value = () if of is Scalar.STR else of.variants if isinstance(of, Union) else (of,)
        return Union((*(each for each in value if each is not Scalar.NONE), Scalar.STR, Scalar.BYTES))

    def _object_alone(self, of: DraftType) -> DraftType:
        """The object of a body that is an object or null: callers pass its fields, and no call needs a null.

        Frameworks write such a body for an optional one.
        """
        parts = [each for each in of.variants if each is not Scalar.NONE] if isinstance(of, Union) else []
        model = self._models[parts[0]] if len(parts) == 1 and isinstance(parts[0], SchemaId) else None
        if isinstance(model, AliasDraft):
            alone = self._object_alone(Union((model.type, Scalar.NONE)))
            return of if isinstance(alone, Union) else alone
        return parts[0] if isinstance(model, ObjectDraft) and model.additional_properties is None else of

    def _has_default(self, schema: str) -> bool:
        """Whether the description says what the server takes in place of an absent body, as FastAPI does."""
        return self._schemas.has(schema) and self._models.constraints.parameter(schema)[1] is not None

    def _is_needed(self, of: DraftType, path: tuple[SchemaId, ...] = ()) -> bool:
        """Whether a body must be there although the description does not say so: nothing would not be one.

        Descriptions leave `required` out far more often than they mean what that stands for. `path` are the models
        around it: a union that is a variant of itself asks for no more than its others do.
        """
        match of:
            case Scalar.ANY | Scalar.NONE | MapOf():
                return False
            case Union(variants):
                return all(self._is_needed(variant, path) for variant in variants)
            case SchemaId():
                if of in path:
                    return True
                model = self._models[of]
                path = (*path, of)
                if isinstance(model, ObjectDraft):
                    return any(each.required for each in model.fields)
                if isinstance(model, UnionDraft):
                    return all(self._is_needed(variant, path) for variant in model.variants)
                return not isinstance(model, AliasDraft) or self._is_needed(model.type, path)
            case _:
                return True

    def _all_encodings(self, described: MediaTypeView, kind: RequestBodyKind, of: DraftType) -> Iterator[Encoding]:
        """How the parts of a form are written; bytes in one are base64 (OpenAPI 3.1.1, 4.8.15.4)."""
        encodings = {each.name: each for each in self._encodings(described, kind)}
        for name in self._base64_parts(kind, of):
            encodings[name] = replace(encodings.get(name, Encoding(name=name)), is_base64=True)
        yield from encodings.values()

    def _base64_parts(self, kind: RequestBodyKind, of: DraftType) -> Iterator[str]:
        """The parts that are bytes: their names, or "" for all of a list, and for those of a form without a name here."""
        if kind is RequestBodyKind.MULTIPART:
            yield from (name for name, is_base64 in self._parts(of, ()).items() if is_base64)
        elif kind is RequestBodyKind.PARTS and isinstance(of, ListOf) and self._is_base64(of.item, ()):
            yield ""

    def _parts(self, of: DraftType, path: tuple[SchemaId, ...]) -> dict[str, bool]:
        """Whether bytes are text, for each part that a form may have.

        A part that is a file in one variant is a file.
        """
        match of:
            case MapOf(value):
                return {"": self._is_base64(value, ())}
            case Union(variants):
                variant_parts = [self._parts(each, path) for each in variants]
                names = dict.fromkeys(name for each in variant_parts for name in each)
                return {name: all(each.get(name, True) for each in variant_parts) for name in names}
            case SchemaId() if of not in path:
                model = self._models[of]
                if isinstance(model, ObjectDraft):
                    others = model.additional_properties
                    parts = {} if others is None else {"": self._is_base64(others, ())}
                    return {**parts, **{each.wire: self._is_base64(each.type, ()) for each in model.fields}}
                inner = model.type if isinstance(model, AliasDraft) else None
                inner = Union(model.variants) if isinstance(model, UnionDraft) else inner
                return {} if inner is None else self._parts(inner, (*path, of))
            case _:
                return {}

    def _is_base64(self, of: DraftType, path: tuple[SchemaId, ...]) -> bool:
        """Whether bytes in a part are text, in a list too; `path` are the models around it.

        They are no file's content.
        """
        match of:
            case Scalar():
                return of in (Scalar.BASE64URL, Scalar.BYTES)
            case ListOf(item):
                return self._is_base64(item, path)
            case Union(variants):
                return Scalar.FILE not in variants and any(self._is_base64(each, path) for each in variants)
            case SchemaId() if of not in path:
                model = self._models[of]
                inner = model.type if isinstance(model, AliasDraft) else None
                inner = Union(model.variants) if isinstance(model, UnionDraft) else inner
                return inner is not None and self._is_base64(inner, (*path, of))
            case _:
                return False

    def _encodings(self, described: MediaTypeView, kind: RequestBodyKind) -> Iterator[Encoding]:
        """How the parts of a form are written (OpenAPI 3.2.0, 4.15), where it is not as usual."""
        if kind is RequestBodyKind.FORM:
            yield from form_encodings(described, self._schemas)
        elif kind is RequestBodyKind.MULTIPART:
            for name, view in described.encodings:
                encoding = self._encoding(name, view, styled=view.is_styled)
                if view.is_styled or encoding != Encoding(name=name):
                    yield encoding
        elif kind is RequestBodyKind.PARTS:
            for index, view in described.positional_encodings:
                yield self._encoding(index, view, styled=False)

    def _encoding(self, name: str, view: EncodingView, *, styled: bool) -> Encoding:
        return replace(read_encoding(name, view, styled=styled), headers=tuple(self._constant_headers(view)))

    def _constant_headers(self, view: EncodingView) -> Iterator[tuple[str, str]]:
        """Headers of a part that can have one value only; others are given with the file."""
        for name, header in view.headers:
            value = self._schemas.only_value(header.schema) if self._schemas.has(header.schema) else None
            if isinstance(value, str) and name.lower() != "content-type":
                yield name, value


def ask_for_stream(body: RequestBodyDraft | None, *, stream: bool) -> RequestBodyDraft | None:
    """A body that asks for a stream, or for none: by a boolean property `stream`, as is the custom of many APIs."""
    if body is None:
        return None
    others = tuple(other for each in body.alternatives if (other := ask_for_stream(each, stream=stream)))
    body = replace(body, alternatives=others)
    if not any(each.wire == "stream" and _is_boolean(each.type) for each in body.fields):
        return body
    fields = tuple(each for each in body.fields if each.wire != "stream")
    return replace(body, fields=fields, fixed=(("stream", stream),))


def _is_boolean(of: DraftType) -> bool:
    variants = of.variants if isinstance(of, Union) else (of,)
    return all(each in (Scalar.BOOL, Scalar.NONE) or each in (Const(True), Const(False)) for each in variants)
