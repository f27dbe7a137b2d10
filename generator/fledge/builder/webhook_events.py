"""What tells webhooks apart: a header that names the event, and constants in their bodies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from fledge.builder.names.words import words
from fledge.builder.webhooks import WebhookBody
from fledge.ir import (
    AliasModel,
    Const,
    EnumModel,
    Model,
    ModelRef,
    ObjectModel,
    Scalar,
    Type,
    Union,
    UnionModel,
    Webhook,
    WebhookEvent,
)
from fledge.openapi.json_values import as_array
from fledge.openapi.schemas.plain import STANDING
from fledge.openapi.schemas.schemas import Schemas
from fledge.openapi.views.parameters import ParameterView
from fledge.quick_dataclass import quick_dataclass

_HEADER_WORDS = ("event", "topic", "type", "action")
"""Words in the name of a header that names the event, the surest first."""
_MOST = 0.8
"""Of the examples of a header, how many must be as the webhooks are called: GitHub's are wrong for 18 of 270."""

_LISTING = STANDING | {"const", "enum"}
"""Keywords without which a schema lists no values."""

_Values = dict[str, tuple[Const, ...]]
_ABSENT = Const(None)


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class EventHeader:
    """The header that names events: its values by the pointers of the webhooks' operations.

    Examples are no promise (`are_examples`): names of webhooks that they contradict hold beside them.
    """

    name: str = ""
    values: Mapping[str, tuple[str, ...]]
    are_examples: bool = False


def event_header(bodies: Iterable[WebhookBody], schemas: Schemas, configured: str) -> EventHeader:
    """Return the header that names the events of webhooks: the `configured` one, or one that all describe so."""
    webhooks = [each for each in bodies if each.is_webhook]
    described = [[each for each in one.operation.parameters if each.location == "header"] for one in webhooks]
    stated = [dict(_headers(each, schemas, stated=True)) for each in described]
    telling = [[each for each in one if _may_tell(each.name, configured)] for one in described]
    shown = [dict(_headers(each, schemas, stated=False)) for each in telling]
    pointers = [each.operation.pointer for each in webhooks]
    if configured:
        key = configured.lower()
        values = [one.get(key, other.get(key, ())) for one, other in zip(stated, shown)]
        return EventHeader(name=configured, values=dict(zip(pointers, values)), are_examples=True)
    for headers, are_examples in ((stated, False), (shown, True)):
        common = [name for name in headers[0] if all(name in each for each in headers)] if headers else []
        for name in sorted(common, key=_rank):
            values = [each[name] for each in headers]
            if _names_events(name, values, webhooks, are_examples=are_examples):
                spelled = next(p.name for p in webhooks[0].operation.parameters if p.name.lower() == name)
                return EventHeader(name=spelled, values=dict(zip(pointers, values)), are_examples=are_examples)
    return EventHeader(values={})


