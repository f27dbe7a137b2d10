"""Final values of the IR: drafts with the names that were resolved for them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import assert_never

from fledge.builder.drafts import (
    AliasDraft,
    DraftType,
    EnumDraft,
    FieldDraft,
    ModelDraft,
    ObjectDraft,
    OperationDraft,
    ParameterDraft,
    RequestBodyDraft,
    ResponseDraft,
    UnionDraft,
    WebhookDraft,
)
from fledge.builder.identities import SchemaId
from fledge.builder.names.models import ModelNames
from fledge.builder.names.operations import OperationName
from fledge.builder.names.parameters import name_parameters
from fledge.builder.names.reserved import METHOD_ARGUMENTS
from fledge.builder.names.resolve import PinnedNames
from fledge.builder.servers import other_server
from fledge.builder.tags import Tag, Tags
from fledge.ir import (
    AliasModel,
    EnumModel,
    Field,
    Model,
    ModelRef,
    Name,
    ObjectModel,
    Operation,
    Parameter,
    RequestBody,
    Response,
    Scalar,
    Server,
    Type,
    UnionModel,
    Webhook,
)
from fledge.ir.traversal import map_references
from fledge.openapi.document import Spec

_BODY_ARGUMENTS = frozenset(METHOD_ARGUMENTS) - {"body"}
_BODY_ARGUMENTS_OF_SEVERAL = frozenset({*METHOD_ARGUMENTS, "content_type"})
"""What arguments of methods are called that are no parts of a body, and of those that take several media types."""


class Finisher:
    """Makes final values of drafts; `names` and `tags` are those of all models.

    A model has its tags as the description requires them until `send_tags`, since unions are told apart by that.
    """

    def __init__(self, spec: Spec, names: ModelNames, tags: Tags, pins: PinnedNames) -> None:
        self._spec = spec
        self._names = names
        self._tags = tags
        self._pins = pins
        self._references = {id: ModelRef(name) for id, name in names.classes.items()}
        # What several places share as a draft, they share when it is finished.
        self._finished_fields: dict[tuple[FieldDraft, str], Field] = {}
        self._finished_parameters: dict[tuple[ParameterDraft, str], Parameter] = {}
        self._finished_responses: dict[ResponseDraft, Response] = {}

    def type(self, of: DraftType) -> Type:
        """The type with the names of its models."""
        if isinstance(of, Scalar):  # which most are
            return of
        return map_references(of, self._references.__getitem__)

    def model(self, draft: ModelDraft) -> Model:
        """The model of a draft."""
        name = Name(wire=draft.id.wire_name, python=self._names.classes[draft.id])
        module = self._names.modules[draft.id]
        source = self._spec.source_of(draft.id.pointer)
        match draft:
            case ObjectDraft():
                extra = draft.additional_properties
                return ObjectModel(
                    name=name,
                    module=module,
                    source=source,
                    docs=draft.docs,
                    fields=self._fields(draft.id, draft.fields, {}),
                    additional_properties=None if extra is None else self.type(extra),
                    constraints=draft.constraints,
                )
            case EnumDraft():
                return EnumModel(
                    name=name,
                    module=module,
                    source=source,
                    docs=draft.docs,
                    values=draft.values,
                    base=self.type(draft.base),
                    constraints=draft.constraints,
                )
            case AliasDraft():
                return AliasModel(
                    name=name,
                    module=module,
                    source=source,
                    docs=draft.docs,
                    type=self.type(draft.type),
                    constraints=draft.constraints,
                )
            case UnionDraft():
                classes = self._names.classes
                return UnionModel(
                    name=name,
                    module=module,
                    source=source,
                    docs=draft.docs,
                    variants=tuple(dict.fromkeys(self.type(variant) for variant in draft.variants)),
                    discriminator=draft.discriminator,
                    mapping=tuple((value, classes[id]) for value, id in draft.mapping if id in classes),
                    default=None if draft.default is None else classes[draft.default],
                    dispatch=draft.dispatch,
                    constraints=draft.constraints,
                )
            case _:
                assert_never(draft)

    def operation(
        self,
        draft: OperationDraft,
        name: OperationName,
        security: tuple[tuple[str, ...], ...],
        servers: tuple[Server, ...],
        *,
        buffered_method: str = "",
    ) -> Operation:
        """The operation of a draft. `buffered_method` is the method of the operation that returns the whole body.

        `security` and the first of `servers` are what the whole API has; operations that have the same say nothing of
        it.
        """
        body = self._body(draft.body) if draft.body else None
        return Operation(
            name=Name(wire=name.key, python=name.method),
            id=draft.id,
            http_method=draft.http_method,
            path=draft.path,
            source=draft.source,
            docs=draft.docs,
            parameters=self._parameters(name.operation.pointer, draft.parameters, body),
            body=body,
            responses=tuple([self._finished_responses.get(each) or self._response(each) for each in draft.responses]),
            security=None if draft.security == security else draft.security,
            server=other_server(draft.server, servers),
            idempotency_key=draft.idempotency_key,
            inferred=draft.inferred,
            buffered_method=buffered_method,
            idempotency_required=draft.idempotency_required,
            scopes=draft.scopes,
            server_label=draft.server_label,
            server_urls=draft.server_urls,
            samples=draft.samples,
        )

    def webhook(self, draft: WebhookDraft, python: str) -> Webhook:
        """The webhook of a draft; `python` is the name of its function."""
        return Webhook(
            name=Name(wire=draft.wire, python=python),
            type=self.type(draft.type),
            source=draft.source,
            docs=draft.docs,
            constraints=draft.constraints,
        )

    def send_tags(self, models: Iterable[Model]) -> tuple[Model, ...]:
        """The models with the tags, which their classes fill in."""
        tags = {self._names.classes[id]: each for id, each in self._tags.items()}
        return tuple(
            (
                replace(model, fields=tuple(_with_tag(each, tags[model.name.python]) for each in model.fields))
                if isinstance(model, ObjectModel) and model.name.python in tags
                else model
            )
            for model in models
        )

    def _fields(self, owner: SchemaId, drafts: tuple[FieldDraft, ...], tags: Mapping[str, Tag]) -> tuple[Field, ...]:
        names = self._names.fields[owner]
        finished = self._finished_fields
        fields = [finished.get((each, names[each.wire])) or self._field(each, names[each.wire]) for each in drafts]
        return tuple([_with_tag(each, tags) for each in fields] if tags else fields)

    def _field(self, draft: FieldDraft, python: str) -> Field:
        field = self._finished_fields[draft, python] = Field(
            name=Name(wire=draft.wire, python=python),
            type=self.type(draft.type),
            required=draft.required,
            docs=draft.docs,
            read_only=draft.read_only,
            constraints=draft.constraints,
            default=draft.default,
            tag=draft.tag,
        )
        return field

    def _parameters(
        self, operation: str, drafts: tuple[ParameterDraft, ...], body: RequestBody | None
    ) -> tuple[Parameter, ...]:
        """The parameters; one that is called like a field of a flat body says where it stands."""
        taken = {name for each in (body, *body.alternatives) for name in each.arguments} if body else set[str]()
        taken |= {"content_type"} if body and body.has_content_type_argument else set()
        names = name_parameters(operation, drafts, self._pins, taken)
        finished = self._finished_parameters
        return tuple([finished.get((each, name)) or self._parameter(each, name) for each, name in zip(drafts, names)])

    def _parameter(self, draft: ParameterDraft, python: str) -> Parameter:
        parameter = self._finished_parameters[draft, python] = Parameter(
            name=Name(wire=draft.wire, python=python),
            location=draft.location,
            type=self.type(draft.type),
            required=draft.required,
            style=draft.style,
            explode=draft.explode,
            docs=draft.docs,
            allow_reserved=draft.allow_reserved,
            content=draft.content,
            encoding=draft.encoding,
            segments=draft.segments,
            constraints=draft.constraints,
            default=draft.default,
            example=draft.example,
        )
        return parameter

    def _body(self, draft: RequestBodyDraft) -> RequestBody:
        alternatives = tuple([self._plain_body(each, taken=_BODY_ARGUMENTS_OF_SEVERAL) for each in draft.alternatives])
        body = self._plain_body(draft, alternatives)
        if not body.has_content_type_argument:
            return body
        return self._plain_body(draft, alternatives, taken=_BODY_ARGUMENTS_OF_SEVERAL)

    def _plain_body(
        self,
        draft: RequestBodyDraft,
        alternatives: tuple[RequestBody, ...] = (),
        *,
        taken: Collection[str] = _BODY_ARGUMENTS,
    ) -> RequestBody:
        """The body with the names of its arguments: those of its fields, unless these are `taken` in every method."""
        owner = draft.type if isinstance(draft.type, SchemaId) else None
        fields = self._fields(owner, draft.fields, self._tags.get(owner, {})) if owner and draft.fields else ()
        names = [field.name.python for field in fields]
        return RequestBody(
            kind=draft.kind,
            media_type=draft.media_type,
            type=self.type(draft.type),
            required=draft.required,
            docs=draft.docs,
            fields=fields,
            arguments=tuple([f"{name}_body" if name in taken else name for name in names]),
            encoding=draft.encoding,
            alternatives=alternatives,
            example=draft.example,
            constraints=draft.constraints,
            takes_text=draft.takes_text,
            fixed=tuple((self._names.fields[owner][wire], value) for wire, value in draft.fixed) if owner else (),
        )

    def _response(self, draft: ResponseDraft) -> Response:
        response = self._finished_responses[draft] = Response(
            status=draft.status,
            success=draft.success,
            media_type=draft.media_type,
            type=None if draft.type is None else self.type(draft.type),
            docs=draft.docs,
            headers=draft.headers,
            stream_format=draft.stream_format,
            event_types=tuple((name, self.type(of)) for name, of in draft.event_types),
            constraints=draft.constraints,
        )
        return response


def _with_tag(field: Field, tags: Mapping[str, Tag]) -> Field:
    tag = tags.get(field.name.wire)
    if tag is None:
        return field
    if tag.is_open:
        return replace(field, tag=str(tag.value.value), required=True, is_filled_in=not field.required)
    return replace(field, type=tag.value, required=True, tag=None, is_filled_in=not field.required)
