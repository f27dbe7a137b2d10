"""Many files to one tree: nodes of other files become components, once each, and every `$ref` is local.

What components cannot hold is inlined where the reference stands (`inline.py`). A reference that cannot be resolved
stays, spelled so that it is not local, for `report_unresolved`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.source import SourcePointer
from fledge.loader.document_tree import DocumentTree
from fledge.loader.normalize.extension_webhooks import EXTENSION, extension_webhooks
from fledge.loader.normalize.well_formed import is_well_formed
from fledge.loader.references.component_names import ImportedComponent, assign_names
from fledge.loader.references.context import ReferenceContext, foreign
from fledge.loader.references.inline import Fragment, Inliner
from fledge.loader.references.places import is_another, is_schema, kind_of
from fledge.loader.references.registry import NodeAddress, Registry, UnresolvedReference
from fledge.openapi.json_values import JSON, as_array, as_object, deep_copy, is_alias, reference_of
from fledge.openapi.objects import kind_at, walk_objects
from fledge.openapi.pointer import exists, is_below, is_within, join, parent, rebase
from fledge.openapi.source_map import lookup
from fledge.quick_dataclass import quick_dataclass

_SECTIONS = {
    "schema": "schemas",
    "response": "responses",
    "parameter": "parameters",
    "example": "examples",
    "body": "requestBodies",
    "header": "headers",
    "scheme": "securitySchemes",
    "link": "links",
    "callback": "callbacks",
}
_SECTIONS_2 = {"schema": "definitions", "response": "responses", "parameter": "parameters"}
"""Those of Swagger 2.0."""
_SECTIONS_2_POINTERS = tuple(f"/{section}" for section in _SECTIONS_2.values())

_EXAMPLE_FIELDS = ("value", "externalValue", "dataValue", "serializedValue", "summary", "description", "$ref")

_CALLED = {"schema": "schema", "response": "response", "body": "request body"}

_FILE_SUFFIXES = (".json", ".yaml", ".yml")


@quick_dataclass(frozen=True, slots=True)
class _Target:
    """A node of another file, as an object of one kind: equal targets become one component."""

    kind: str
    node: NodeAddress


@dataclass(slots=True)
class _Site:
    """A reference to rewrite: `holder[key]`, to a component of its own or to a local pointer."""

    holder: dict[str, JSON]
    key: str
    to: _Target | str


def bundle(
    trees: Sequence[DocumentTree], parts: Sequence[str], registry: Registry, report: DiagnosticCollector
) -> list[DocumentTree]:
    """Make every reference of the descriptions local, in place. Return the entry documents, and whether they are
    well-formed.

    `parts` names the files that hold components and no operation, and that the user did not name: they are no entry
    documents if an entry document refers to one of them.
    """
    bundlers = [_Bundler(tree, registry) for tree in trees]
    for bundler in bundlers:
        bundler.collect()
    entries = _entries(bundlers, parts, report)
    names = _names(entries, registry)
    for bundler in entries:
        bundler.rewrite(names)
        bundler.context.report_to(report)
    return [replace(bundler.context.tree, is_well_formed=bundler.is_well_formed) for bundler in entries]


def _entries(bundlers: list[_Bundler], parts: Sequence[str], report: DiagnosticCollector) -> list[_Bundler]:
    """The entry documents; all documents if none of these refers to a part."""
    entries = [bundler for bundler in bundlers if bundler.context.tree.name not in parts]
    used = dict.fromkeys(address for bundler in entries for address in bundler.context.used)
    rest = [bundler.context for bundler in bundlers if bundler not in entries]
    if not any(part.address in used for part in rest):
        return bundlers
    for part in rest:
        if part.address not in used and "components" in part.tree.root:
            report.note(
                "part-unused",
                f"Nothing refers to {part.tree.source.path}, which has components and no operation; Fledge ignores it.",
                origin=part.tree.origin(""),
                hint="To use its components, name the file as a source.",
            )
    return entries


def _names(bundlers: list[_Bundler], registry: Registry) -> dict[_Target, str]:
    """One name for each component that is imported, whichever documents need it."""
    holders: dict[tuple[str, str], dict[_Target, None]] = {}
    for bundler in bundlers:
        for name, target in bundler.components():
            holders.setdefault((_SECTIONS[target.kind], name), {})[target] = None
    aliases: dict[_Target, list[str]] = {target: [] for bundler in bundlers for target in bundler.fragments}
    taken: dict[str, list[str]] = {}
    for (section, name), targets in holders.items():
        if len(targets) == 1 and (only := next(iter(targets))) in aliases:
            aliases[only].append(name)
        else:
            taken.setdefault(section, []).append(name)
    imported = sorted(aliases, key=lambda target: (target.kind, target.node.address, target.node.pointer))
    components = [
        ImportedComponent(
            section=_SECTIONS[target.kind],
            path=registry.file(target.node.address).document.path,
            pointer=target.node.pointer,
            value=registry.value(target.node),
            aliases=tuple(aliases[target]),
        )
        for target in imported
    ]
    return dict(zip(imported, assign_names(components, taken), strict=True))


class _Bundler:
    """The bundling of one document."""

    def __init__(self, tree: DocumentTree, registry: Registry) -> None:
        self.context = ReferenceContext(tree, registry)
        self.fragments: dict[_Target, Fragment] = {}
        self.is_well_formed = False
        self._tree = tree
        self._registry = registry
        self._is_swagger = "swagger" in tree.root and "openapi" not in tree.root
        self._sections = _SECTIONS_2 if self._is_swagger else _SECTIONS
        self._inliner = Inliner(self.context, self._sections)
        self._sites: list[_Site] = []
        self._local_kinds: dict[str, str | None] = {}
        """What local references lead to: most targets have many references."""
        self._root = Fragment("swagger" if self._is_swagger else "document", tree.root, tree.source_map)

    # Reading

    def collect(self) -> None:
        """Read everything that the document needs of other files."""
        self.is_well_formed = is_well_formed("document", {"webhooks": extension_webhooks(self._tree.root)})
        self._scan(self._root)
        waiting = list(self.fragments)
        self.is_well_formed &= not waiting  # what is imported may be anything, and get any name
        while waiting:
            fragment = self.fragments[waiting.pop()]
            before = len(self.fragments)
            self._scan(fragment)
            waiting += list(self.fragments)[before:]

    def _scan(self, fragment: Fragment) -> None:
        objects: list[tuple[str, str, dict[str, JSON]]] = []
        for kind, pointer, node in self._objects(fragment):
            if not is_well_formed(kind, node) or ("$ref" in node and kind not in self._sections):
                self._inliner.expand(fragment, kind, pointer, node)
                self.is_well_formed &= is_well_formed(kind, node)
            if "$ref" in node or "$dynamicRef" in node or kind == "discriminator":
                objects.append((kind, pointer, node))
        for kind, pointer, node in objects:
            if kind == "schema" and isinstance(node.get("$dynamicRef"), str):
                self._replace_dynamic(fragment, pointer, node)
            if kind in self._sections and reference_of(node) is not None:
                self._refer(kind, node, "$ref", lookup(fragment.source_map, pointer))
            elif kind == "discriminator":
                self._refer_mapping(node, lookup(fragment.source_map, pointer))

    def _objects(self, fragment: Fragment) -> Iterator[tuple[str, str, dict[str, JSON]]]:
        """All objects of a fragment, also those that other tools take for an extension."""
        webhooks = extension_webhooks(self._tree.root) if fragment is self._root else {}
        return chain(
            walk_objects(fragment.node, fragment.kind),
            *(walk_objects(item, "path", join(EXTENSION, name)) for name, item in webhooks.items()),
        )

    def _refer(self, kind: str, holder: dict[str, JSON], key: str, origin: SourcePointer) -> None:
        reference: str = holder[key]
        local = self._local(reference, origin)
        is_in_place = local is not None and self._local_kinds[local] == kind
        if is_in_place and reference and kind not in ("response", "body"):
            return  # it is spelled as it will be; an empty one is not
        node = (
            NodeAddress(self.context.address, local)
            if is_in_place and local is not None
            else self._resolve(reference, origin)
        )
        if kind in ("response", "body") and isinstance(node, NodeAddress) and is_schema(node, self._registry):
            self._wrap_schema(kind, holder, reference, origin)
        elif isinstance(node, UnresolvedReference):
            if self.context.is_entry(origin) and reference.startswith("#"):
                return  # `report_unresolved` reports it: it knows what the whole description has
            self.context.add_error(node, SourcePointer(source=origin.source, pointer=join(origin.pointer, key)))
            holder[key] = foreign(reference, origin)
        elif key == "$ref" and is_another(kind, node, self._registry):
            self._widen(kind, holder, reference, origin)
        elif node.address == self.context.address and self._is_in_place(kind, node):
            self._sites.append(_Site(holder, key, f"#{node.pointer}"))
        elif (inlined := self._inlined_component(node)) is not None:
            self._sites.append(_Site(holder, key, f"#{inlined}"))
        else:
            target = _Target(kind, node)
            if target not in self.fragments:
                self.fragments[target] = self._fragment(target)
            self._sites.append(_Site(holder, key, target))

    def _inlined_component(self, node: NodeAddress) -> str | None:
        """The pointer of a component of this document that is a node of another file, since a section is a reference."""
        for at, targets in self._root.inlined.items():
            if at != "/components" and parent(at) != "/components" and at not in _SECTIONS_2_POINTERS:
                continue
            for target in targets:
                if node.address == target.address and is_below(node.pointer, target.pointer):
                    pointer = rebase(node.pointer, target.pointer, at)
                    if exists(self._tree.root, pointer) and self._tree.origin(pointer) == self._registry.origin(node):
                        return pointer
        return None

    def _is_in_place(self, kind: str, node: NodeAddress) -> bool:
        """Whether a node stands where later steps look for objects; a schema is looked for among schemas alone."""
        stands = kind_of(node, self._registry)
        return stands == kind or (kind != "schema" and stands is not None)

    def _widen(self, kind: str, holder: dict[str, JSON], reference: str, origin: SourcePointer) -> None:
        """Make what refers to an object of another kind as wide as can be: any value, or no content."""
        self.context.before_change()
        del holder["$ref"]
        if kind == "response":
            holder["description"] = ""
        elif kind == "body":
            holder["content"] = {}
        effect = "accepts any value" if kind == "schema" else "reads it as one without content"
        self.context.add_error(
            UnresolvedReference(
                code="wrong-type",
                message=f"The target of $ref {reference} is not a {_CALLED[kind]}; Fledge {effect}.",
                hint=f"Refer to a {_CALLED[kind]}, such as one in `components`.",
            ),
            SourcePointer(source=origin.source, pointer=join(origin.pointer, "$ref")),
        )

    def _wrap_schema(self, kind: str, holder: dict[str, JSON], reference: str, origin: SourcePointer) -> None:
        """Make a response or body that refers to a schema one that has JSON of this schema."""
        self.context.before_change()
        schema: dict[str, JSON] = {"$ref": reference}
        holder.clear()
        if kind == "response":
            holder["description"] = ""
        holder.update({"schema": schema} if self._is_swagger else {"content": {"application/json": {"schema": schema}}})
        self.context.add_error(
            UnresolvedReference(
                code="wrong-type",
                message=f"The target of $ref {reference} is a schema, not a {_CALLED[kind]};"
                " Fledge reads it as JSON of that schema.",
                hint="Refer to the schema below a media type in `content`.",
            ),
            SourcePointer(source=origin.source, pointer=join(origin.pointer, "$ref")),
        )
        self._refer("schema", schema, "$ref", origin)

    def _refer_mapping(self, node: dict[str, JSON], origin: SourcePointer) -> None:
        """The values of a discriminator's mapping are names of schemas or references to them (OpenAPI 3.1, 4.8.25)."""
        mapping = as_object(node.get("mapping"))
        for holder, key in [*((mapping, key) for key in mapping), (node, "defaultMapping")]:
            value = holder.get(key)
            if not isinstance(value, str) or not ("#" in value or "/" in value or value.endswith(_FILE_SUFFIXES)):
                continue
            at = origin.pointer if holder is node else join(origin.pointer, "mapping")
            self._refer("schema", holder, key, SourcePointer(source=origin.source, pointer=at))

    def _replace_dynamic(self, fragment: Fragment, pointer: str, node: dict[str, JSON]) -> None:
        """Make a `$dynamicRef` a `$ref`.

        If several schemas of its document have the name, it means the one around it, which the others extend, as in
        trees; a placeholder for others to fill in stands for any value.
        """
        origin = lookup(fragment.source_map, pointer)
        target, count = self._registry.dynamic(node["$dynamicRef"], origin)
        self.context.before_change()
        reference = node.pop("$dynamicRef")
        if count > 1 and not isinstance(target, UnresolvedReference):
            is_around = target.address == self._registry.addresses[origin.source] and (
                is_within(origin.pointer, target.pointer)
            )
            self.context.add_error(
                UnresolvedReference(
                    code="reference-dynamic",
                    message=f"The schema that $dynamicRef {reference} means depends on where it is used, and {count}"
                    f" have that name; Fledge uses {'the one around it' if is_around else 'any value'}.",
                    hint="If the type matters, refer to one of them by $ref.",
                ),
                SourcePointer(source=origin.source, pointer=join(origin.pointer, "$dynamicRef")),
            )
            if not is_around:
                return
        if "$ref" in node:
            node["allOf"] = [*as_array(node.get("allOf")), {"$ref": reference}]
            fragment.source_map[join(pointer, "allOf", len(node["allOf"]) - 1)] = origin
            self._refer("schema", node["allOf"][-1], "$ref", origin)
        else:
            node["$ref"] = reference

    def _fragment(self, target: _Target) -> Fragment:
        node = deep_copy(self._registry.value(target.node))
        origin = self._registry.origin(target.node)
        if target.kind == "example" and not any(key in as_object(node) for key in _EXAMPLE_FIELDS):
            return Fragment(target.kind, {"value": node}, {"": origin, "/value": origin})
        return Fragment(target.kind, node, {"": origin})

    def _local(self, reference: str, origin: SourcePointer) -> str | None:
        """The pointer of a reference that was read in this document and leads to a node of it by a plain pointer."""
        if not self.context.is_entry(origin) or (reference and not reference.startswith("#")):
            return None
        fragment = reference[1:]
        if fragment and not fragment.startswith("/"):
            return None
        if self._registry.identifiers[self.context.address].bases:  # `#` may mean a schema that has a base of its own
            return None
        if fragment not in self._local_kinds:
            try:
                self._local_kinds[fragment] = kind_at(self._tree.root, fragment, self._root.kind)
            except KeyError:
                return None
        return fragment

    def _resolve(self, reference: str, origin: SourcePointer) -> NodeAddress | UnresolvedReference:
        """The last node of a chain of references; objects of other files that are nothing but a reference are passed."""
        visited: list[NodeAddress] = []
        while True:
            node = self.context.find(reference, origin)
            if isinstance(node, UnresolvedReference) or node.address == self.context.address:
                return node
            self.context.used[node.address] = None
            value = self._registry.value(node)
            if not is_alias(value):
                return node
            if node in visited:
                return UnresolvedReference(
                    code="reference-cycle",
                    message=f"Circular $ref: {reference} leads back to itself.",
                    hint="Let one of the references hold the actual object.",
                )
            visited.append(node)
            reference, origin = value["$ref"], self._registry.origin(node)

    # Writing

    def components(self) -> Iterator[tuple[str, _Target]]:
        """The document's components by name; one that is nothing but a reference to another file is its target."""
        sites = {id(site.holder): site.to for site in self._sites if site.key == "$ref"}
        for kind in self._sections:
            section = join("", *self._path(kind))
            for name, node in self._section(kind).items():
                to = sites.get(id(node)) if is_alias(node) else None
                if isinstance(to, _Target) and to.kind == kind:
                    yield name, to
                else:
                    yield name, _Target(kind, NodeAddress(self.context.address, join(section, name)))

    def _path(self, kind: str) -> list[str]:
        """The keys that lead to the section of components of a kind."""
        section = self._sections.get(kind, "")
        return [section] if self._is_swagger else ["components", section]

    def _section(self, kind: str) -> dict[str, JSON]:
        node: JSON = self._tree.root
        for key in self._path(kind):
            node = as_object(node).get(key)
        return as_object(node)

    def rewrite(self, names: Mapping[_Target, str]) -> None:
        """Add the imported components, and make all references local."""
        for site in self._sites:
            if isinstance(site.to, str):
                site.holder[site.key] = site.to
            else:
                site.holder[site.key] = join("#", *self._path(site.to.kind), names[site.to])
        for target in sorted(self.fragments, key=lambda target: (target.kind, names[target])):
            fragment, name = self.fragments[target], names[target]
            section = self._tree.root
            for key in self._path(target.kind):
                if not isinstance(section.get(key), dict):
                    section[key] = {}
                section = section[key]
            section[name] = fragment.node
            to = join("", *self._path(target.kind), name)
            for pointer, origin in fragment.source_map.items():
                self._tree.moved(f"{to}{pointer}", origin)
