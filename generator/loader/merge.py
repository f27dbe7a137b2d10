"""Many small descriptions in, one out: the pages of a site each hold a part, and some disagree.

Nothing here depends on the order in which the documents were given: they are taken by name. The documents of each API
are merged first. Where two of these say different things of one name, the newest hold; where that does not tell, what
most documents say; among equals, the first document by name. What different APIs call by one name is kept apart.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from generator.diagnostics import Origin, Report, Severity
from generator.loader.apis import NO_AGE, Age, age, grouped, newest, set_apart
from generator.loader.draft import Draft
from generator.loader.grammar import FIELDS, METHODS, skeleton
from generator.loader.spec import JSON, escape

_SHOWN = 4
"""How many further places a message names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """One tree of all documents, and where each part of it was read."""

    root: dict[str, JSON]
    origins: dict[str, Origin]


def merge(drafts: Sequence[Draft], report: Report, *, several: bool = False) -> Merged:
    """One document of all drafts. A single one stays as it is; the order of the others is that of their names.

    That there are `several` APIs is worth a warning, unless it is what the user wants.
    """
    if len(drafts) == 1:
        return Merged(root=drafts[0].root, origins=drafts[0].origins)
    drafts = sorted(drafts, key=lambda draft: (draft.document.path, draft.document.start))
    groups = grouped(drafts)
    if len(groups) == 1:
        return _Merger(drafts, report, [age(draft) for draft in drafts], several).merge()
    wholes: list[Draft] = []
    for group in sorted(groups, key=len, reverse=True):  # the API of most pages gives the title
        merged = merge(group, report)
        wholes.append(Draft(document=group[0].document, root=merged.root, origins=merged.origins))
    set_apart(wholes)
    return _Merger(wholes, report, [NO_AGE] * len(wholes), several).merge()  # versions of different APIs do not compare


