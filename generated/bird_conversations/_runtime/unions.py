# Part of the client's runtime, the same in every client. Do not edit.
"""Unions: which member a JSON value is, told by what is in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, NamedTuple, TypeAlias, Union
from typing import get_args, get_origin, get_type_hints

from .model import Convert, Unset, declared_fields, is_array, is_model, is_object

Rank: TypeAlias = tuple[int, int, int]
"""How well an object fits: consts met, keys known less keys missing, less keys missing."""

_NEUTRAL: Rank = (0, 0, 0)
_LAST_RESORT: Rank = (-1, 0, 0)
_BROAD = (str, float, Decimal, bytes, Any)
"""Scalars that take what narrower ones take, too: tried last, and in this order."""


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
        problem = f"No member of `{cls.__name__}` fits"
        candidates = cls.candidates(value)
        for member in candidates:
            try:
                return convert(value, member)
            except ValueError as error:
                if len(candidates) == 1:
                    problem = str(error)
        raise ValueError(problem)

    def candidates(cls, value: Any) -> list[Any]:
        """The members that fit a value best, judged without looking into it deeply.

        The discriminator decides; where there is none, the best rank. Several are
        left where they rank alike, and for scalars, which are cheap to try.
        """
        members = _members(cls)
        if is_object(value):
            if members.discriminator in value:
                tag = _text(value[members.discriminator])
                return [members.by_tag[tag]] if tag in members.by_tag else []
            ranks = [_rank(member, value) for member in members.all]
        elif is_array(value):
            ranks = [_rank_array(member, value) for member in members.all]
        else:
            return members.scalars
        best = max((rank for rank in ranks if rank), default=None)
        return [m for m, rank in zip(members.all, ranks) if rank and rank == best]


def union(
    module: str,
    name: str,
    members: tuple[str, ...],
    *,
    discriminator: str | None = None,
    mapping: Mapping[str, str] | None = None,
) -> OneOf:
    """What stands for a union at run time.

    Args:
        module: The `__name__` of the module that the members' annotations are read in.
        name: The union's name there.
        members: Annotations, read when a value is first decoded.
        discriminator: The property whose value names the member.
        mapping: The member's annotation for each value of the discriminator.
    """
    namespace = {
        "__module__": module,
        "__annotations__": {
            text: text for text in (*members, *(mapping or {}).values())
        },
        "members": members,
        "discriminator": discriminator,
        "mapping": mapping or {},
    }
    return OneOf(name, (), namespace)


class _Members(NamedTuple):
    all: list[Any]
    scalars: list[Any]
    discriminator: str | None
    by_tag: dict[str, Any]


@cache
def _members(union: OneOf) -> _Members:
    types = get_type_hints(union)
    members = [part for text in union.members for part in parts(types[text])]
    scalars = [member for member in members if not _is_container(member)]
    discriminator = union.discriminator
    by_tag = {tag: types[text] for tag, text in union.mapping.items()}
    if not by_tag:
        discriminator, by_tag = _telling_const(members)
    return _Members(members, sorted(scalars, key=_breadth), discriminator, by_tag)


def _telling_const(members: list[Any]) -> tuple[str | None, dict[str, Any]]:
    """The const that differs in all members: as good as a discriminator."""
    facts = [_facts(member) for member in members if is_model(member)]
    if facts and len(facts) == len(members):
        for name in facts[0].consts:
            values = [fact.consts.get(name, []) for fact in facts]
            tags = {_text(v): m for m, own in zip(members, values) for v in own}
            if all(values) and len(tags) == sum(map(len, values)):
                return name, tags
    return None, {}


def parts(type_: Any) -> Iterator[Any]:
    """The members of `A | B`, or the type itself."""
    if get_origin(type_) in (Union, UnionType):
        for part in get_args(type_):
            yield from parts(part)
    else:
        yield type_


def _is_container(member: Any) -> bool:
    kinds = (dict, list, tuple)
    return is_model(member) or member in kinds or get_origin(member) in kinds


def _breadth(member: Any) -> int:
    return _BROAD.index(member) if member in _BROAD else -1


def _rank(member: Any, value: dict[str, Any]) -> Rank | None:
    """How well an object fits a member; None where it cannot be one."""
    if isinstance(member, OneOf):
        candidates = member.candidates(value)
        return _rank(candidates[0], value) if candidates else None
    if not is_model(member):
        fits = dict in (member, get_origin(member))
        return _NEUTRAL if fits else _LAST_RESORT if member is Any else None
    facts = _facts(member)
    agreeing = 0
    for name, values in facts.consts.items():
        if name in value:
            if value[name] not in values:
                return None
            agreeing += 1
    known = len(facts.names & value.keys())
    missing = len(facts.required - value.keys())
    return None if missing and not known else (agreeing, known - missing, -missing)


def _rank_array(member: Any, value: list[Any]) -> Rank | None:
    if isinstance(member, OneOf):
        return _NEUTRAL if member.candidates(value) else None
    if member is Any:
        return _LAST_RESORT
    if not {list, tuple} & {member, get_origin(member)}:
        return None
    item_type = get_args(member)
    if not item_type or not value or not is_object(value[0]):
        return _NEUTRAL
    ranks = [_rank(part, value[0]) for part in parts(item_type[0])]
    return max((rank for rank in ranks if rank), default=None)


class _Facts(NamedTuple):
    names: frozenset[str]
    required: frozenset[str]
    consts: dict[str, list[Any]]


def _find_facts(model: Any) -> _Facts:
    fields = declared_fields(model)
    consts = {field.encode_name: _only_values(field.type) for field in fields}
    return _Facts(
        names=frozenset(consts),
        required=frozenset(field.encode_name for field in fields if field.required),
        consts={name: values for name, values in consts.items() if values},
    )


_facts: Callable[[Any], _Facts] = cache(_find_facts)


def _only_values(type_: Any) -> list[Any]:
    """All the values of a const or a closed enum; none of anything else."""
    values: list[Any] = []
    for part in parts(type_):
        if get_origin(part) is Literal:
            values.extend(get_args(part))
        elif part is NoneType:
            values.append(None)
        elif part is not Unset:
            return []
    return values


def _text(tag: Any) -> str:
    """A discriminator's value as the document's mapping spells it."""
    return tag if isinstance(tag, str) else str(tag).lower()
