"""The media types of a body or response: what kind of body each one is, and which are used."""

from __future__ import annotations

from collections.abc import Collection

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.builder.drafts import AliasDraft, DraftType
from fledge.builder.identities import SchemaId
from fledge.builder.models import ModelDrafts
from fledge.builder.schema_types import SchemaTypes
from fledge.ir import RequestBodyKind, Scalar, Union
from fledge.openapi.media_types import is_form, is_form_data, is_json, is_multipart, is_range, preference
from fledge.openapi.schemas.schemas import Schemas
from fledge.openapi.views.media_types import ContentView

_TEXT_TYPES = frozenset({"boolean", "integer", "number", "string"})
_TEXTS = frozenset({Scalar.STR, Scalar.BASE64URL, Scalar.BYTES, Scalar.FILE})


def text_type(schemas: Schemas, models: ModelDrafts, types: SchemaTypes, schema: str) -> DraftType:
    """The type of a text: a number, a boolean or a date where it is described as one, else a string."""
    if not schemas.has(schema) or not _is_scalar(schemas, schema, ()):
        return Scalar.STR
    of = types.type_of(schema)
    model = models[of] if isinstance(of, SchemaId) else None
    value = model.type if isinstance(model, AliasDraft) else of
    variants = value.variants if isinstance(value, Union) else (value,)
    return Scalar.STR if _TEXTS.intersection(variants) else of


def _is_scalar(schemas: Schemas, schema: str, path: tuple[str, ...]) -> bool:
    """Whether no value is an object or array, nor one of some strings. `path` are the unions around the schema."""
    described, at = schemas.whole(schema), schemas.target(schema)
    if described.variants:
        return at not in path and all(_is_scalar(schemas, each, (*path, at)) for each in described.variants)
    if described.values:
        return not any(isinstance(value, str) for value in described.values)
    return _TEXT_TYPES.issuperset(described.types or ("object",))


class ContentReader:
    """Looks at the media types of request bodies and responses."""

    def __init__(self, schemas: Schemas, collector: DiagnosticCollector) -> None:
        self._schemas = schemas
        self._collector = collector

    def kind(self, content: ContentView, media_type: str) -> RequestBodyKind:
        """How a body of a media type is put together.

        An object of any media type is JSON. A multipart body has parts by name or, if it is a list, by position.
        """
        if is_range(media_type) and not self.may_be_text(content, media_type):
            return RequestBodyKind.JSON
        if is_multipart(media_type) and not is_form_data(media_type):
            described = content.media_type(media_type)
            shape = self._schemas.shape(described.schema)
            if "properties" in shape:
                return RequestBodyKind.MULTIPART
            if described.item_schema or "items" in shape or "prefixItems" in shape:
                return RequestBodyKind.PARTS
        if is_json(media_type):
            return RequestBodyKind.JSON
        if is_form(media_type):
            return RequestBodyKind.FORM
        return RequestBodyKind.MULTIPART if is_form_data(media_type) else RequestBodyKind.RAW

    def may_be_text(self, content: ContentView, media_type: str) -> bool:
        """Whether a schema allows strings, or does not say what it allows."""
        return self._schemas.may_be_string(content.media_type(media_type).schema)

    def chosen(self, content: ContentView, media_types: Collection[str]) -> str | None:
        """The media type that is used of several; the others are named in a note."""
        if len(media_types) < 2:
            return next(iter(media_types), None)
        best = min(media_types, key=preference)
        self.report_others(content, media_types, [best])
        return best

    def report_others(self, content: ContentView, media_types: Collection[str], used: list[str]) -> None:
        """Name the media types that are not used."""
        others = [name for name in media_types if name not in used]
        if used and others:
            names = " and ".join(f"`{name}`" for name in used) + (" is" if len(used) == 1 else " are")
            self._collector.note(
                "media-type-chosen",
                f"of several media types {names} used; not {', '.join(f'`{name}`' for name in others)}",
                origin=self._schemas.source_of(f"{content.pointer}/content"),
                hint="nothing needs to be done, unless the other one is wanted: then leave it alone in the description",
            )
