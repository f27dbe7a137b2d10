"""Drafts of an operation's parameters, and its path as a plain template."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from fledge.builder.docs import read_docs
from fledge.builder.drafts import DraftType, ParameterDraft
from fledge.builder.encodings import QUERY_STYLES, form_encodings
from fledge.builder.examples import ExampleBuilder
from fledge.builder.models import ModelDrafts
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.ir import NO_CONSTRAINTS, Const, Docs, Encoding, Location, Scalar, Union
from fledge.openapi.media_types import is_form
from fledge.openapi.path_template import EXPRESSION, TemplateVariable, path_variables, plain_path
from fledge.openapi.schemas.derived import is_component
from fledge.openapi.schemas.schemas import Schemas
from fledge.openapi.views.media_types import MediaTypeView
from fledge.openapi.views.parameters import ParameterView
from fledge.openapi.views.provided_names import provided_argument

STYLES = {
    Location.PATH: ("simple", "label", "matrix"),
    Location.QUERY: QUERY_STYLES,
    Location.HEADER: ("simple",),
    Location.COOKIE: ("form", "cookie"),
    Location.QUERYSTRING: ("form",),
}
"""The styles of each location, its default first (OpenAPI 3.2.0, 4.12.2.2)."""

_EXPLODED = ("form", "cookie")
_OPERATORS = {".": "label", ";": "matrix", "/": "segments"}
"""Styles that do what an operator of RFC 6570 does."""


class ParameterBuilder:
    """Builds the parameters of operations; those that many operations share are built once."""

    def __init__(
        self, schemas: Schemas, models: ModelDrafts, examples: ExampleBuilder, collector: DiagnosticCollector
    ) -> None:
        self._schemas = schemas
        self._models = models
        self._examples = examples
        self._collector = collector
        self._built: dict[tuple[str, TemplateVariable | None], ParameterDraft] = {}

    def build(self, path: str, parameters: Iterable[ParameterView]) -> tuple[str, tuple[ParameterDraft, ...]]:
        """The path without operators of RFC 6570, and the parameters, those of the path first and in its order."""
        declared: dict[tuple[str, str], ParameterView] = {}
        for parameter in parameters:
            if not parameter.is_described_elsewhere:
                # The names of headers have no case (RFC 9110, 5.1).
                is_header = parameter.location == Location.HEADER
                name = parameter.name.lower() if is_header else parameter.name
                other = declared.get((parameter.location, name))
                if other is not None and other.name != parameter.name:
                    self._report_repeated(other, parameter)
                if other is None or parameter.is_required or not other.is_required:
                    declared[parameter.location, name] = parameter
        in_path = [name for location, name in declared if location == Location.PATH]
        named = dict.fromkeys(EXPRESSION.findall(path))
        is_plain = all(name in in_path for name in named)  # as OpenAPI has it: no variable has marks
        variables = {} if is_plain else {each.name: each for each in path_variables(path, in_path)}
        drafts = [
            self._parameter(parameter, variables.get(name) if location == Location.PATH else None)
            for (location, name), parameter in declared.items()
        ]
        order = {name: position for position, name in enumerate(named if is_plain else variables)}
        first = sorted(
            (draft for draft in drafts if draft.location is Location.PATH),
            key=lambda draft: order.get(draft.wire, len(order)),
        )
        others = (draft for draft in drafts if draft.location is not Location.PATH)
        return path if is_plain else plain_path(path, in_path), (*first, *others)

    def _report_repeated(self, one: ParameterView, other: ParameterView) -> None:
        self._collector.note(
            "parameter-repeated",
            f"the headers `{one.name}` and `{other.name}` are one, since their names have no case: it is one argument",
            origin=other.source,
            hint="remove one of them",
        )

    def _parameter(self, parameter: ParameterView, variable: TemplateVariable | None) -> ParameterDraft:
        key = (parameter.pointer, variable)
        draft = self._built.get(key)
        if draft is None:
            draft = self._draft(parameter)
            draft = self._built[key] = _with_operator(draft, variable) if variable else draft
        return draft

    def _draft(self, parameter: ParameterView) -> ParameterDraft:
        location = Location(parameter.location)
        style = self._style(parameter, location)
        schema = parameter.schema
        has_schema = self._schemas.has(schema)
        constraints, default = self._models.constraints.parameter(schema) if has_schema else (NO_CONSTRAINTS, None)
        return ParameterDraft(
            wire=parameter.name,
            pointer=parameter.pointer,
            declared_location=location,
            location=location,
            type=self._type(parameter, schema) if has_schema else Scalar.STR,
            required=parameter.is_required,
            style=style,
            explode=style in _EXPLODED if parameter.explode is None else parameter.explode,
            docs=self._docs(parameter, schema),
            allow_reserved=parameter.allow_reserved,
            content=parameter.media_type,
            encoding=tuple(self._encodings(parameter)) if location is Location.QUERYSTRING else (),
            constraints=constraints,
            default=default,
            example=self._examples.parameter(parameter) if parameter.is_required else "null",
            provided=provided_argument(parameter.raw),
        )

    def _encodings(self, parameter: ParameterView) -> Iterator[Encoding]:
        """How the properties of a query that is a form are written, where it is not as usual."""
        name = parameter.media_type or ""
        if is_form(name):
            yield from form_encodings(MediaTypeView(*parameter.resolve("content", name)), self._schemas)

    def _type(self, parameter: ParameterView, schema: str) -> DraftType:
        """The type of a parameter; one that may be empty takes an empty string, too (OpenAPI 3.2.0, 4.12.2.1)."""
        of = self._models.sent.written(self._models.sent.type_of(schema))
        variants = of.variants if isinstance(of, Union) else (of,)
        if not parameter.may_be_empty or not {Scalar.ANY, Scalar.STR}.isdisjoint(variants):
            return of
        return Union((*(each for each in variants if each is not Scalar.NONE), Const("")))

    def _style(self, parameter: ParameterView, location: Location) -> str:
        default, *others = STYLES[location]
        style = default if parameter.style is None else parameter.style
        if style in (default, *others):
            return str(style)
        self._collector.warning(
            "parameter-style",
            f"the parameter `{parameter.name}` has the style `{style}`, which a {location} does not have",
            origin=parameter.source,
            hint=f"`{default}` is used; it can have {', '.join(f'`{each}`' for each in STYLES[location])}",
        )
        return default

    def _docs(self, parameter: ParameterView, schema: str) -> Docs:
        """The docs of a parameter, and what its schema adds: a description if it has none, and that it is deprecated."""
        docs = read_docs(parameter.raw)
        if not self._schemas.has(schema):
            return docs
        stated = {each: read_docs(self._schemas.raw(each)) for each in self._schemas.meant(schema)}
        if not docs.description:
            description = next((each.description for each in stated.values() if each.description), "")
            docs = replace(docs, description=description)
        if any(each.deprecated and not is_component(at) for at, each in stated.items()):
            docs = replace(docs, deprecated=True)
        return docs


def _with_operator(draft: ParameterDraft, variable: TemplateVariable) -> ParameterDraft:
    """A parameter whose variable in the path has an operator of RFC 6570, which decides how it is written."""
    draft = replace(
        draft,
        allow_reserved=draft.allow_reserved or variable.operator == "+",
        segments=variable.multi_segment,
    )
    if not variable.in_path:
        return replace(draft, location=Location.QUERY, style="form", explode=variable.explode)
    if variable.operator in _OPERATORS:
        return replace(draft, style=_OPERATORS[variable.operator], explode=variable.explode)
    return draft


def is_idempotency_key(parameter: ParameterDraft) -> bool:
    """Whether a header has the usual name, with or without X- (draft-ietf-httpapi-idempotency-key-header)."""
    name = parameter.wire.lower().removeprefix("x-")
    return parameter.location is Location.HEADER and name == "idempotency-key"
