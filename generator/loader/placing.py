"""Names for what other files hold: taken from the thing and its place, longer where two would be the same.

All names are chosen together, and none depends on the order or the number of the others.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.loader.spec import JSON, unescape

_SUFFIX = re.compile(r"(\.(schema|openapi|swagger))?\.(json|yaml|yml)$", re.IGNORECASE)

_PLAIN = (
    "components",
    "schemas",
    "definitions",
    "$defs",
    "properties",
    "patternProperties",
    "parameters",
    "responses",
    "requestBodies",
    "headers",
    "securitySchemes",
    "examples",
    "links",
    "callbacks",
    "paths",
    "content",
    "schema",
)
"""Steps of a pointer, and names of files, that hold things and do not name one."""

_FOLDERS = ("models", "model", "resources")
"""Folders that hold things and do not name one."""

_NAMELESS = (
    "items",
    "requestBody",
    "additionalProperties",
    "allOf",
    "anyOf",
    "oneOf",
    "not",
    "get",
    "put",
    "post",
    "delete",
    "patch",
    "head",
    "options",
    "trace",
)
"""Last steps of a pointer that say what the thing is for, and not what it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreign:
    """A thing of another file that needs a name: its section of the components, its file as messages show it."""

    section: str
    path: str
    pointer: str
    value: JSON
    wanted: tuple[str, ...] = ()
    """The components of entry documents that are nothing but a reference to it."""


def place(things: Sequence[Foreign], taken: Mapping[str, Sequence[str]]) -> list[str]:
    """A name for each thing, in their order. `taken` holds the entry documents' own names by section."""
    names = [""] * len(things)
    for section in dict.fromkeys(thing.section for thing in things):
        own = {_folded(name): name for name in taken.get(section, ())}
        chosen = _Section(own)
        for index, thing in enumerate(things):
            if thing.section == section:
                chosen.add(index, thing)
        for index, name in chosen.names().items():
            names[index] = name
    return names


class _Section:
    """The names of one section."""

    def __init__(self, own: dict[str, str]) -> None:
        self.own = own
        self.ladders: dict[int, list[str]] = {}
        self.steps: dict[int, int] = {}
        self.pinned: dict[int, str] = {}

    def add(self, index: int, thing: Foreign) -> None:
        ladder = _ladder(thing)
        if thing.wanted:
            folds = [_folded(name) for name in ladder]
            best = sorted(thing.wanted, key=lambda name: (_folded(name) not in folds, len(name), name))
            self.pinned[index] = best[0]
        self.ladders[index] = ladder
        self.steps[index] = 0

    def names(self) -> dict[int, str]:
        """Lengthen every name that another thing has as well, until none is left."""
        pinned = {_folded(name): index for index, name in self.pinned.items()}
        while True:
            groups: dict[str, list[int]] = {}
            for index, step in self.steps.items():
                if index not in self.pinned:
                    groups.setdefault(_folded(self.ladders[index][step]), []).append(index)
            changed = False
            for fold, members in groups.items():
                if len(members) > 1 or fold in pinned or fold in self.own:
                    for index in members:
                        if self.steps[index] + 1 < len(self.ladders[index]):
                            self.steps[index] += 1
                            changed = True
            if not changed:
                break
        return {index: self.pinned.get(index) or self.ladders[index][step] for index, step in self.steps.items()}


def _ladder(thing: Foreign) -> list[str]:
    """The names of a thing, from the shortest one to one that nothing else has."""
    folders, _, file = thing.path.rpartition("/")
    stem = _SUFFIX.sub("", file)
    above = [folder for folder in folders.split("/") if folder not in ("", ".", "..")]
    if stem.strip("_").lower() in ("index", "openapi", "swagger", "") and above:
        above, stem = above[:-1], above[-1]
    tokens = [unescape(token) for token in thing.pointer.split("/")[1:]]
    named = [token for token in tokens if token not in _PLAIN]
    found: list[str] = []
    shortest = 1
    if named and (named[-1] in _NAMELESS or named[-1].isdecimal()):
        title = thing.value.get("title") if isinstance(thing.value, dict) else None
        if isinstance(title, str) and title.strip():
            found.append(title)
        shortest = max(len(named), 2)
    telling = [folder for folder in above if folder not in (*_PLAIN, *_FOLDERS)]
    pieces = [*telling, *([stem] if not named or stem not in _PLAIN else [])]
    for way in ([*pieces, *named], [*above, stem, *named]):
        found += [".".join(way[-length:]) for length in range(min(shortest, len(way)), len(way) + 1)]
    full = ".".join([*above, stem, *tokens])
    mark = hashlib.sha256(f"{thing.path}#{thing.pointer}".encode()).hexdigest()[:8]
    return list(dict.fromkeys(component(name) for name in [*found, full, f"{full}.{mark}"]))


def component(name: str) -> str:
    """A name as the keys of components may be (OpenAPI 3.1, 4.8.7); letters of any alphabet are let through."""
    return re.sub(r"[^\w.-]+", "_", name).strip("_.") or "_"


def _folded(name: str) -> str:
    return re.sub(r"[\W_]", "", name).casefold()
