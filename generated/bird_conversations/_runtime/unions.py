# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Part of the client's runtime, the same in every client. Do not edit.
"""Unions: which member a JSON value is, told by what is in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache, partial
from types import NoneType
from typing import Annotated, Any, Literal, NamedTuple, TypeAlias
from typing import get_args, get_origin, get_type_hints

from msgspec import NODEFAULT, UNSET, to_builtins
from msgspec.structs import asdict

from .annotations import Annotations
from .joined_models import join
from .model import Unset, pydantic_schema
from .shapes import Convert, declared_fields, encode_hook, is_array, is_model
from .shapes import is_object, parts, shape_of

Rank: TypeAlias = tuple[int, int, int]
"""How well an object fits: keys known less missing, consts met, less keys missing."""

_NEUTRAL: Rank = (0, 0, 0)
_LAST_RESORT: Rank = (-999, 0, 0)
_RESPELLED: Rank = (-1000, 0, 0)  # a number would become a string, or a string a number
_BROAD = (str, float, Decimal, bytes, Any)  # they take what narrower scalars take, too


class UnionMeta(type):
    """The class of unions at run time, which msgspec takes for a custom type.

    Checkers see `A | B` in its place. Anything is an instance of it, because what no
    member fits stays as it was sent.
    """

    members: tuple[str, ...]
    discriminator: str | None
    mapping: Mapping[str, str]
    default: str | None

    def __instancecheck__(cls, instance: object) -> bool:
        return True

    def __decode__(cls, value: Any, convert: Convert) -> Any:
        candidates = cls.candidates(value)
        try:
            if len(candidates) == 1:
                best = _without_absent(convert(value, candidates[0]), value)
            else:
                best = cls._least_changed(candidates, value, convert)
        except ValueError:
            kept = [_kept(candidate, value) for candidate in candidates]
            ranked = (leaf for _, m in cls._ranked(value) for leaf in _leaves(m, value))
            further = (m for m in ranked if m not in candidates)
            others = [m for m in further if all(_kept(m, value) >= k for k in kept)]
            if not others:
                raise
            best = cls._least_changed(others, value, convert)
        model = _class_of(best)
        if cls._named(value) is None and is_model(model):
            leaves = (leaf for m in _members(cls)[0] for leaf in _leaves(m, value))
            members = tuple(filter(is_model, leaves))
            if not hasattr(model, "__shape__") and _loses(best, members, value):
                return _with_lost(best, members, value, convert)
        return best

    def _least_changed(cls, types: list[Any], value: Any, convert: Convert) -> Any:
        """The object of the type that loses and adds the fewest keys."""
        paths = set(_paths(value))
        fitting: dict[int, Any] = {}  # by the number of keys that are lost or added
        for type_ in types:
            try:
                converted = _without_absent(convert(value, type_), value)
            except ValueError:
                continue
            plain = to_builtins(converted, enc_hook=encode_hook)
            change = len(paths.symmetric_difference(_paths(plain)))
            fitting.setdefault(change, converted)
            if not change:
                break
        if not fitting:
            raise ValueError(f"No member of `{cls.__name__}` fits")
        return fitting[min(fitting)]

    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        return pydantic_schema(cls)

    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> Any:
        return {"title": cls.__name__}

    def _named(cls, value: Any) -> Any:
        """The type that the discriminator names; None if it does not name any."""
        if not cls.discriminator or not is_object(value):
            return None
        _, by_tag, default = _members(cls)
        tag = value.get(cls.discriminator)
        text = tag if isinstance(tag, str) else str(tag).lower()  # as mappings do
        return default if tag is None else by_tag.get(text, default)

    def candidates(cls, value: Any) -> list[Any]:
        """The member that the discriminator names, else the best of those it does not."""
        ranked = cls._ranked([*value] if isinstance(value, tuple) else value)
        best = max((rank for rank, _ in ranked), default=None)
        chosen = (member for rank, member in ranked if rank == best)
        return [leaf for member in chosen for leaf in _leaves(member, value)]

    def _ranked(cls, value: Any) -> list[tuple[Rank, Any]]:
        """All members that it may be, with how well it fits."""
        named = cls._named(value)
        if named is not None:
            return [(_NEUTRAL, named)]
        members, by_tag, _ = _members(cls)
        key = cls.discriminator
        if key and is_object(value) and value.get(key) is not None:
            excluded = [part for type_ in by_tag.values() for part in _flat(type_)]
            members = [member for member in members if member not in excluded]
        ranks = ((_rank(member, value), member) for member in members)
        return [(rank, member) for rank, member in ranks if rank]


def union(
    module: str,
    name: str,
    members: tuple[str, ...],
    *,
    discriminator: str | None = None,
    mapping: Mapping[str, str] = {},
    default: str | None = None,
) -> UnionMeta:
    """What stands for a union at run time.

    `members` are annotations of the `module`, read when a value is first decoded; so
    are those of `mapping`, one for each value of the property `discriminator`, and
    `default`, for objects with another value or none.
    """
    texts = (*members, *mapping.values(), *([default] if default else []))
    annotations = Annotations({text: text for text in texts}, module)
    union = UnionMeta(name, (), {"__module__": module, "__annotations__": annotations})
    union.members, union.discriminator, union.mapping = members, discriminator, mapping
    union.default = default
    return union


def _loses(best: Any, members: tuple[Any, ...], value: dict[str, Any]) -> bool:
    """Whether an object has less than its JSON, also in what members have in common."""
    shape = _member_shape(_class_of(best))
    if value.keys() - shape.names:
        return True
    return any(
        key in value and set(_paths(value[key])) - set(_paths(_plain(best, name)))
        for key, name in shape.attributes.items()
        if len(_types_of(members, key)) > 1
    )


def _plain(model: Any, name: str) -> Any:
    return to_builtins(getattr(model, name), enc_hook=encode_hook)


@cache
def _types_of(members: tuple[Any, ...], key: str) -> dict[Any, None]:
    """The types that models have for a key, if they hold more than a scalar."""
    shapes = map(_member_shape, members)
    return {shape.nested[key]: None for shape in shapes if key in shape.nested}


def _kept(member: Any, value: Any) -> frozenset[str]:
    """The keys of an object that a member does not drop."""
    keys = frozenset(value if is_object(value) else ())
    is_open = not is_model(member) or hasattr(member, "__shape__")
    return keys if is_open else keys & _member_shape(member).names


def _with_lost(best: Any, members: Iterable[Any], value: Any, convert: Convert) -> Any:
    """The object with what further members know of what it would lose."""
    models = [_class_of(best)]
    fields = asdict(best)
    shape = _member_shape(models[0])
    lost = value.keys() - shape.names
    fitting = [models[0]]
    for member in members:
        other = _member_shape(member)
        if member is models[0] or _rank_model(other, value) is None:
            continue
        try:
            further = _without_absent(convert(value, member), value)
        except ValueError:
            continue
        fitting.append(member)
        if not other.names & lost:
            continue
        if hasattr(member, "__shape__"):
            return further  # it keeps what it does not declare
        lost -= other.names
        models.append(member)
        fields = asdict(further) | fields
    best = join(tuple(models), fields) if len(models) > 1 else best
    for key, name in shape.attributes.items():
        types = [*_types_of(tuple(fitting), key)]
        if key in value and len(types) > 1:
            setattr(best, name, _as_all(types, value[key], convert))
    return best


def _as_all(types: list[Any], value: Any, convert: Convert) -> Any:
    """The value of several types at once, with what each of them knows of it."""
    options = [*dict.fromkeys(part for type_ in types for part in _flat(type_))]
    if is_array(value):
        items = [get_args(each)[0] for each in options if get_origin(each) is list]
        if items:
            return [_as_all(items, item, convert) for item in value]
    if is_object(value):
        models = [each for each in options if is_model(each) and _rank(each, value)]
        if models:
            first = max(models, key=lambda each: _rank(each, value) or _NEUTRAL)
            best = _without_absent(convert(value, first), value)
            return (
                best
                if hasattr(first, "__shape__")
                else _with_lost(best, models, value, convert)
            )
        values = [get_args(each)[1] for each in options if get_origin(each) is dict]
        if values:
            return {k: _as_all(values, item, convert) for k, item in value.items()}
    for each in options:
        try:
            return convert(value, each)
        except ValueError:
            continue
    raise ValueError("No type fits")


def _class_of(value: object) -> type[Any]:
    return type(value)


def _without_absent(converted: Any, value: Any) -> Any:
    """The object without tags that did not come, which its class has filled in."""
    model = _class_of(converted)
    if is_object(value) and is_model(model):
        for wire, name in _member_shape(model).filled.items():
            if wire not in value:
                setattr(converted, name, UNSET)
    return converted


def _paths(value: Any, parent: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where plain JSON has members and items, at any depth."""
    items = enumerate(value) if is_array(value) else ()
    for key, item in value.items() if is_object(value) else items:
        yield (*parent, key)
        yield from _paths(item, (*parent, key))