def _headers(
    described: Iterable[ParameterView], schemas: Schemas, *, stated: bool
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the values of each header, by its name in lower case: those that are stated, or examples of them."""
    for parameter in described:
        values = _stated(parameter, schemas) if stated else _examples(parameter, schemas)
        texts = tuple(each for each in values if isinstance(each, str) and each)
        if texts:
            yield parameter.name.lower(), texts


def _stated(parameter: ParameterView, schemas: Schemas) -> Iterable[object]:
    described = parameter.object("schema")
    if described and _LISTING.isdisjoint(described):  # as nearly all
        return ()
    schema = parameter.schema
    return schemas.whole(schema).values or () if schemas.has(schema) else ()


def _examples(parameter: ParameterView, schemas: Schemas) -> Iterator[object]:
    yield parameter.raw.get("example")
    for key in parameter.object("examples"):
        yield parameter.resolve("examples", key)[2].get("value")
    if schemas.has(parameter.schema):
        keywords = schemas.keywords_at(parameter.schema)
        yield keywords.get("example")
        yield from as_array(keywords.get("examples"))


def _may_tell(header: str, configured: str) -> bool:
    """Whether examples of a header may name events."""
    return header.lower() == configured.lower() if configured else _rank(header) < len(_HEADER_WORDS)


@lru_cache(maxsize=256)  # all webhooks have the same few headers
def _rank(header: str) -> int:
    parts = _words(header)
    return next((index for index, word in enumerate(_HEADER_WORDS) if word in parts), len(_HEADER_WORDS))


def _names_events(
    header: str, values: Sequence[tuple[str, ...]], webhooks: Sequence[WebhookBody], *, are_examples: bool
) -> bool:
    has_word = _rank(header) < len(_HEADER_WORDS)
    if not are_examples:
        return has_word or len({*values}) == len(values) > 1
    called = sum(any(_begins(webhook.key, each) for each in examples) for webhook, examples in zip(webhooks, values))
    return has_word and called >= _MOST * len(values)


def _begins(key: str, value: str) -> bool:
    parts = _words(value)
    return bool(parts) and _words(key)[: len(parts)] == parts


def _words(text: str) -> list[str]:
    return [word.lower() for word in words(text)]


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    """A type of webhooks: `values` of all properties that have a few only, `names` of the header.

    A `discriminator` tells for certain.
    """

    type: Type
    values: _Values
    names: tuple[str, ...]
    discriminator: str


def webhook_events(
    webhooks: Sequence[tuple[Webhook, WebhookBody]], header: EventHeader, models: Iterable[Model]
) -> tuple[WebhookEvent, ...]:
    """Return what tells webhooks apart, in the order of `webhooks`; without those that nothing tells from others."""
    by_name = {model.name.python: model for model in models}
    keys = frozenset(each.key for _, each in webhooks)
    candidates = [each for webhook, body in webhooks for each in _candidates(webhook, body, header, by_name)]
    telling = _only_telling(candidates, keys)
    events = [
        WebhookEvent(
            type=each.type,
            values=tuple((wire, tuple(value.value for value in values)) for wire, values in each.values.items()),
            names=each.names,
        )
        for each in telling
    ]
    is_single = len({each.type: None for each in events}) == 1
    return tuple(dict.fromkeys(each for each in events if each.values or each.names or is_single))


def _candidates(
    webhook: Webhook, body: WebhookBody, header: EventHeader, models: Mapping[str, Model]
) -> Iterator[_Candidate]:
    stated = header.values.get(body.operation.pointer)
    for of, values, discriminator in _variants(webhook.type, models):
        names = stated or ()
        if stated is not None and header.are_examples and not any(_begins(body.key, each) for each in names):
            names = tuple(dict.fromkeys((*(names or (body.key,)), _without_constant(body.key, values))))
        yield _Candidate(type=of, values=values, names=names, discriminator=discriminator)


def _without_constant(key: str, values: _Values) -> str:
    """The name of a webhook without the constant at its end: `discussion` of `discussion-closed`."""
    parts = _words(key)
    for each in values.values():
        ending = _words(str(each[0].value)) if len(each) == 1 else []
        if ending and parts[-len(ending) :] == ending and len(parts) > len(ending):
            return "_".join(parts[: -len(ending)])
    return key


def _variants(of: Type, models: Mapping[str, Model]) -> Iterator[tuple[Type, _Values, str]]:
    """Yield a type, or the variants of a union that one property tells apart, each with its values and the property."""
    model = _model(of, models)
    if isinstance(model, UnionModel) and model.discriminator and model.default is None:
        by_model: dict[str, list[Const]] = {}
        for value, name in model.mapping:
            by_model.setdefault(name, []).append(Const(value))
        if by_model and all(isinstance(each, ModelRef) and each.name in by_model for each in model.variants):
            for name, values in by_model.items():
                stated = {**_values(ModelRef(name), models), model.discriminator: tuple(values)}
                yield ModelRef(name), stated, model.discriminator
            return
    variants = model.variants if isinstance(model, UnionModel) else of.variants if isinstance(of, Union) else ()
    every = [_values(each, models) for each in variants]
    for wire in every[0] if every else ():
        values_of = [value for each in every for value in _present(each.get(wire, ()))]
        if all(_present(each.get(wire, ())) for each in every) and len({*values_of}) == len(values_of):
            yield from ((variant, values, wire) for variant, values in zip(variants, every))
            return
    yield of, _values(of, models), ""


def _values(of: Type, models: Mapping[str, Model]) -> _Values:
    """Return the values of all properties of an object that have a few only; of a union, what all variants have."""
    model = _model(of, models)
    if isinstance(model, ObjectModel):
        every = {each.name.wire: (_few(each.type, models), each.required) for each in model.fields}
        return {
            wire: (*values, *(() if required or _ABSENT in values else (_ABSENT,)))
            for wire, (values, required) in every.items()
            if values
        }
    if isinstance(model, UnionModel):
        variants = [_values(each, models) for each in model.variants]
        return {
            wire: tuple(dict.fromkeys(value for each in variants for value in each[wire]))
            for wire in variants[0]
            if all(wire in each for each in variants)
        }
    return {}


def _few(of: Type, models: Mapping[str, Model]) -> tuple[Const, ...]:
    """Return the values of a type that has a few; open or not, since others are other events. None is null."""
    model = _model(of, models)
    if isinstance(model, EnumModel):
        return tuple(map(Const, model.values))
    if isinstance(model, AliasModel):
        return _few(model.type, models)
    if isinstance(of, Const):
        return (Const(of.value),)
    if isinstance(of, Union):
        values = tuple(value for each in of.variants for value in _few(each, models))
        others = [each for each in of.variants if isinstance(each, Scalar)]
        is_open = len([each for each in others if each is not Scalar.NONE]) <= 1
        return (*values, *([_ABSENT] if Scalar.NONE in others else [])) if values and is_open else ()
    return ()


def _model(of: Type, models: Mapping[str, Model]) -> Model | None:
    """Return the model of a type, behind its other names."""
    model = models[of.name] if isinstance(of, ModelRef) else None
    while isinstance(model, AliasModel) and isinstance(model.type, ModelRef):
        model = models[model.type.name]
    return model


def _only_telling(candidates: Sequence[_Candidate], keys: frozenset[str]) -> list[_Candidate]:
    """Return the candidates with those values only that tell them apart, the property that tells most apart first."""
    telling: Counter[str] = Counter()
    for wire in {wire: None for each in candidates for wire in each.values}:
        stated = {each.type: each.values[wire] for each in candidates if wire in each.values}
        is_one = any(len(_present(values)) == 1 for values in stated.values())
        are_keys = all(value.value in keys for values in stated.values() for value in _present(values))
        differ = len(stated) == 1 == len({each.type for each in candidates}) or len({*stated.values()}) > 1
        is_discriminator = any(each.discriminator == wire for each in candidates)
        if (is_one and differ) or are_keys or is_discriminator:
            telling[wire] = len({*stated.values()})
    order = [wire for wire, _ in telling.most_common()]
    return [
        replace(each, values={wire: each.values[wire] for wire in order if _tells(each, wire, candidates, keys)})
        for each in candidates
    ]


def _tells(candidate: _Candidate, wire: str, candidates: Sequence[_Candidate], keys: frozenset[str]) -> bool:
    """Whether the values of a property tell a webhook apart: a constant, or several that no other webhook has."""
    values = _present(candidate.values.get(wire, ()))
    if len(values) <= 1 or wire == candidate.discriminator or all(each.value in keys for each in values):
        return bool(values)
    others = [
        each
        for each in candidates
        if each.type != candidate.type and each.names == candidate.names and wire in each.values
    ]
    return bool(others) and not any({*values} & {*_present(each.values[wire])} for each in others)


def _present(values: tuple[Const, ...]) -> list[Const]:
    return [each for each in values if each != _ABSENT]
