# Part of the client's runtime, the same in every client. Do not edit.
"""Unions: which member a JSON value is, told by what is in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from types import NoneType
from typing import Any, Literal, NamedTuple, TypeAlias
from typing import get_args, get_origin, get_type_hints

from msgspec import NODEFAULT, to_builtins

from .model import Convert, Unset, declared_fields, encode_hook, is_array, is_model
from .model import is_object, parts, shape_of

Rank: TypeAlias = tuple[int, int, int]
"""How well an object fits: keys known less missing, consts met, less keys missing."""

_NEUTRAL: Rank = (0, 0, 0)
_LAST_RESORT: Rank = (-999, 0, 0)
_BROAD = (str, float, Decimal, bytes, Any)  # they take what narrower scalars take, too


class OneOf(type):
    """The class of unions at run time, which msgspec takes for a custom type.

    Checkers see `A | B` in its place. Anything is an instance of it, because what no
    member fits stays as it was sent.
    """

    members: tuple[str, ...]
    discriminator: str | None
    mapping: Mapping[str, str]

    def __instancecheck__(cls, instance: object) -> bool:
        return True

    def __decode__(cls, value: Any, convert: Convert) -> Any:
        candidates = cls.candidates(value)
        if len(candidates) == 1:
            return convert(value, candidates[0])
        fitting: dict[int, Any] = {}  # by the number of keys that are lost or added
        for member in candidates:
            try:
                found = convert(value, member)
            except ValueError:
                continue
            plain = to_builtins(found, enc_hook=encode_hook)
            change = abs(_keys(plain) - _keys(value))
            fitting.setdefault(change, found)
            if not change:
                break
        if not fitting:
            raise ValueError(f"No member of `{cls.__name__}` fits")
        return fitting[min(fitting)]

    def candidates(cls, value: Any) -> list[Any]:
        """The member that the discriminator names, else the best of those it does not."""
        members, by_tag = _members(cls)
        key = cls.discriminator
        tag = value.get(key) if key and is_object(value) else None
        if tag is not None:
            text = tag if isinstance(tag, str) else str(tag).lower()  # as mappings do
            if text in by_tag:
                return [by_tag[text]]
            members = [member for member in members if member not in by_tag.values()]
        ranks = [_rank(member, value) for member in members]
        best = max((rank for rank in ranks if rank), default=None)
        return [m for m, rank in zip(members, ranks) if rank and rank == best]


def union(
    module: str,
    name: str,
    members: tuple[str, ...],
    *,
    discriminator: str | None = None,
    mapping: Mapping[str, str] = {},
) -> OneOf:
    """What stands for a union at run time.

    `members` are annotations of the `module`, read when a value is first decoded; so
    are those of `mapping`, one for each value of the property `discriminator`.
    """
    annotations = {text: text for text in (*members, *mapping.values())}
    union = OneOf(name, (), {"__module__": module, "__annotations__": annotations})
    union.members, union.discriminator, union.mapping = members, discriminator, mapping
    return union


def _keys(value: Any) -> int:
    """How many keys plain JSON has, at any depth."""
    if is_object(value):
        return len(value) + sum(map(_keys, value.values()))
    return sum(map(_keys, value)) if is_array(value) else 0


@cache
def _members(union: OneOf) -> tuple[list[Any], dict[str, Any]]:
    """All members, the broad scalars last; and those that tags name."""
    types = get_type_hints(union)
    members = [part for text in union.members for part in parts(types[text])]
    members.sort(key=lambda part: _BROAD.index(part) if part in _BROAD else -1)
    return members, {tag: types[text] for tag, text in union.mapping.items()}


def _rank(member: Any, value: Any) -> Rank | None:
    """How well a value fits, None if it cannot; scalars are tried, and so rank alike."""
    if isinstance(member, OneOf):
        best = member.candidates(value)
        return _rank(best[0], value) if best else None
    if is_model(member):
        return _rank_model(_facts(member), value) if is_object(value) else None
    kind = get_origin(member) or member
    if not is_object(value) and not is_array(value):
        return None if kind in (dict, list, tuple) else _NEUTRAL
    if kind not in ((dict,) if is_object(value) else (list, tuple)):
        return _LAST_RESORT if member is Any else None
    first = value[0] if is_array(value) and value else None
    if not is_object(first) or not get_args(member):
        return _NEUTRAL
    ranks = [_rank(part, first) for part in parts(get_args(member)[0])]
    return max((rank for rank in ranks if rank), default=None)


def _rank_model(facts: _Facts, value: dict[str, Any]) -> Rank | None:
    met = [value[name] in only for name, only in facts.consts.items() if name in value]
    known, missing = len(facts.names & value.keys()), len(facts.required - value.keys())
    if not all(met) or missing and not known:
        return None
    return known - missing, len(met), -missing


class _Facts(NamedTuple):
    names: frozenset[str]
    required: frozenset[str]
    consts: dict[str, list[Any]]


def _find_facts(model: Any) -> _Facts:
    fields, config = declared_fields(model), shape_of(model).__struct_config__
    values = {field.encode_name: _only_values(field.type) for field in fields}
    required = frozenset(f.encode_name for f in fields if f.default is NODEFAULT)
    consts = {name: only for name, only in values.items() if only}
    if config.tag_field:
        consts[config.tag_field] = [config.tag]
        required |= {config.tag_field}
    return _Facts(frozenset(values) | consts.keys(), required, consts)


_facts: Callable[[Any], _Facts] = cache(_find_facts)


def _only_values(type_: Any) -> list[Any]:
    """All the values of a const or a closed enum; none of anything else."""
    kinds = [part for part in parts(type_) if part is not Unset]
    if not all(part is NoneType or get_origin(part) is Literal for part in kinds):
        return []
    return [value for part in kinds for value in get_args(part) or (None,)]
