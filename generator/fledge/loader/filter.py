"""The part of a description that a user wants: operations are chosen, and what they need stays with them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from fledge.config.filters import Filter
from fledge.config.places import ConfigTable, config_origin
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.similar_names import most_similar
from fledge.loader.merge.merge import MergedDocument
from fledge.loader.normalize.inheritance import operations
from fledge.loader.references.component_names import ImportedComponent, assign_names
from fledge.loader.references.unresolved import remove_nodes
from fledge.openapi.json_values import JSON, as_array, as_object, as_strings, deep_copy, reference_of
from fledge.openapi.objects import FIELDS, REFERABLE, Container, component_of, walk_objects, walk_references
from fledge.openapi.path_template import split_server
from fledge.openapi.pointer import find, join, last_token, parent, rebase, upwards
from fledge.openapi.source_map import lookup
from fledge.quick_dataclass import quick_dataclass


def apply_filters(
    merged: MergedDocument,
    include: Filter,
    exclude: Filter,
    report: DiagnosticCollector,
    table: ConfigTable | None,
    *,
    strict: bool,
) -> None:
    """Leave what is included and not excluded, and take all away that nothing left refers to.

    Without a filter, nothing is taken away. An `include` that names operations or webhooks names all that are wanted.
    `include.schemas` stay though nothing refers to them; what refers to a schema of `exclude` accepts any value there.
    If `strict`, a pattern that means nothing is an error.
    """
    if not (include or exclude):
        return
    narrower = _Narrower(merged, report, table)
    if strict:
        narrower.check("include", include)
        narrower.check("exclude", exclude)
        if report.failed:
            return
    narrower.choose(include, exclude)
    narrower.cut(exclude.schemas)
    narrower.prune(include.schemas)


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class _Operation:
    """An operation of a path or a webhook, and what patterns may say of it."""

    pointer: str
    section: str
    key: str
    tags: tuple[str, ...]
    names: tuple[str, ...]

    @property
    def paths(self) -> tuple[str, ...]:
        """Its path, also with what tells its server from that of another operation with this path."""
        return self.key, split_server(self.key)[0]

    def matches(self, patterns: Filter) -> bool:
        """Whether one of the patterns means it."""
        return (
            _any(patterns.tags, self.tags)
            or (self.section == "paths" and _any(patterns.paths, self.paths))
            or (self.section == "paths" and _any(patterns.operations, self.names))
            or (self.section == "webhooks" and _any(patterns.webhooks, [self.key]))
        )


class _Narrower:
    """The narrowing of one description, in place."""

    def __init__(self, merged: MergedDocument, report: DiagnosticCollector, table: ConfigTable | None) -> None:
        self.root = merged.root
        self.source_map = merged.source_map
        self.report = report
        self.table = table
        self.operations = list(_operations(self.root))
        self.schemas: dict[str, JSON] = self.root.get("components", {}).get("schemas", {})

    def check(self, name: str, patterns: Filter) -> None:
        """Report each pattern that means nothing: it was misspelt, or what it meant is gone."""
        paths = [each for each in self.operations if each.section == "paths"]
        names: dict[str, list[str]] = {
            "tags": [tag for each in self.operations for tag in each.tags],
            "paths": [path for each in paths for path in each.paths],
            "operations": [candidates for each in paths for candidates in each.names],
            "schemas": list(self.schemas),
            "webhooks": [each.key for each in self.operations if each.section == "webhooks"],
        }
        for key, candidates in names.items():
            for pattern in getattr(patterns, key):
                if not _any([pattern], candidates):
                    near = most_similar(pattern, dict.fromkeys(candidates))
                    self.report.error(
                        "filter-unmatched",
                        f"`{name}` names the {key} {pattern!r}, but the description has no match.",
                        origin=config_origin(self.table, self.report, name, key, pattern),
                        hint=f"Did you mean {near!r}?" if near else "Correct it, or remove it.",
                    )

    def choose(self, include: Filter, exclude: Filter) -> None:
        """Take away the operations that are not wanted."""
        before = self.operations
        self.operations = [
            each for each in before if (each.matches(include) or not include.matches) and not each.matches(exclude)
        ]
        stay = {each.pointer: None for each in self.operations}
        dropped = [each for each in before if each.pointer not in stay]
        if dropped and not (self.operations or include.schemas):
            self.report.error(
                "filter-empty",
                "`include` and `exclude` leave no operation.",
                origin=config_origin(self.table, self.report, "", "include" if include else "exclude"),
                hint="Change them: an operation is kept if `include` matches it or is empty, and `exclude` does not match it.",
            )
        kept = {(each.section, each.key): None for each in self.operations}
        gone = dict.fromkeys(
            each.pointer if (each.section, each.key) in kept else join("", each.section, each.key) for each in dropped
        )
        self._move_out(gone)
        remove_nodes(self.root, list(gone), self.source_map)

    def _move_out(self, gone: Collection[str]) -> None:
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
            moved = [
                ImportedComponent(section=_SECTIONS[kind], path="", pointer=reference[1:], value=value)
                for reference, kind in targets.items()
                if (value := find(self.root, reference[1:])) is not None
            ]
            names = assign_names(moved, {section: list(components.get(section, {})) for section in _SECTIONS.values()})
            for component, name in zip(moved, names, strict=True):
                to = join("/components", component.section, name)
                components.setdefault(component.section, {})[name] = deep_copy(component.value)
                below = [key for key in self.source_map if _below(key, (component.pointer,))]
                self.source_map[to] = lookup(self.source_map, component.pointer)
                self.source_map.update({rebase(key, component.pointer, to): self.source_map[key] for key in below})
                spelt[f"#{component.pointer}"] = f"#{to}"
            for _, node in sites:
                node["$ref"] = spelt.get(node["$ref"], node["$ref"])
            if not moved:
                return

    def cut(self, patterns: Sequence[str]) -> None:
        """Take schemas away, and let what refers to them accept any value."""
        gone = {join("/components/schemas", name): None for name in self.schemas if _any(patterns, [name])}
        if not gone:
            return
        unions = [
            (node, self._required(node), self._declared(node))
            for kind, _, node in walk_objects(self.root)
            if kind == "schema" and not {*_UNIONS, "$ref"}.isdisjoint(node)
        ]
        remove_nodes(self.root, list(gone), self.source_map)
        unwanted: list[str] = []
        widened = 0
        for kind, pointer, node in walk_objects(self.root):
            if kind == "discriminator":
                _forget(node, gone)
            if kind == "schema" and _below((reference_of(node) or "")[1:], gone):
                widened += 1
                key, holder = last_token(pointer), last_token(parent(pointer))
                if (holder in _UNIONS and key.isdecimal()) or (key == "not" and holder not in _NAMED):
                    unwanted.append(pointer)
                else:
                    del node["$ref"]
        for pointer in reversed(unwanted):
            remove_nodes(self.root, [pointer], self.source_map)
            union = parent(pointer)
            if last_token(union) in _UNIONS and all(_is_null(each) for each in find(self.root, union)):
                remove_nodes(self.root, [union], self.source_map)  # null was allowed beside what is any value now
                find(self.root, parent(union)).pop("discriminator", None)
        for node, required, declared in unions:
            still = self._declared(node)
            lost = [name for name in required if name in declared and name not in still]
            if lost:
                node["properties"] = {**node.get("properties", {}), **{name: {} for name in lost}}
        if widened:
            many = f"{widened} references lead" if widened > 1 else "1 reference leads"
            self.report.note(
                "excluded-schema-referenced",
                f"{many} to excluded schemas; Fledge accepts any value there.",
                hint="No action needed if intended.",
            )

    def _required(self, schema: JSON) -> list[str]:
        """The properties that a schema requires, itself or in parts of it that have no name."""
        keywords = as_object(schema)
        inherited = [name for part in as_array(keywords.get("allOf")) for name in self._required(part)]
        return as_strings(keywords.get("required")) + inherited

    def _declared(self, schema: JSON) -> dict[str, None]:
        """The properties that a schema declares, itself or by what it is made of."""
        properties: dict[str, None] = {}
        waiting, visited = [schema], list[str]()
        while waiting:
            node = as_object(waiting.pop())
            properties.update(dict.fromkeys(as_object(node.get("properties"))))
            waiting += [part for key in _UNIONS for part in as_array(node.get(key))]
            reference = reference_of(node)
            if reference is not None and reference not in visited:
                visited.append(reference)
                waiting.append(find(self.root, reference[1:]))
        return properties

    def prune(self, kept_schemas: Sequence[str]) -> None:
        """Take away components, tags and security schemes that nothing needs."""
        components: dict[str, JSON] = self.root.get("components", {})
        used = self._reached([("schemas", name) for name in self.schemas if _any(kept_schemas, [name])])
        for section in FIELDS["components"]:
            if members := as_object(components.get(section)):
                for name in [name for name in members if (section, name) not in used]:
                    del members[name]
        tags = [tag for each in self.operations for tag in each.tags]
        unused = [f"/tags/{at}" for at, tag in enumerate(self.root.get("tags", ())) if tag.get("name") not in tags]
        remove_nodes(self.root, unused, self.source_map)
        schemes = components.get("securitySchemes", {})
        if "security" in self.root:
            left = [each for each in self.root["security"] if all(name in schemes for name in each)]
            if left or not self.root["security"]:
                self.root["security"] = left
            else:
                del self.root["security"]

    def _reached(self, roots: Iterable[tuple[str, str]]) -> dict[tuple[str, str], None]:
        """The components that paths, webhooks and the wanted ones need, by section and name."""
        components: dict[str, JSON] = self.root.get("components", {})
        subtypes = self._subtypes()
        used = dict.fromkeys(roots)
        waiting: list[tuple[str, str, JSON]] = [
            ("path", join("", section, key), item)
            for section in ("paths", "webhooks")
            for key, item in self.root.get(section, {}).items()
        ]
        waiting += [("schema", join("/components", section, name), self.schemas[name]) for section, name in used]
        if any("security" not in find(self.root, each.pointer) for each in self.operations):
            waiting += [("operation", "", {"security": self.root.get("security", [])})]
        while waiting:
            start, at, node = waiting.pop()
            for kind, pointer, each in walk_objects(node, start, at):
                for section, name in [*_needs(kind, each), *(subtypes.get(pointer, ()) if kind == "schema" else ())]:
                    if (section, name) not in used and name in components.get(section, {}):
                        used[section, name] = None
                        child = FIELDS["components"][section]
                        pointer = join("/components", section, name)
                        waiting.append((child.kind, pointer, components[section][name]))
        return used

    def _subtypes(self) -> dict[str, list[tuple[str, str]]]:
        """The schemas that extend one with a discriminator, by its pointer: any of them may stand for it."""
        subtypes: dict[str, list[tuple[str, str]]] = {}
        for name, schema in self.schemas.items():
            for part in as_array(as_object(schema).get("allOf")):
                base = (reference_of(part) or "")[1:]
                if base and "discriminator" in as_object(find(self.root, base)):
                    subtypes.setdefault(base, []).append(("schemas", name))
        return subtypes

    def _references(self) -> Iterator[tuple[str, str, dict[str, JSON]]]:
        return (each for each in walk_references(self.root) if each[2]["$ref"].startswith("#/"))


_UNIONS = ("allOf", "anyOf", "oneOf")
_NAMED = [key for key, child in FIELDS["schema"].items() if child.container is Container.MAP]
"""The fields of a schema below which keys are names."""

_SECTIONS = {child.kind: section for section, child in FIELDS["components"].items() if child.kind != "path"}


def _operations(root: dict[str, JSON]) -> Iterator[_Operation]:
    for section in ("paths", "webhooks"):
        for key, item in root.get(section, {}).items():
            if section == "paths" and key.startswith("x-"):
                continue
            for pointer, operation in operations(join("", section, key), as_object(item)):
                method = last_token(pointer).upper()
                requests = dict.fromkeys(f"{method} {each}" for each in (key, split_server(key)[0]))
                names = [*requests, *([operation["operationId"]] if "operationId" in operation else ())]
                tags = tuple(operation.get("tags", ()))
                yield _Operation(pointer=pointer, section=section, key=key, tags=tags, names=tuple(names))


def _needs(kind: str, node: dict[str, JSON]) -> Iterator[tuple[str, str]]:
    """The components that an object names, by section and name."""
    references = [reference_of(node) or ""] if kind in REFERABLE else []
    if kind == "discriminator":
        values = as_strings([*as_object(node.get("mapping")).values(), node.get("defaultMapping")])
        references = [f"#{_mapped(value)}" for value in values]
    elif kind == "operation":
        for requirement in as_array(node.get("security")):
            for name in as_object(requirement):
                yield "securitySchemes", name
    for reference in references:
        named = component_of(reference)
        if named is not None and named[0] in FIELDS["components"]:
            yield named


def _mapped(value: JSON) -> str:
    """The pointer of the schema that a discriminator's mapping names: by a reference, or by its key."""
    text = str(value)
    return text[1:] if text.startswith("#") else join("/components/schemas", text)