@cache
def _members(union: UnionMeta) -> tuple[list[Any], dict[str, Any], Any]:
    """All members, the broad scalars last; those that tags name; and the default."""
    types = get_type_hints(union, include_extras=True)
    members = [part for text in union.members for part in parts(types[text])]
    members.sort(key=_breadth)
    by_tag = {tag: types[text] for tag, text in union.mapping.items()}
    return members, by_tag, types[union.default] if union.default else None


def _breadth(member: Any) -> int:
    """How late a member is tried: broad scalars are the last, and unions that have some."""
    if isinstance(member, UnionMeta):
        return max(map(_breadth, _members(member)[0]), default=-1)
    bare = get_args(member)[0] if get_origin(member) is Annotated else member
    return _BROAD.index(bare) if bare in _BROAD else -1


def _leaves(member: Any, value: Any) -> list[Any]:
    """A member, or those of it that a value may be."""
    return member.candidates(value) if isinstance(member, UnionMeta) else [member]


def _flat(type_: Any) -> Iterator[Any]:
    """The members of a union, those of unions among them included."""
    for part in parts(type_):
        inner = _members(part)[0] if isinstance(part, UnionMeta) else ()
        yield from (part, *inner)


def _rank(member: Any, value: Any) -> Rank | None:
    """How well a value fits, None if it cannot; scalars are tried, and so rank alike."""
    if isinstance(member, UnionMeta):
        best = member.candidates(value)
        return _rank(best[0], value) if best else None
    if is_model(member):
        return _rank_model(_member_shape(member), value) if is_object(value) else None
    kind = get_origin(member) or member
    if not is_object(value) and not is_array(value):
        rank = _RESPELLED if _is_respelled(member, value) else _NEUTRAL
        return None if kind in (dict, list, tuple) else rank
    if kind not in ((dict,) if is_object(value) else (list, tuple)):
        return _LAST_RESORT if member is Any else None
    first: Any = next(iter(value.values() if is_object(value) else value), None)
    items = parts(get_args(member)[is_object(value)]) if get_args(member) else ()
    if is_object(value) or not is_object(first) or not items:
        respelled = items and all(_is_respelled(part, first) for part in items)
        return _RESPELLED if respelled else _NEUTRAL
    ranks = [_rank(part, first) for part in items]
    return max((rank for rank in ranks if rank), default=None)


