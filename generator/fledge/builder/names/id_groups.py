"""Groups in operationIds, where the author of a description writes them: `apps/list-hooks`, `billing.alerts.list`.

A group is the resource, and what follows is the method, as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from fledge.builder.identities import MethodId
from fledge.builder.names.paths import is_verb
from fledge.builder.names.words import words
from fledge.quick_dataclass import quick_dataclass

_MOST = 0.8
"""The share of all operationIds that must have a group."""
_MIXED = 0.1
"""The share that must have capitals inside words, so that `_` separates groups and not words."""
_SEPARATOR = re.compile(r"[/.:](?!\d)")
_COUNTER = re.compile(r"\.\d+$")
_CAMEL = re.compile(r"[a-z][A-Z]")
_FRAMEWORK = re.compile(r"(?:Controller|Resource|Handler)$")


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class GroupedId:
    """The words of the resources, one inside the other, and those of the method."""

    resource: list[list[str]]
    method: list[str]


def grouped_ids(ids: Mapping[MethodId, str]) -> dict[MethodId, GroupedId]:
    """Return the groups of those operationIds that have one; none if too few have."""
    for split in (_split_at_separators, _split_at_underscore):
        parts = {id: split(text) for id, text in ids.items()}
        if not _are_groups(split, ids, parts):
            continue
        shared = _shared_groups([*parts.values()])
        grouped = {
            id: GroupedId(resource=[words(part) for part in each[shared:-1]], method=words(each[-1]))
            for id, each in parts.items()
            if len(each) - shared > 1
        }
        if len(grouped) >= _MOST * len(ids):
            return grouped
    return {}


def _split_at_separators(text: str) -> list[str]:
    return [part for part in _SEPARATOR.split(_COUNTER.sub("", text)) if words(part)]


def _split_at_underscore(text: str) -> list[str]:
    group, _, rest = text.partition("_")
    return [group, rest] if words(group) and words(rest) else [text]


def _are_groups(
    split: Callable[[str], list[str]], ids: Mapping[MethodId, str], parts: Mapping[MethodId, list[str]]
) -> bool:
    """Return whether enough operationIds have a group, and `_` separates nothing else."""
    if len(ids) < 2:
        return False
    count = sum(len(each) > 1 for each in parts.values())
    if count < _MOST * len(ids):
        return False
    if split is _split_at_separators:
        return True
    groups = [each[0] for each in parts.values()]
    camel = sum(bool(_CAMEL.search(text)) for text in ids.values())
    verbs = sum(is_verb(words(group)[0]) for group in groups)
    return camel >= _MIXED * len(ids) and verbs < _MIXED * len(ids) and not any(map(_FRAMEWORK.search, groups))


def _shared_groups(parts: list[list[str]]) -> int:
    """Return how many groups all operationIds begin with: they tell nothing apart."""
    count = 0
    for column in zip(*(each[:-1] for each in parts)):
        if len(set(column)) > 1:
            break
        count += 1
    return count