def _forget(discriminator: dict[str, JSON], gone: Collection[str]) -> None:
    """Take schemas that are gone out of a discriminator."""
    if mapping := as_object(discriminator.get("mapping")):
        discriminator["mapping"] = {value: to for value, to in mapping.items() if not _below(_mapped(to), gone)}
    if "defaultMapping" in discriminator and _below(_mapped(discriminator["defaultMapping"]), gone):
        del discriminator["defaultMapping"]


def _is_null(schema: JSON) -> bool:
    return as_object(schema).get("type") in ("null", ["null"])


def _below(pointer: str, above: Collection[str]) -> bool:
    """Whether a pointer is one of those, or leads on from there."""
    return any(each in above for each in upwards(pointer) if each)


def _any(patterns: Iterable[str], names: Iterable[str]) -> bool:
    """Whether a pattern means one of the names: `*` is anything but a slash, `**` anything."""
    expressions = [_expression(pattern) for pattern in patterns]
    return any(expression.fullmatch(name) for expression in expressions for name in names)


def _expression(pattern: str) -> re.Pattern[str]:
    signs = {"**": ".*", "*": "[^/]*"}
    parts = re.split(r"(\*\*|\*)", pattern)
    return re.compile("".join(signs.get(part, re.escape(part)) for part in parts), re.DOTALL)