class _Merger:
    """The merging of one run."""

    def __init__(self, drafts: list[Draft], report: Report, ages: list[Age], several: bool) -> None:
        self.drafts = drafts
        self.report = report
        self.several = several
        self.origins: dict[str, Origin] = {"": Origin(document=drafts[0].name)}
        self.moves = {draft.name: _by_unit(draft.origins) for draft in drafts}
        self.ages = {draft.name: age for draft, age in zip(drafts, ages, strict=True)}

    def merge(self) -> Merged:
        root: dict[str, JSON] = {"openapi": max(str(draft.root["openapi"]) for draft in self.drafts)}
        self._info(root)
        for key in ("servers", "security"):
            self._whole(root, key)
        self._tags(root)
        for key in ("paths", "webhooks"):
            self._paths(root, key)
        self._components(root)
        for key in _keys(draft.root for draft in self.drafts):
            if key not in root and key not in FIELDS["document"]:
                self._whole(root, key)
        return Merged(root=root, origins=self.origins)

    def _info(self, root: dict[str, JSON]) -> None:
        holders = [(draft, draft.root["info"]) for draft in self.drafts if "info" in draft.root]
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
                hint=f"Make a client of each, such as with api = {first_title!r} in the configuration; or name all there.",
                related=tuple(("another title", origin) for origin in others[:_SHOWN]),
            )
        versions = _groups(self._newest(holders), lambda info: _key([info.get("title"), info.get("version")]))
        draft, info = _most(_groups(_most(versions), _key))[0]
        root["info"] = info
        self.origins["/info"] = draft.origin("/info")

    def _whole(self, root: dict[str, JSON], key: str) -> None:
        """A field that operations already say themselves, or that means nothing to a client: what most documents say."""
        holders = [(draft, draft.root[key]) for draft in self.drafts if key in draft.root]
        if holders:
            draft, root[key] = _most(_groups(holders, _key))[0]
            self.origins[f"/{key}"] = draft.origin(f"/{key}")

    def _tags(self, root: dict[str, JSON]) -> None:
        holders: dict[str, list[tuple[Draft, JSON, str]]] = {}
        for draft in self.drafts:
            for index, tag in enumerate(draft.root.get("tags", ())):
                holders.setdefault(str(tag.get("name")), []).append((draft, tag, f"/tags/{index}"))
        tags: list[JSON] = []
        for name, places in holders.items():
            where = {id(tag): pointer for _, tag, pointer in places}
            variants = _groups([(draft, tag) for draft, tag, _ in places], _key)
            draft, tag = _most(variants)[0]
            origin = draft.origin(where[id(tag)])
            if len(variants) > 1:
                others = [group[0] for group in variants.values() if group[0][1] is not tag]
                self.report.add(
                    Severity.NOTE,
                    "tag-conflict",
                    f"The tag {name!r} is described in {len(variants)} ways; the most frequent one is used.",
                    origin=origin,
                    hint="Nothing needs to be done; the text goes into the documentation only.",
                    related=tuple(
                        ("described differently", other.origin(where[id(value)])) for other, value in others[:_SHOWN]
                    ),
                )
            self.origins[f"/tags/{len(tags)}"] = origin
            tags.append(tag)
        if tags:
            root["tags"] = tags

    def _paths(self, root: dict[str, JSON], section: str) -> None:
        merged: dict[str, JSON] = {}
        for path in _keys(draft.root.get(section, {}) for draft in self.drafts):
            holders = [draft for draft in self.drafts if path in draft.root.get(section, {})]
            if path.startswith("x-") and section == "paths":
                merged[path] = holders[0].root[section][path]
                continue
            item: dict[str, JSON] = {}
            at = f"/{section}/{escape(path)}"
            for key in _keys(draft.root[section][path] for draft in holders):
                values = [
                    (draft, draft.root[section][path][key]) for draft in holders if key in draft.root[section][path]
                ]
                if key in METHODS:
                    item[key] = self._choose(f"{at}/{key}", "operation", f"{key.upper()} {path}", values)
                else:
                    draft, item[key] = _most(_groups(values, _key))[0]
                    self._carry(draft, f"{at}/{key}")
            merged[path] = item
            self.origins[at] = holders[0].origin(at)
        if any(section in draft.root for draft in self.drafts):
            root[section] = merged

    def _components(self, root: dict[str, JSON]) -> None:
        components: dict[str, JSON] = {}
        holders = [draft for draft in self.drafts if "components" in draft.root]
        for section in _keys(draft.root["components"] for draft in holders):
            child = FIELDS["components"].get(section)
            within = [draft for draft in holders if section in draft.root["components"]]
            if child is None:
                components[section] = within[0].root["components"][section]
                continue
            merged: dict[str, JSON] = {}
            places: dict[str, list[tuple[Draft, JSON]]] = {}
            for draft in within:
                for name, value in draft.root["components"][section].items():
                    places.setdefault(name, []).append((draft, value))
            for name, values in places.items():
                pointer = f"/components/{section}/{escape(name)}"
                merged[name] = self._choose(pointer, child.kind, f"{_CALLED[child.kind]} {name!r}", values)
            components[section] = merged
            self.origins[f"/components/{section}"] = within[0].origin(f"/components/{section}")
        if holders:
            root["components"] = components
            self.origins["/components"] = holders[0].origin("/components")

    def _choose(self, pointer: str, kind: str, called: str, values: list[tuple[Draft, JSON]]) -> JSON:
        """The variant of one name that holds, and what is to be said of the others."""
        first = values[0][1]
        if all(value is first or value == first for _, value in values):
            self._carry(values[0][0], pointer)
            return first
        variants = _groups(values, lambda value: _key(_whole_numbers(skeleton(kind, value))))
        top = self._newest(values)
        leading = _groups(top, lambda value: _key(_whole_numbers(skeleton(kind, value))))
        chosen = variants[max(leading, key=lambda key: len(leading[key]))]
        exact = _groups([held for held in chosen if held in top], _key)
        draft, value = _most(exact)[0]
        self._carry(draft, pointer)
        what = "operation" if kind == "operation" else "component"
        if len(variants) > 1:
            others = [group[0] for group in variants.values() if group is not chosen]
            apart = _difference(skeleton(kind, others[0][1]), skeleton(kind, value))
        if len(variants) > 1 and len(leading) == 1:
            self.report.note(
                f"{what}-outdated",
                f"{called} is not the same on older pages; what the newest says is used.",
                origin=_inside(others[0][0], pointer, others[0][1], apart),
                hint="Nothing needs to be done; delete the older pages if nothing else is on them.",
            )
        elif len(variants) > 1:
            self.report.add(
                Severity.WARNING,
                f"{what}-conflict",
                f"{called} is not the same everywhere: {len(values)} documents hold {len(variants)} variants of it, and"
                f" the one of {_documents(len(chosen))} is used.",
                origin=_inside(others[0][0], pointer, others[0][1], apart),
                hint="One page may be out of date, or the pages are of different APIs: fetch them again, or make a "
                "client of each.",
                related=(
                    ("the one that is used", _inside(draft, pointer, value, apart)),
                    *(("another variant", _inside(d, pointer, v, apart)) for d, v in others[1:_SHOWN]),
                ),
            )
        elif len(exact := _groups(values, _key)) > 1:
            others = [group[0] for key, group in exact.items() if key != _key(value)]
            apart = _difference(others[0][1], value)
            self.report.add(
                Severity.NOTE,
                f"{what}-described-differently",
                f"{called} is described in {len(exact)} ways that mean the same on the wire; one of them is used.",
                origin=_inside(others[0][0], pointer, others[0][1], apart),
                hint="Nothing needs to be done; the texts go into the documentation only.",
                related=(("the one that is used", _inside(draft, pointer, value, apart)),),
            )
        return value

    def _newest(self, values: list[_Held]) -> list[_Held]:
        """The values that the newest documents hold."""
        return [values[index] for index in newest([self.ages[draft.name] for draft, _ in values])]

    def _carry(self, draft: Draft, pointer: str) -> None:
        """Take over where a part of a draft was read."""
        self.origins[pointer] = draft.origin(pointer)
        for moved in self.moves[draft.name].get(pointer, ()):
            self.origins[moved] = draft.origins[moved]


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


