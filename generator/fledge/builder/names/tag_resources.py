"""The resources that tags name: nested where tags have separators, and without the words with which all tags begin."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from fledge.builder.names.paths import is_verb
from fledge.builder.names.words import words
from fledge.quick_dataclass import quick_dataclass

_CONTAINERS = frozenset({"api", "apis", "controller", "controllers", "endpoint", "endpoints", "resource"})
"""Words that say of what kind a tag's class is, and nothing of its operations: `pet-controller`."""

_SEPARATOR = re.compile(r"\s*>\s*|\s*\|\s*|(?<=\w)[./](?=[^\W\d])|\s+/\s+")


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class TagResources:
    """The words of each part of each tag."""

    parts: Mapping[str, list[list[str]]]

    def of(self, tag: str) -> list[list[str]]:
        """Return the words of the resources that a tag names, one inside the other."""
        return self.parts[tag]


def index_tags(tags: Iterable[str]) -> TagResources:
    """Return the resources of all tags, which must have words in them."""
    distinct = sorted(set(tags))
    split = {tag: [spoken for part in _SEPARATOR.split(tag) if (spoken := words(part))] for tag in distinct}
    beginnings = Counter(_key(parts[0]) for parts in split.values())
    separated = 2 * sum(len(pieces) > 1 for pieces in split.values()) > len(split) > 2
    parts: dict[str, list[list[str]]] = {}
    for tag, pieces in split.items():
        # One tag alone with a separator is a name: `CI/CD`, `Node.js`. Two below the same word are a tree.
        nests = ">" in tag or beginnings[_key(pieces[0])] > 1 or separated
        parts[tag] = pieces if nests else [words(tag)]
    outer = _shared_parts([*parts.values()])
    parts = {tag: pieces[outer:] for tag, pieces in parts.items()}
    shared = _shared_words([pieces[0] for pieces in parts.values()])
    parts = {tag: [pieces[0][shared:], *pieces[1:]] for tag, pieces in parts.items()}
    if all(len(pieces[-1]) > 1 and pieces[-1][-1].lower() in _CONTAINERS for pieces in parts.values()):
        parts = {tag: [*pieces[:-1], pieces[-1][:-1]] for tag, pieces in parts.items()}
    return TagResources(parts=parts)


def _key(phrase: list[str]) -> str:
    return "".join(phrase).lower()


def _shared_parts(tags: list[list[list[str]]]) -> int:
    """Return how many outer parts all of several tags have in common: two of `com.acme.users` and `com.acme.teams`."""
    count = 0
    for column in zip(*(pieces[:-1] for pieces in tags)):
        if len(tags) < 2 or len(set(map(_key, column))) > 1:
            break
        count += 1
    return count


def _shared_words(phrases: list[list[str]]) -> int:
    """Return with how many words all phrases begin; none if that is all that one of them says."""
    if len(phrases) < 2:
        return 0
    count = 0
    for column in zip(*phrases):
        if len({word.lower() for word in column}) > 1:
            break
        count += 1
    rests = [phrase[count:] for phrase in phrases]
    verbs = sum(len(rest) == 1 and is_verb(rest[0]) for rest in rests)
    return (
        count if all(rests) and 2 * verbs < len(rests) else 0
    )  # `Send` of `Mail Send` and `Mail Batch` is no resource
