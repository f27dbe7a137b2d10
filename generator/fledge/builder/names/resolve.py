"""Resolves names together, so that the result does not depend on the order of the description."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import field
from functools import cache
from types import MappingProxyType
from typing import TypeVar

from fledge.builder.names.conflicts import NameConflictError
from fledge.builder.names.words import attribute, digest, snake, symbols, words
from fledge.openapi.path_template import without_names
from fledge.openapi.pointer import last_token
from fledge.quick_dataclass import quick_dataclass

Key = TypeVar("Key")

_LONGEST = 160


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class PinnedNames:
    """Names that are decided before: `overrides` by the configuration, `locked` by the lock."""

    overrides: Mapping[str, str] = field(default_factory=dict[str, str])
    locked: Mapping[str, str] = field(default_factory=dict[str, str])

    def override(self, *keys: str) -> str | None:
        """What the configuration says for the first of `keys` that it names."""
        if not self.overrides:  # as it is in most projects
            return None
        return next((self.overrides[key] for key in keys if key in self.overrides), None)

    def locked_name(self, key: str) -> str | None:
        """The name that the lock has for a key. In older locks, keys have the names of variables in paths."""
        return self.locked.get(key)

    @staticmethod
    def of(overrides: Mapping[str, str], locked: Mapping[str, str]) -> PinnedNames:
        """The names of the configuration and of a lock, the keys of an older lock as they are today."""
        plain = {key: without_variable_names(key) for key in locked}
        counts = Counter(plain.values())
        renamed = {plain[key]: name for key, name in locked.items() if counts[plain[key]] == 1}
        return PinnedNames(overrides=overrides, locked={**locked, **renamed})


_PATH = re.compile(r"(?P<before>[A-Z]+ |(?:class )?#/paths/)(?P<path>~1[^/]*|/[^ ]*)(?P<behind>.*)")


def without_variable_names(key: str) -> str:
    """A key of the lock without the names of variables in its path: they can change, and it is the same operation."""
    if "{" not in key:  # as most are
        return key
    match = _PATH.fullmatch(key)
    return f"{match['before']}{without_names(match['path'])}{match['behind']}" if match else key


def unique_keys(keys: Mapping[Key, str]) -> dict[Key, str]:
    """Keys for the lock without the names of variables, unless these alone tell two of them apart."""
    plain = {id: without_variable_names(key) for id, key in keys.items()}
    counts = Counter(plain.values())
    return {id: plain[id] if counts[plain[id]] == 1 else key for id, key in keys.items()}


def resolve_collisions(
    candidates: Mapping[Key, Iterable[str]],
    *,
    chosen: Mapping[Key, str | None] = MappingProxyType({}),
    kept: Mapping[Key, str | None] = MappingProxyType({}),
    taken: Iterable[str] = (),
    fold: Callable[[str], str] = lambda name: name,
    preferred: Callable[[Key], bool] = lambda key: False,
) -> dict[Key, str]:
    """Give each key a name of its own: `chosen`, else `kept`, else the first candidate that no other key has.

    Candidates that nobody needs are not asked for. If several keys have the same candidate, it goes to the key that is
    spelled so, else to the only `preferred` one. Two names are the same if `fold` makes them equal. Candidates go from
    short to long; a key whose candidates all belong to others gets four digits made of itself. The result depends on
    neither order nor count. Raise DiagnosticError if a name is chosen twice, or is taken.
    """
    names: dict[Key, str] = {}
    used = {fold(name): "" for name in taken}
    for key, name in _sorted(chosen):
        if fold(name) in used:
            other = f"both to `{used[fold(name)]}` and" if used[fold(name)] else "which clients use themselves,"
            message = f"`names` gives the name `{name}`, {other} to `{key}`"
            raise NameConflictError("name-taken", message, name=name, key=str(key), hint="choose another one")
        if "." in name and not any("." in each for each in candidates[key]):
            hint = "only an operation's name has a dot, behind its resource"
            message = f"`names` gives the name `{name}` to `{key}`"
            raise NameConflictError("name-dotted", message, name=name, key=str(key), hint=hint)
        names[key], used[fold(name)] = name, str(key)
    for key, name in _sorted(kept):
        if key not in names and fold(name) not in used:
            names[key], used[fold(name)] = name, str(key)
    pending = {key: _possible_names(str(key), each) for key, each in candidates.items() if key not in names}
    while current := {key: possible for key, each in pending.items() if (possible := next(each, None)) is not None}:
        claims: dict[str, list[Key]] = {}
        for key, name in current.items():
            claims.setdefault(fold(name), []).append(key)
        for folded, keys in claims.items():
            if len(keys) == 1:
                winners = keys
            else:
                exact = [key for key in keys if last_token(str(key)) == current[key]]
                winners = exact or [key for key in keys if preferred(key)]
            if len(winners) == 1 and folded not in used:
                names[winners[0]] = current[winners[0]]
                used[folded] = str(winners[0])
                del pending[winners[0]]
    return names


def _sorted(names: Mapping[Key, str | None]) -> list[tuple[Key, str]]:
    present = ((key, name) for key, name in names.items() if name is not None)
    return sorted(present, key=lambda pair: (str(pair[0]), pair[1]))


def _possible_names(key: str, candidates: Iterable[str]) -> Iterator[str]:
    """The candidates, and then the last one with digits that are made of the key."""
    name = ""
    for name in candidates:
        yield name
    yield f"{name}_{digest(key)}"
    yield f"{name}_{digest(key, 16)}"


@cache
def case_folded_module(name: str) -> str:
    """Classes whose modules would fall together on some file system are one name."""
    if name.isascii() and name.isalpha():  # then it is all of its words
        return name.lower()
    return snake(words(name)).replace("_", "").casefold()


def field_names(
    pointers: Mapping[str, str],
    pins: PinnedNames,
    *,
    taken: Collection[str] = (),
    suffix: str = "",
    provided: Mapping[str, str] = MappingProxyType({}),
    kept: Mapping[str, str] = MappingProxyType({}),
) -> dict[str, str]:
    """Python names of sibling properties or parameters: wire key to pointer in, key to name out.

    `provided` are the names that the API's provider has for some of them, `kept` those that the lock has.
    """
    if not pins.overrides and not kept:
        names = plain_names(pointers, provided)
        if are_free(names, taken):
            return names
    candidates: dict[str, list[str]] = {}
    chosen: dict[str, str | None] = {}
    for key, pointer in pointers.items():
        override = pins.override(f"#{pointer}")
        chosen[key] = override and attribute(override)
        plain = _spoken(key)
        spelled = snake(symbols(key)) or plain
        possible = (attribute(plain), attribute(spelled), f"{plain}_")
        spellings = tuple(dict.fromkeys(f"{name}_" if name in taken else name for name in possible))
        first = [_plain_name(provided[key])] if key in provided else []
        candidates[key] = [*first, *spellings, f"{plain}_{suffix}"] if suffix else [*first, *spellings]
    return resolve_collisions(
        candidates,
        chosen=chosen,
        kept={key: name for key, name in kept.items() if key in pointers},
        taken=taken,
        fold=lambda name: unicodedata.normalize("NFKC", name),
    )


def are_free(names: Mapping[str, str], taken: Collection[str]) -> bool:
    """Whether siblings can have these names, as they nearly always can."""
    distinct = {*names.values()}
    return len(distinct) == len(names) and distinct.isdisjoint(taken)


def plain_names(keys: Iterable[str], provided: Mapping[str, str]) -> dict[str, str]:
    """What properties are called if nothing else is called so; some have names that are `provided`."""
    names = {key: _plain_name(key) for key in keys}
    return names | {key: _plain_name(name) for key, name in provided.items()} if provided else names


@cache  # the same few names are those of most properties
def _plain_name(key: str) -> str:
    return attribute(_spoken(key))


def _spoken(key: str) -> str:
    """A wire name in Python's spelling."""
    return snake(words(key)) or snake(symbols(key)) or f"n{digest(key)}"


def truncate_name(name: str) -> str:
    """A name that a file can have: a very long one is cut, and told from others by digits made of all of it."""
    return name if len(name) <= _LONGEST else f"{name[:_LONGEST]}_{digest(name)}"