def _is_respelled(type_: Any, value: Any) -> bool:
    """Whether a decimal is a number in JSON, and came as a string; or the reverse."""
    if type_ is Decimal:
        return isinstance(value, int | float) and not isinstance(value, bool)
    is_number = get_origin(type_) is Annotated and get_args(type_)[0] is Decimal
    return is_number and isinstance(value, str)


def _rank_model(shape: _MemberShape, value: dict[str, Any]) -> Rank | None:
    listed = [(k, values) for k, values in shape.listed.items() if k in value]
    met = {k: any(map(partial(_is_same, value[k]), values)) for k, values in listed}
    is_other = any(not met[k] for k in shape.closed & met.keys())
    matched = len(shape.names & value.keys())
    missing = len(shape.required - value.keys())
    absent = len(shape.filled.keys() - value.keys())
    if is_other or (missing or absent and value) and not matched:
        return None
    return matched - missing, sum(met.values()), -missing - absent


class _MemberShape(NamedTuple):
    names: frozenset[str]
    required: frozenset[str]
    listed: dict[str, list[Any]]  # the values of consts and enums
    closed: frozenset[str]  # those of them that have no other value
    filled: dict[str, str]  # by wire name, the fields that the class fills in
    attributes: dict[str, str]  # the names of all fields
    nested: dict[str, Any]  # the types of those that hold objects or arrays


def _find_shape(model: Any) -> _MemberShape:
    fields, config = declared_fields(model), shape_of(model).__struct_config__
    by_name = {field.encode_name: _listed_values(field.type) for field in fields}
    required = frozenset(field.encode_name for field in fields if field.required)
    listed = {name: values for name, (values, _) in by_name.items() if values}
    closed = {name for name in listed if by_name[name][1]}
    filled = {
        f.encode_name: f.name for f in fields if f.default_factory is not NODEFAULT
    }
    if config.tag_field:
        listed[config.tag_field] = [config.tag]
        closed.add(config.tag_field)
        required |= {config.tag_field}
    names = frozenset(by_name) | listed.keys()
    attributes = {field.encode_name: field.name for field in fields}
    nested = {f.encode_name: f.type for f in fields if any(map(_holds, _flat(f.type)))}
    values = listed, frozenset(closed)
    return _MemberShape(names, required, *values, filled, attributes, nested)


def _holds(type_: Any) -> bool:
    return is_model(type_) or get_origin(type_) in (dict, list)


_member_shape: Callable[[Any], _MemberShape] = cache(_find_shape)


def _is_same(one: Any, other: Any) -> bool:
    """Whether two JSON values are equal, as `1` and `true` are not."""
    return one == other and isinstance(one, bool) == isinstance(other, bool)


def _listed_values(type_: Any) -> tuple[list[Any], bool]:
    """The values of a const or an enum, and whether there are no others."""
    values: list[Any] = []
    is_closed = True
    for part in parts(type_):
        if get_origin(part) is Literal:
            values += get_args(part)
        elif hasattr(_class_of(part), "__only__"):
            values.append(part.__only__)
        elif part is NoneType:
            values.append(None)
        elif part is not Unset:
            is_closed = False
    return values, is_closed
