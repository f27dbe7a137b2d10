"""Names for the components of other files: made of their key and file, and longer where two would be the same.

All names are chosen together, and none depends on the order or the number of the others.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence

from fledge.openapi.json_values import JSON
from fledge.openapi.pointer import split
from fledge.quick_dataclass import quick_dataclass

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
"""Tokens of a pointer, and names of files, that say nothing of what is in them."""

_FOLDERS = ("models", "model", "resources")
"""Folders that say nothing of what is in them."""

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
"""Last tokens of a pointer that say what a schema is for, and not what it is."""


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class ImportedComponent:
    """A node of another file that needs a name: its section of the components, and its file as messages show it."""

    section: str
    path: str
    pointer: str
    value: JSON
    aliases: tuple[str, ...] = ()
    """The components of entry documents that are nothing but a reference to it."""


def assign_names(components: Sequence[ImportedComponent], taken: Mapping[str, Sequence[str]]) -> list[str]:
    """A name for each component, in their order.

    `taken` are the names of the entry documents' components by section.
    """
    names = [""] * len(components)
    for section in dict.fromkeys(component.section for component in components):
        chosen = _Section({_folded(name) for name in taken.get(section, ())})
        for index, component in enumerate(components):
            if component.section == section:
                chosen.add(index, component)
        for index, name in chosen.names().items():
            names[index] = name
    return names


class _Section:
    """The names of one section."""

    def __init__(self, taken: set[str]) -> None:
        self.taken = taken
        self.ladders: dict[int, list[str]] = {}
        self.steps: dict[int, int] = {}
        self.pinned: dict[int, str] = {}

    def add(self, index: int, component: ImportedComponent) -> None:
        ladder = _ladder(component)
        if component.aliases:
            folds = [_folded(name) for name in ladder]
            best = sorted(component.aliases, key=lambda name: (_folded(name) not in folds, len(name), name))
            self.pinned[index] = best[0]
        self.ladders[index] = ladder
        self.steps[index] = 0

    def names(self) -> dict[int, str]:
        """Lengthen each name that another component has as well, until none is left."""
        pinned = {_folded(name): index for index, name in self.pinned.items()}
        while True:
            groups: dict[str, list[int]] = {}
            for index, step in self.steps.items():
                if index not in self.pinned:
                    groups.setdefault(_folded(self.ladders[index][step]), []).append(index)
            changed = False
            for fold, members in groups.items():
                if len(members) > 1 or fold in pinned or fold in self.taken:
                    for index in members:
                        if self.steps[index] + 1 < len(self.ladders[index]):
                            self.steps[index] += 1
                            changed = True
            if not changed:
                break
        return {index: self.pinned.get(index) or self.ladders[index][step] for index, step in self.steps.items()}


def _ladder(component: ImportedComponent) -> list[str]:
    """The names of a component, from the shortest one to one that nothing else has."""
    folders, _, file = component.path.rpartition("/")
    stem = _SUFFIX.sub("", file)
    above = [folder for folder in folders.split("/") if folder not in ("", ".", "..")]
    if stem.strip("_").lower() in ("index", "openapi", "swagger", "") and above:
        above, stem = above[:-1], above[-1]
    tokens = split(component.pointer)
    named = [token for token in tokens if token not in _PLAIN]
    names: list[str] = []
    shortest = 1
    if named and (named[-1] in _NAMELESS or named[-1].isdecimal()):
        title = component.value.get("title") if isinstance(component.value, dict) else None
        if isinstance(title, str) and title.strip():
            names.append(title)
        shortest = max(len(named), 2)
    telling = [folder for folder in above if folder not in (*_PLAIN, *_FOLDERS)]
    pieces = [*telling, *([stem] if not named or stem not in _PLAIN else [])]
    for path in ([*pieces, *named], [*above, stem, *named]):
        names += [".".join(path[-length:]) for length in range(min(shortest, len(path)), len(path) + 1)]
    full = ".".join([*above, stem, *tokens])
    mark = hashlib.sha256(f"{component.path}#{component.pointer}".encode()).hexdigest()[:8]
    return list(dict.fromkeys(component_key(name) for name in [*names, full, f"{full}.{mark}"]))


def component_key(name: str) -> str:
    """A name as the keys of components may be (OpenAPI 3.1, 4.8.7); letters of any alphabet are let through."""
    return re.sub(r"[^\w.-]+", "_", name).strip("_.") or "_"


def _folded(name: str) -> str:
    return re.sub(r"[\W_]", "", name).casefold()