def _by_unit(origins: dict[str, Origin]) -> dict[str, list[str]]:
    """The moved places of a draft, by the operation or component that they are in: the first three tokens."""
    units: dict[str, list[str]] = {}
    for pointer in origins:
        units.setdefault("/".join(pointer.split("/", 4)[:4]), []).append(pointer)
    return units


_Held = tuple[Draft, JSON]
"""A value, and the document that holds it."""


def _groups(values: list[_Held], key: Callable[[JSON], str]) -> dict[str, list[_Held]]:
    """The values that have one key together, in the order of the documents."""
    groups: dict[str, list[_Held]] = {}
    for draft, value in values:
        groups.setdefault(key(value), []).append((draft, value))
    return groups


def _most(groups: dict[str, list[_Held]]) -> list[_Held]:
    """The largest group; the first of several."""
    return max(groups.values(), key=len)


def _key(value: JSON) -> str:
    return json.dumps(value, sort_keys=True)


def _whole_numbers(value: JSON) -> JSON:
    """1.0 as 1: pages that are written in YAML lose the difference, and on the wire there is none."""
    if isinstance(value, dict):
        return {key: _whole_numbers(member) for key, member in value.items()}
    if isinstance(value, list):
        return [_whole_numbers(member) for member in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _difference(one: JSON, other: JSON) -> list[str]:
    """The way to the first place, in the order of `one`, at which two values differ."""
    if isinstance(one, dict) and isinstance(other, dict):
        for key, value in one.items():
            if key not in other:
                return [key]
            if value != other[key]:
                return [key, *_difference(value, other[key])]
        return [key for key in other if key not in one][:1]
    if isinstance(one, list) and isinstance(other, list):
        for index, value in enumerate(one):
            if index < len(other) and value != other[index]:
                return [str(index), *_difference(value, other[index])]
    return []


def _inside(draft: Draft, pointer: str, node: JSON, way: list[str]) -> Origin:
    """The place of a difference, as far as it is there in this variant."""
    for key in way:
        if isinstance(node, dict) and key in node:
            node, pointer = node[key], f"{pointer}/{escape(key)}"
        elif isinstance(node, list) and int(key) < len(node):
            node, pointer = node[int(key)], f"{pointer}/{key}"
        else:
            break
    return draft.origin(pointer)


def _documents(count: int) -> str:
    return "one document" if count == 1 else f"{count} documents"
