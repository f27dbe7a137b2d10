"""The part of a description that a user wants: operations are chosen, and what they need stays with them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.diagnostics import Report
from generator.loader.draft import copy
from generator.loader.filter import Filter
from generator.loader.grammar import FIELDS, REFERABLE, Shape, walk
from generator.loader.merge import Merged
from generator.loader.placing import Foreign, place
from generator.loader.pushdown import operations
from generator.loader.references import remove
from generator.loader.spec import JSON, escape, locate, unescape


def narrow(merged: Merged, include: Filter, exclude: Filter, report: Report, *, strict: bool) -> None:
    """Leave what is included and not excluded, and take all away that nothing left refers to.

    Without a filter, nothing is taken away. An `include` that names operations or webhooks names all that are wanted.
    `include.schemas` stay though nothing refers to them; what refers to a schema of `exclude` accepts any value there.
    If `strict`, a pattern that means nothing is an error.
    """
    if not (include or exclude):
        return
    narrower = _Narrower(merged, report)
    if strict:
        narrower.check("include", include)
        narrower.check("exclude", exclude)
        if report.failed:
            return
    narrower.choose(include, exclude)
    narrower.cut(exclude.schemas)
    narrower.prune(include.schemas)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Operation:
    """An operation of a path or a webhook, and what patterns may say of it."""

    pointer: str
    section: str
    key: str
    tags: tuple[str, ...]
    names: tuple[str, ...]

    def fits(self, wanted: Filter) -> bool:
        """Whether one of the patterns means it."""
        return (
            _any(wanted.tags, self.tags)
            or (self.section == "paths" and _any(wanted.paths, [self.key]))
            or (self.section == "paths" and _any(wanted.operations, self.names))
            or (self.section == "webhooks" and _any(wanted.webhooks, [self.key]))
        )


class _Narrower:
    """The narrowing of one description, in place."""

    def __init__(self, merged: Merged, report: Report) -> None:
        self.root = merged.root
        self.origins = merged.origins
        self.report = report
        self.operations = list(_operations(self.root))
        self.schemas: dict[str, JSON] = self.root.get("components", {}).get("schemas", {})

    def check(self, name: str, wanted: Filter) -> None:
        """Report each pattern that means nothing: it was misspelt, or what it meant is gone."""
        paths = [each for each in self.operations if each.section == "paths"]
        there: dict[str, list[str]] = {
            "tags": [tag for each in self.operations for tag in each.tags],
            "paths": [each.key for each in paths],
            "operations": [known for each in paths for known in each.names],
            "schemas": list(self.schemas),
            "webhooks": [each.key for each in self.operations if each.section == "webhooks"],
        }
        for key, known in there.items():
            for pattern in getattr(wanted, key):
                if not _any([pattern], known):
                    near = difflib.get_close_matches(pattern, dict.fromkeys(known), n=1)
                    self.report.error(
                        "filter-unmatched",
                        f"`{name}` names the {key} {pattern!r}, and the description has none like it.",
                        hint=f"Did you mean {near[0]!r}?" if near else "Correct it, or remove it.",
                    )

    def choose(self, include: Filter, exclude: Filter) -> None:
        """Take away the operations that are not wanted."""
        known = self.operations
        self.operations = [
            each for each in known if (each.fits(include) or not include.chooses) and not each.fits(exclude)
        ]
        stay = {each.pointer: None for each in self.operations}
        dropped = [each for each in known if each.pointer not in stay]
        if dropped and not (self.operations or include.schemas):
            self.report.error(
                "filter-empty",
                "`include` and `exclude` leave no operation.",
                hint="An operation stays if `include` has it, or has no such key, and `exclude` has it not.",
            )
        kept = {(each.section, each.key): None for each in self.operations}
        gone = dict.fromkeys(
            each.pointer if (each.section, each.key) in kept else f"/{each.section}/{escape(each.key)}"
            for each in dropped
        )
        self._move_out(gone)
        remove(self.root, list(gone), self.origins)

    def _move_out(self, gone: Container[str]) -> None:
        """Make components of what is in operations that go and others refer to."""
        spelt: dict[str, str] = {}
        components: dict[str, JSON] = self.root.setdefault("components", {})
        while True:
            sites = [
                (kind, node)
                for kind, pointer, node in self._references()
                if kind in _SECTIONS and _below(node["$ref"][1:], gone) and not _below(pointer, gone)
            ]
            targets = {node["$ref"]: kind for kind, node in sites if node["$ref"] not in spelt}
            things = [
                Foreign(section=_SECTIONS[kind], path="", pointer=reference[1:], value=value)
                for reference, kind in targets.items()
                if (value := _at(self.root, reference[1:])) is not None
            ]
            names = place(things, {section: list(components.get(section, {})) for section in _SECTIONS.values()})
            for thing, name in zip(things, names, strict=True):
                to = f"/components/{thing.section}/{escape(name)}"
                components.setdefault(thing.section, {})[name] = copy(thing.value)
                below = [key for key in self.origins if _below(key, (thing.pointer,))]
                self.origins[to] = locate(self.origins, thing.pointer)
                self.origins.update({to + key[len(thing.pointer) :]: self.origins[key] for key in below})
                spelt[f"#{thing.pointer}"] = f"#{to}"
            for _, node in sites:
                node["$ref"] = spelt.get(node["$ref"], node["$ref"])
            if not things:
                return

    def cut(self, patterns: Sequence[str]) -> None:
        """Take schemas away, and let what refers to them accept any value."""
        gone = {f"/components/schemas/{escape(name)}": None for name in self.schemas if _any(patterns, [name])}
        if not gone:
            return
        made = [
            (node, self._required(node), self._declared(node))
            for kind, _, node in walk(self.root)
            if kind == "schema" and isinstance(node, dict) and not {*_UNIONS, "$ref"}.isdisjoint(node)
        ]
        remove(self.root, list(gone), self.origins)
        unwanted: list[str] = []
        widened = 0
        for kind, pointer, node in walk(self.root):
            if not isinstance(node, dict):
                continue
            if kind == "discriminator":
                _forget(node, gone)
            if kind == "schema" and isinstance(node.get("$ref"), str) and _below(node["$ref"][1:], gone):
                widened += 1
                *_, holder, key = pointer.split("/")
                if (holder in _UNIONS and key.isdecimal()) or (key == "not" and holder not in _NAMED):
                    unwanted.append(pointer)
                else:
                    del node["$ref"]
        for pointer in reversed(unwanted):
            remove(self.root, [pointer], self.origins)
            union = pointer.rpartition("/")[0]
            if union.rpartition("/")[2] in _UNIONS and all(_is_null(each) for each in _at(self.root, union)):
                remove(self.root, [union], self.origins)  # null was allowed beside what is any value now
                _at(self.root, union.rpartition("/")[0]).pop("discriminator", None)
        for node, required, declared in made:
            still = self._declared(node)
            lost = [name for name in required if name in declared and name not in still]
            if lost:
                node["properties"] = {**node.get("properties", {}), **{name: {} for name in lost}}
        if widened:
            many = f"{widened} places refer" if widened > 1 else "1 place refers"
            self.report.note(
                "excluded-in-use",
                f"{many} to schemas that are excluded; any value is accepted there.",
                hint="Nothing needs to be done, if it was meant so.",
            )

    def _required(self, schema: JSON) -> list[str]:
        """The properties that a schema requires, itself or in parts of it that have no name."""
        parts = schema.get("allOf", ()) if isinstance(schema, dict) else ()
        own = schema.get("required", ()) if isinstance(schema, dict) else ()
        return [*own, *(name for part in parts for name in self._required(part))]

    def _declared(self, schema: JSON) -> dict[str, None]:
        """The properties that a schema declares, itself or by what it is made of."""
        found: dict[str, None] = {}
        waiting, seen = [schema], list[str]()
        while waiting:
            node = waiting.pop()
            if not isinstance(node, dict):
                continue
            found.update(dict.fromkeys(node.get("properties", ())))
            waiting += [part for key in _UNIONS for part in node.get(key, ())]
            reference = node.get("$ref")
            if isinstance(reference, str) and reference not in seen:
                seen.append(reference)
                waiting.append(_at(self.root, reference[1:]))
        return found

    def prune(self, wanted: Sequence[str]) -> None:
        """Take away components, tags and security schemes that nothing needs."""
        components: dict[str, JSON] = self.root.get("components", {})
        used = self._reached([("schemas", name) for name in self.schemas if _any(wanted, [name])])
        for section, members in components.items():
            if section in FIELDS["components"] and isinstance(members, dict):
                for name in [name for name in members if (section, name) not in used]:
                    del members[name]
        tags = [tag for each in self.operations for tag in each.tags]
        unused = [f"/tags/{at}" for at, tag in enumerate(self.root.get("tags", ())) if tag.get("name") not in tags]
        remove(self.root, unused, self.origins)
        schemes = components.get("securitySchemes", {})
        if "security" in self.root:
            left = [each for each in self.root["security"] if all(name in schemes for name in each)]
            if left or not self.root["security"]:
                self.root["security"] = left
            else:
                del self.root["security"]

    def _reached(self, wanted: Iterable[tuple[str, str]]) -> dict[tuple[str, str], None]:
        """The components that paths, webhooks and the wanted ones need, by section and name."""
        components: dict[str, JSON] = self.root.get("components", {})
        made_of = self._made_of()
        used = dict.fromkeys(wanted)
        waiting: list[tuple[str, str, JSON]] = [
            ("path", f"/{section}/{escape(key)}", item)
            for section in ("paths", "webhooks")
            for key, item in self.root.get(section, {}).items()
        ]
        waiting += [("schema", f"/components/{section}/{escape(name)}", self.schemas[name]) for section, name in used]
        if any("security" not in _at(self.root, each.pointer) for each in self.operations):
            waiting += [("operation", "", {"security": self.root.get("security", [])})]
        while waiting:
            start, at, node = waiting.pop()
            for kind, pointer, each in walk(node, start, at):
                for section, name in [*_needs(kind, each), *(made_of.get(pointer, ()) if kind == "schema" else ())]:
                    if (section, name) not in used and name in components.get(section, {}):
                        used[section, name] = None
                        child = FIELDS["components"][section]
                        pointer = f"/components/{section}/{escape(name)}"
                        waiting.append((child.kind, pointer, components[section][name]))
        return used

    def _made_of(self) -> dict[str, list[tuple[str, str]]]:
        """The schemas that extend one with a discriminator, by its pointer: any of them may stand for it."""
        found: dict[str, list[tuple[str, str]]] = {}
        for name, schema in self.schemas.items():
            for part in schema.get("allOf", ()) if isinstance(schema, dict) else ():
                reference = part.get("$ref") if isinstance(part, dict) else None
                base = _at(self.root, reference[1:]) if isinstance(reference, str) else None
                if isinstance(base, dict) and "discriminator" in base:
                    found.setdefault(str(reference)[1:], []).append(("schemas", name))
        return found

    def _references(self) -> Iterator[tuple[str, str, dict[str, JSON]]]:
        for kind, pointer, node in walk(self.root):
            if isinstance(node, dict) and kind in REFERABLE and str(node.get("$ref", "")).startswith("#/"):
                yield kind, pointer, node


_UNIONS = ("allOf", "anyOf", "oneOf")
_NAMED = [key for key, child in FIELDS["schema"].items() if child.shape is Shape.MAP]
"""The fields of a schema below which keys are names."""

_SECTIONS = {child.kind: section for section, child in FIELDS["components"].items() if child.kind != "path"}


def _operations(root: dict[str, JSON]) -> Iterator[_Operation]:
    for section in ("paths", "webhooks"):
        for key, item in root.get(section, {}).items():
            if not isinstance(item, dict) or (section == "paths" and key.startswith("x-")):
                continue
            for pointer, operation in operations(f"/{section}/{escape(key)}", item):
                method = unescape(pointer.rpartition("/")[2]).upper()
                names = [f"{method} {key}", *([operation["operationId"]] if "operationId" in operation else ())]
                tags = tuple(operation.get("tags", ()))
                yield _Operation(pointer=pointer, section=section, key=key, tags=tags, names=tuple(names))


def _needs(kind: str, node: JSON) -> Iterator[tuple[str, str]]:
    """The components that an object names, by section and name."""
    if not isinstance(node, dict):
        return
    references = [node.get("$ref")] if kind in REFERABLE else []
    if kind == "discriminator":
        mapping = node.get("mapping")
        values = [*(mapping.values() if isinstance(mapping, dict) else ()), node.get("defaultMapping")]
        references = [f"#{_mapped(value)}" for value in values if isinstance(value, str)]
    elif kind == "operation":
        for requirement in node.get("security", ()):
            for name in requirement if isinstance(requirement, dict) else ():
                yield "securitySchemes", name
    for reference in references:
        tokens = reference.split("/") if isinstance(reference, str) else []
        if tokens[:2] == ["#", "components"] and len(tokens) > 3 and tokens[2] in FIELDS["components"]:
            yield tokens[2], unescape(tokens[3])


def _mapped(value: JSON) -> str:
    """The pointer of the schema that a discriminator's mapping names: by a reference, or by its key."""
    text = str(value)
    return text[1:] if text.startswith("#") else f"/components/schemas/{escape(text)}"


