"""Many small descriptions in, one out: the pages of a site each hold a part, and some disagree.

Nothing here depends on the order in which the documents were given: they are taken by name. The documents of each API
are merged first. Where two of these say different things of one name, the newest hold; where that does not tell, what
most documents say; among equals, the first document by name. What different APIs call by one name is kept apart.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence

from fledge.diagnostics.diagnostic import DiagnosticCollector, Severity
from fledge.diagnostics.source import SourcePointer
from fledge.loader.document_tree import DocumentTree
from fledge.loader.merge.grouping import (
    NO_RECENCY,
    Recency,
    disambiguate_components,
    group_by_api,
    most_recent,
    recency,
)
from fledge.openapi.json_values import JSON, first_difference, with_whole_numbers
from fledge.openapi.objects import FIELDS, METHODS, strip_annotations
from fledge.openapi.pointer import child, head, is_below, join
from fledge.quick_dataclass import quick_dataclass

_SHOWN = 4
"""How many further places a message names."""


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class MergedDocument:
    """One tree of all documents, and where each part of it was read."""

    root: dict[str, JSON]
    source_map: dict[str, SourcePointer]


def merge(trees: Sequence[DocumentTree], report: DiagnosticCollector, *, several: bool = False) -> MergedDocument:
    """One document of all drafts. A single one stays as it is; the order of the others is that of their names.

    That there are `several` APIs is worth a warning, unless it is what the user wants.
    """
    if len(trees) == 1:
        return MergedDocument(root=trees[0].root, source_map=trees[0].source_map)
    trees = sorted(trees, key=lambda tree: (tree.source.path, tree.source.start))
    groups = group_by_api(trees)
    if len(groups) == 1:
        return _Merger(trees, report, [recency(tree) for tree in trees], several).merge()
    wholes: list[DocumentTree] = []
    for group in sorted(groups, key=len, reverse=True):  # the API of most pages gives the title
        merged = merge(group, report)
        wholes.append(DocumentTree(source=group[0].source, root=merged.root, source_map=merged.source_map))
    disambiguate_components(wholes)
    return _Merger(
        wholes, report, [NO_RECENCY] * len(wholes), several
    ).merge()  # versions of different APIs do not compare


class _Merger:
    """The merging of one run."""

    def __init__(
        self, trees: list[DocumentTree], report: DiagnosticCollector, ages: list[Recency], several: bool
    ) -> None:
        self.trees = trees
        self.report = report
        self.several = several
        self.source_map: dict[str, SourcePointer] = {"": SourcePointer(source=trees[0].name)}
        self.moves = {tree.name: _by_unit(tree.source_map) for tree in trees}
        self.ages = {tree.name: age for tree, age in zip(trees, ages, strict=True)}

    def merge(self) -> MergedDocument:
        root: dict[str, JSON] = {"openapi": max(str(tree.root["openapi"]) for tree in self.trees)}
        self._info(root)
        for key in ("servers", "security"):
            self._whole(root, key)
        self._tags(root)
        for key in ("paths", "webhooks"):
            self._paths(root, key)
        self._components(root)
        for key in _keys(tree.root for tree in self.trees):
            if key not in root and key not in FIELDS["document"]:
                self._whole(root, key)
        return MergedDocument(root=root, source_map=self.source_map)

    def _info(self, root: dict[str, JSON]) -> None:
        holders = [(tree, tree.root["info"]) for tree in self.trees if "info" in tree.root]
        holders = [holder for holder in holders if holder[1].get("title") != ""] or holders  # pages may not name it
        if not holders:
            return
        titles = _groups(holders, lambda info: _key(info.get("title")))
        if len(titles) > 1 and not self.several:
            first_title = next(iter(titles.values()))[0][1].get("title", "")
            names = ", ".join(repr(group[0][1].get("title", "")) for group in list(titles.values())[:_SHOWN])
            first, *others = (group[0][0].origin("/info/title") for group in titles.values())
            self.report.add(
                Severity.WARNING,
                "title-conflict",
                f"The documents are of {len(titles)} different APIs: {names}{', …' if len(titles) > _SHOWN else ''}.",
                origin=first,
                hint=f"Configure a client for each, such as api = {first_title!r}, or name all of them.",
                related=tuple(("another title", origin) for origin in others[:_SHOWN]),
            )
        versions = _groups(self._newest(holders), lambda info: _key([info.get("title"), info.get("version")]))
        tree, info = _most(_groups(_most(versions), _key))[0]
        root["info"] = info
        self.source_map["/info"] = tree.origin("/info")

    def _whole(self, root: dict[str, JSON], key: str) -> None:
        """A field that operations already say themselves, or that means nothing to a client: what most documents say.

        In a tie, its text decides, so that the client's first server does not depend on the names of pages.
        """
        holders = [(tree, tree.root[key]) for tree in self.trees if key in tree.root]
        if holders:
            groups = _groups(holders, _key)
            tree, root[key] = groups[min(groups, key=lambda text: (-len(groups[text]), text))][0]
            self.source_map[f"/{key}"] = tree.origin(f"/{key}")

    def _tags(self, root: dict[str, JSON]) -> None:
        holders: dict[str, list[tuple[DocumentTree, JSON, str]]] = {}
        for tree in self.trees:
            for index, tag in enumerate(tree.root.get("tags", ())):
                holders.setdefault(str(tag.get("name")), []).append((tree, tag, f"/tags/{index}"))
        tags: list[JSON] = []
        for name, named in holders.items():
            where = {id(tag): pointer for _, tag, pointer in named}
            variants = _groups([(tree, tag) for tree, tag, _ in named], _key)
            tree, tag = _most(variants)[0]
            origin = tree.origin(where[id(tag)])
            if len(variants) > 1:
                others = [group[0] for group in variants.values() if group[0][1] is not tag]
                self.report.add(
                    Severity.NOTE,
                    "tag-conflict",
                    f"The tag {name!r} has {len(variants)} descriptions; Fledge uses the most frequent one.",
                    origin=origin,
                    hint="No action needed: only documentation differs.",
                    related=tuple(
                        ("described differently", other.origin(where[id(value)])) for other, value in others[:_SHOWN]
                    ),
                )
            self.source_map[f"/tags/{len(tags)}"] = origin
            tags.append(tag)
        if tags:
            root["tags"] = tags

    def _paths(self, root: dict[str, JSON], section: str) -> None:
        merged: dict[str, JSON] = {}
        for path in _keys(tree.root.get(section, {}) for tree in self.trees):
            holders = [tree for tree in self.trees if path in tree.root.get(section, {})]
            if path.startswith("x-") and section == "paths":
                merged[path] = holders[0].root[section][path]
                continue
            item: dict[str, JSON] = {}
            at = join("", section, path)
            for key in _keys(tree.root[section][path] for tree in holders):
                values = [(tree, tree.root[section][path][key]) for tree in holders if key in tree.root[section][path]]
                if key in METHODS:
                    item[key] = self._choose(f"{at}/{key}", "operation", f"{key.upper()} {path}", values)
                elif key == "additionalOperations":
                    item[key] = {
                        name: self._choose(
                            join(f"{at}/{key}", name),
                            "operation",
                            f"{name} {path}",
                            [(tree, named[name]) for tree, named in values if name in named],
                        )
                        for name in _keys(named for _, named in values)
                    }
                else:
                    tree, item[key] = _most(_groups(values, _key))[0]
                    self._copy_sources(tree, f"{at}/{key}")
            merged[path] = item
            self.source_map[at] = holders[0].origin(at)
        if any(section in tree.root for tree in self.trees):
            root[section] = merged

    def _components(self, root: dict[str, JSON]) -> None:
        components: dict[str, JSON] = {}
        holders = [tree for tree in self.trees if "components" in tree.root]
        for section in _keys(tree.root["components"] for tree in holders):
            child = FIELDS["components"].get(section)
            within = [tree for tree in holders if section in tree.root["components"]]
            if child is None:
                components[section] = within[0].root["components"][section]
                continue
            merged: dict[str, JSON] = {}
            by_name: dict[str, list[tuple[DocumentTree, JSON]]] = {}
            for tree in within:
                for name, value in tree.root["components"][section].items():
                    by_name.setdefault(name, []).append((tree, value))
            for name, values in by_name.items():
                pointer = join("/components", section, name)
                merged[name] = self._choose(pointer, child.kind, f"{_CALLED[child.kind]} {name!r}", values)
            components[section] = merged
            self.source_map[f"/components/{section}"] = within[0].origin(f"/components/{section}")
        if holders:
            root["components"] = components
            self.source_map["/components"] = holders[0].origin("/components")

    def _choose(self, pointer: str, kind: str, called: str, values: list[tuple[DocumentTree, JSON]]) -> JSON:
        """The variant of one name that holds, and what is to be said of the others."""
        first = values[0][1]
        text = json.dumps(first)
        if all(value is first or json.dumps(value) == text for _, value in values):  # for Python, 1 equals True
            self._copy_sources(values[0][0], pointer)
            return first
        variants = _groups(values, lambda value: _key(with_whole_numbers(strip_annotations(kind, value))))
        top = self._newest(values)
        leading = _groups(top, lambda value: _key(with_whole_numbers(strip_annotations(kind, value))))
        chosen = variants[max(leading, key=lambda key: len(leading[key]))]
        newest = {tree.name for tree, _ in top}
        tree, value = _ordered(_most(_groups([held for held in chosen if held[0].name in newest], _exact)))
        self._copy_sources(tree, pointer)
        what = "operation" if kind == "operation" else "component"
        if len(variants) > 1:
            others = [group[0] for group in variants.values() if group is not chosen]
            apart = first_difference(strip_annotations(kind, others[0][1]), strip_annotations(kind, value))
        if len(variants) > 1 and len(leading) == 1:
            self.report.note(
                f"{what}-outdated",
                f"{called} differs on older pages; Fledge uses the newest.",
                origin=_inside(others[0][0], pointer, others[0][1], apart),
                hint="No action needed; delete the older pages if nothing else is on them.",
            )
        elif len(variants) > 1:
            self.report.add(
                Severity.WARNING,
                f"{what}-conflict",
                f"{called} has {len(variants)} variants in {len(values)} documents; Fledge uses"
                f" the one of {_documents(len(chosen))}.",
                origin=_inside(others[0][0], pointer, others[0][1], apart),
                hint="Fetch the pages again if one is outdated; configure a client for each API if they are of several.",
                related=(
                    ("the one that is used", _inside(tree, pointer, value, apart)),
                    *(("another variant", _inside(d, pointer, v, apart)) for d, v in others[1:_SHOWN]),
                ),
            )
        elif len(exact := _groups(values, _exact)) > 1:
            others = [group[0] for key, group in exact.items() if key != _exact(value)]
            apart = first_difference(others[0][1], value)
            self.report.add(
                Severity.NOTE,
                f"{what}-described-differently",
                f"{called} has {len(exact)} descriptions that mean the same on the wire; Fledge uses one of them.",
                origin=_inside(others[0][0], pointer, others[0][1], apart),
                hint="No action needed: only documentation differs.",
                related=(("the one that is used", _inside(tree, pointer, value, apart)),),
            )
        return value

    def _newest(self, values: list[_Held]) -> list[_Held]:
        """The values that the newest documents hold."""
        return [values[index] for index in most_recent([self.ages[tree.name] for tree, _ in values])]

    def _copy_sources(self, tree: DocumentTree, pointer: str) -> None:
        """Take over where a part of a draft was read."""
        self.source_map[pointer] = tree.origin(pointer)
        for moved in self.moves[tree.name].get(head(pointer, 3), ()):
            if is_below(moved, pointer):
                self.source_map[moved] = tree.source_map[moved]


_CALLED = {
    "schema": "The schema",
    "response": "The response",
    "parameter": "The parameter",
    "example": "The example",
    "body": "The request body",
    "header": "The header",
    "scheme": "The security scheme",
    "link": "The link",
    "callback": "The callback",
    "path": "The path item",
    "media": "The media type",
}


def _keys(maps: Iterable[dict[str, JSON]]) -> list[str]:
    """All keys, in the order in which they appear first."""
    return list(dict.fromkeys(key for one in maps for key in one))


def _by_unit(source_map: dict[str, SourcePointer]) -> dict[str, list[str]]:
    """The moved places of a draft, by the operation or component that they are in: the first three tokens."""
    units: dict[str, list[str]] = {}
    for pointer in source_map:
        units.setdefault(head(pointer, 3), []).append(pointer)
    return units


_Held = tuple[DocumentTree, JSON]
"""A value, and the document that holds it."""


def _groups(values: list[_Held], key: Callable[[JSON], str]) -> dict[str, list[_Held]]:
    """The values that have one key together, in the order of the documents."""
    groups: dict[str, list[_Held]] = {}
    for tree, value in values:
        groups.setdefault(key(value), []).append((tree, value))
    return groups


def _most(groups: dict[str, list[_Held]]) -> list[_Held]:
    """The largest group; the first of several."""
    return max(groups.values(), key=len)


def _ordered(values: list[_Held]) -> _Held:
    """One of values that differ in their order alone, by what most documents say.

    The name of a page decides nothing here: fields have this order. In a tie, keys that somebody sorted come last.
    """
    groups = _groups(values, json.dumps)
    return groups[max(groups, key=lambda text: (len(groups[text]), text))][0]


def _key(value: JSON) -> str:
    return json.dumps(value, sort_keys=True)


def _exact(value: JSON) -> str:
    return _key(with_whole_numbers(value))


def _inside(tree: DocumentTree, pointer: str, node: JSON, path: list[str]) -> SourcePointer:
    """The place of a difference, as far as it is there in this variant."""
    for key in path:
        try:
            node, pointer = child(node, key), join(pointer, key)
        except KeyError:
            break
    return tree.origin(pointer)


def _documents(count: int) -> str:
    return "one document" if count == 1 else f"{count} documents"