def _forget(discriminator: dict[str, JSON], gone: Container[str]) -> None:
    """Take schemas that are gone out of a discriminator."""
    if isinstance(mapping := discriminator.get("mapping"), dict):
        discriminator["mapping"] = {value: to for value, to in mapping.items() if not _below(_mapped(to), gone)}
    if "defaultMapping" in discriminator and _below(_mapped(discriminator["defaultMapping"]), gone):
        del discriminator["defaultMapping"]


def _is_null(schema: JSON) -> bool:
    return isinstance(schema, dict) and schema.get("type") in ("null", ["null"])


def _below(pointer: str, above: Container[str]) -> bool:
    """Whether a pointer is one of those, or leads on from there."""
    while pointer and pointer not in above:
        pointer = pointer.rpartition("/")[0]
    return bool(pointer)


def _at(root: JSON, pointer: str) -> JSON:
    """The node at a pointer; None where there is none."""
    for token in pointer.split("/")[1:]:
        try:
            root = root[int(token)] if isinstance(root, list) else root[unescape(token)]
        except (KeyError, IndexError, TypeError, ValueError):
            return None
    return root


def _any(patterns: Iterable[str], names: Iterable[str]) -> bool:
    """Whether a pattern means one of the names: `*` is anything but a slash, `**` anything."""
    expressions = [_expression(pattern) for pattern in patterns]
    return any(expression.fullmatch(name) for expression in expressions for name in names)


def _expression(pattern: str) -> re.Pattern[str]:
    signs = {"**": ".*", "*": "[^/]*"}
    parts = re.split(r"(\*\*|\*)", pattern)
    return re.compile("".join(signs.get(part, re.escape(part)) for part in parts), re.DOTALL)
