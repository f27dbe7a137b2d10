"""One tree from many files: what other files hold comes in under names of its own, and every `$ref` is local.

References have three fates. What components may hold (schemas, parameters, ...) comes into the components, once.
What they may not hold (path items, operations, lists of tags, texts) is put where the reference stands. What cannot be
found keeps its reference, spelt as no local one is, for `references.settle`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.diagnostics import Origin, Report
from generator.loader.draft import Draft, copy
from generator.loader.grammar import FIELDS, NAMES, REFERABLE, TEXTS, Shape, walk
from generator.loader.library import Fault, Library, Place
from generator.loader.placing import Foreign, place
from generator.loader.references import severity_in
from generator.loader.spec import JSON, escape, locate, unescape

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

_MOST = 100_000
"""How many references one description may have that are replaced by what they lead to: files can ask for billions."""

_EXAMPLE = ("value", "externalValue", "dataValue", "serializedValue", "summary", "description", "$ref")


@dataclass(frozen=True, slots=True)
class _Target:
    """A thing of another file, as what it is needed: equal targets come in once."""

    kind: str
    place: Place


@dataclass(slots=True)
class _Site:
    """A reference to spell anew: `holder[key]`."""

    holder: dict[str, JSON]
    key: str
    to: _Target | str


@dataclass(slots=True)
class _Unit:
    """A tree that is part of the result: the document itself, or a thing that comes in."""

    kind: str
    node: JSON
    origins: dict[str, Origin]
    spliced: dict[str, list[Place]] = field(default_factory=dict[str, list[Place]])


def bundle(drafts: Sequence[Draft], parts: Sequence[str], library: Library, report: Report) -> list[Draft]:
    """Make every reference of the drafts local, in place. Returns the drafts that are documents of their own.

    `parts` names the drafts that are none if another one refers to them: they hold components and no operation, and
    nobody asked for them. Nothing is said of these.
    """
    bundlers = [_Bundler(draft, library) for draft in drafts]
    for bundler in bundlers:
        bundler.collect()
    kept = _entries(bundlers, parts, report)
    names = _names(kept, library)
    for bundler in kept:
        bundler.settle(names)
        bundler.tell(report)
    return [bundler.draft for bundler in kept]


@dataclass(frozen=True, slots=True)
class _Told:
    """A fault, and where it stands."""

    fault: Fault
    origin: Origin


def _entries(bundlers: list[_Bundler], parts: Sequence[str], report: Report) -> list[_Bundler]:
    """The documents that stay, when one with operations refers to files that only hold parts."""
    entries = [bundler for bundler in bundlers if bundler.draft.name not in parts]
    used = dict.fromkeys(address for bundler in entries for address in bundler.used)
    if not any(bundler.address in used for bundler in bundlers if bundler not in entries):
        return bundlers
    for bundler in bundlers:
        if bundler not in entries and bundler.address not in used and "components" in bundler.draft.root:
            report.note(
                "part-unused",
                f"Nothing refers to {bundler.draft.document.path}, which holds components and no operation;"
                " it is left out.",
                origin=bundler.draft.origin(""),
                hint="Name the file as a source if its components are wanted.",
            )
    return entries


def _names(bundlers: list[_Bundler], library: Library) -> dict[_Target, str]:
    """One name for each thing that comes in, whichever documents need it."""
    owners: dict[tuple[str, str], dict[_Target, None]] = {}
    for bundler in bundlers:
        for name, target in bundler.own():
            owners.setdefault((_SECTIONS[target.kind], name), {})[target] = None
    wanted: dict[_Target, list[str]] = {target: [] for bundler in bundlers for target in bundler.units}
    taken: dict[str, list[str]] = {}
    for (section, name), holders in owners.items():
        if len(holders) == 1 and (only := next(iter(holders))) in wanted:
            wanted[only].append(name)
        else:
            taken.setdefault(section, []).append(name)
    targets = sorted(wanted, key=lambda target: (target.kind, target.place.address, target.place.pointer))
    things: list[Foreign] = []
    for target in targets:
        part = library.parts[target.place.address]
        assert part is not None
        things.append(
            Foreign(
                section=_SECTIONS[target.kind],
                path=part.document.path,
                pointer=target.place.pointer,
                value=library.value(target.place),
                wanted=tuple(wanted[target]),
            )
        )
    return dict(zip(targets, place(things, taken), strict=True))


class _Bundler:
    """The bundling of one document."""

    def __init__(self, draft: Draft, library: Library) -> None:
        self.draft = draft
        self.library = library
        self.address = library.addresses[draft.name]
        self.old = "swagger" in draft.root and "openapi" not in draft.root
        self.sections = _SECTIONS_2 if self.old else _SECTIONS
        self.units: dict[_Target, _Unit] = {}
        self.sites: list[_Site] = []
        self.faults: list[_Told] = []
        self.used: dict[str, None] = {}
        self.splices = 0
        self.frozen = False

    def way(self, kind: str) -> list[str]:
        """Where this document keeps things of a kind."""
        section = self.sections.get(kind, "")
        return [section] if self.old else ["components", section]

    # Reading

    def collect(self) -> None:
        """Find all that the document needs of other files."""
        kind = "swagger" if self.old else "document"
        self._scan(_Unit(kind, self.draft.root, self.draft.origins))
        waiting = list(self.units)
        while waiting:
            unit = self.units[waiting.pop()]
            before = len(self.units)
            self._scan(unit)
            waiting += list(self.units)[before:]

    def _scan(self, unit: _Unit) -> None:
        walked: list[tuple[str, str, JSON]] = []
        for each in walk(unit.node, unit.kind):
            self._expand(unit, *each)
            walked.append(each)
        for kind, pointer, node in walked:
            if not isinstance(node, dict):
                continue
            if kind == "schema" and isinstance(node.get("$dynamicRef"), str):
                self._dynamic(unit, pointer, node)
            if kind in self.sections and isinstance(node.get("$ref"), str):
                self._refer(kind, node, "$ref", locate(unit.origins, pointer))
            elif kind == "discriminator":
                self._mapping(node, locate(unit.origins, pointer))

    def _refer(self, kind: str, holder: dict[str, JSON], key: str, origin: Origin) -> None:
        reference: str = holder[key]
        local = self._local(reference, origin)
        if local is not None:
            self.sites.append(_Site(holder, key, f"#{local}"))
            return
        found = self._find(reference, origin)
        if isinstance(found, Fault):
            if self._own(origin) and reference.startswith("#"):
                return  # `references.settle` says it, with what there is in the whole description
            self._fault(found, Origin(document=origin.document, pointer=f"{origin.pointer}/{escape(key)}"))
            holder[key] = _foreign(reference, origin)
        elif found.address == self.address:
            self.sites.append(_Site(holder, key, f"#{found.pointer}"))
        else:
            target = _Target(kind, found)
            if target not in self.units:
                self.units[target] = self._unit(target)
            self.sites.append(_Site(holder, key, target))

    def _mapping(self, node: dict[str, JSON], origin: Origin) -> None:
        """The values of a discriminator's mapping are names of schemas or references to them."""
        mapping = node.get("mapping")
        holders = [(mapping, key) for key in mapping] if isinstance(mapping, dict) else []
        for holder, key in [*holders, (node, "defaultMapping")]:
            value = holder.get(key)
            if not isinstance(value, str) or not ("#" in value or "/" in value or value.endswith(_ENDINGS)):
                continue
            at = origin.pointer if holder is node else f"{origin.pointer}/mapping"
            self._refer("schema", holder, key, Origin(document=origin.document, pointer=at))

    def _dynamic(self, unit: _Unit, pointer: str, node: dict[str, JSON]) -> None:
        """`$dynamicRef` as a `$ref`.

        Which schema it means is known when there is one of that name in its document. Of several, it is the one around
        it, which the others extend, as in trees; a placeholder that others fill in stands for any value.
        """
        origin = locate(unit.origins, pointer)
        found, count = self.library.dynamic(node["$dynamicRef"], origin)
        self._change()
        reference = node.pop("$dynamicRef")
        if count > 1 and not isinstance(found, Fault):
            around = found.address == self.library.addresses[origin.document] and (
                f"{origin.pointer}/".startswith(f"{found.pointer}/")
            )
            self._fault(
                Fault(
                    code="reference-dynamic",
                    message=f"$dynamicRef {reference} leads to another schema depending on where it is used, and"
                    f" {count} have that name; it is read as " + ("the one around it." if around else "any value."),
                    hint="Refer to one of them by $ref where the type matters.",
                ),
                Origin(document=origin.document, pointer=f"{origin.pointer}/$dynamicRef"),
            )
            if not around:
                return
        if "$ref" in node:
            node["allOf"] = [
                *(node["allOf"] if isinstance(node.get("allOf"), list) else ()),
                {"$ref": reference},
            ]
            unit.origins[f"{pointer}/allOf/{len(node['allOf']) - 1}"] = origin
            self._refer("schema", node["allOf"][-1], "$ref", origin)
        else:
            node["$ref"] = reference

    def _unit(self, target: _Target) -> _Unit:
        node = copy(self.library.value(target.place))
        origin = self.library.origin(target.place)
        if target.kind == "example" and not (isinstance(node, dict) and any(key in node for key in _EXAMPLE)):
            return _Unit(target.kind, {"value": node}, {"": origin, "/value": origin})
        return _Unit(target.kind, node, {"": origin})

    def _local(self, reference: str, origin: Origin) -> str | None:
        """The pointer of a reference that stands in this document, leads into it, and is a pointer already."""
        if not self._own(origin) or (reference and not reference.startswith("#")):
            return None
        fragment = reference[1:]
        if fragment and not fragment.startswith("/"):
            return None
        if self.library.indexes[self.address].bases:  # `#` may mean a schema that is a document of its own
            return None
        return fragment if _exists(self.draft.root, fragment) else None

    def _own(self, origin: Origin) -> bool:
        return origin.document == self.draft.name

    def _find(self, reference: str, origin: Origin) -> Place | Fault:
        """Where a reference leads in the end: through things of other files that are nothing but a reference."""
        seen: list[Place] = []
        while True:
            found = self.library.find(reference, origin)
            if isinstance(found, Fault):
                return found
            if found.address == self.address:
                return found
            self.used[found.address] = None
            value = self.library.value(found)
            if not (isinstance(value, dict) and list(value) == ["$ref"] and isinstance(value["$ref"], str)):
                return found
            if found in seen:
                return Fault(
                    code="reference-cycle",
                    message=f"$ref to {reference} comes back to itself without ever reaching anything.",
                    hint="Let one of the references hold the actual object.",
                )
            seen.append(found)
            reference, origin = value["$ref"], self.library.origin(found)

    def _fault(self, fault: Fault, origin: Origin) -> None:
        known = fault.code == "reference-unreadable" and any(told.fault == fault for told in self.faults)
        if not known:
            self.faults.append(_Told(fault, origin))

    def tell(self, report: Report) -> None:
        """Report what could not be found."""
        severity = severity_in(self.draft.document)
        for told in self.faults:
            report.add(severity, told.fault.code, told.fault.message, origin=told.origin, hint=told.fault.hint)

    # Putting in place

    def _expand(self, unit: _Unit, kind: str, pointer: str, node: JSON) -> None:
        """Put what a node refers to where it stands, unless components may hold it; and so for containers and texts."""
        if not isinstance(node, dict):
            return
        if isinstance(node.get("$ref"), str) and kind not in self.sections:
            content = self._splice(unit, kind, pointer, node)
            if isinstance(content, dict):
                self._change()
                node.clear()
                node.update(content)
        fields, texts = FIELDS[kind], TEXTS.get(kind, ())
        for key in [key for key, value in node.items() if isinstance(value, dict) and "$ref" in value]:
            child, value = fields.get(key), node[key]
            container = child is not None and child.shape is not Shape.ONE
            if isinstance(value["$ref"], str) and (container or key in texts or key in NAMES.get(kind, ())):
                content = self._splice(unit, "", f"{pointer}/{escape(key)}", value)
                if content is not None:
                    self._change()
                    node[key] = content

    def _splice(self, unit: _Unit, kind: str, pointer: str, node: dict[str, JSON]) -> JSON:
        """What stands at the end of a node's reference, with the node's own keys over it; None where that is nothing."""
        content: JSON = {key: value for key, value in node.items() if key != "$ref"}
        reference, origin = node["$ref"], locate(unit.origins, pointer)
        own = list(content)
        found: Place | Fault
        while True:
            found = self.library.find(reference, origin)
            if not isinstance(found, Fault) and self._again(unit, pointer, found):
                found = Fault(
                    code="reference-cycle",
                    message=f"What $ref {reference} leads to contains itself; it is not repeated here.",
                    hint="Nothing needs to be done, if it was meant so.",
                )
            if isinstance(found, Fault):
                self._lost(unit, kind, pointer, node, found, reference, origin)
                return None
            value = self.library.value(found)
            self.used[found.address] = None
            unit.spliced.setdefault(pointer, []).append(found)
            if not isinstance(value, dict):
                if own:
                    return None
                unit.origins[pointer] = self.library.origin(found)
                return copy(value)
            self._layer(unit, pointer, content, value, found)
            if not isinstance(value.get("$ref"), str):
                return content
            reference, origin = value["$ref"], self.library.origin(found)

    def _lost(
        self,
        unit: _Unit,
        kind: str,
        pointer: str,
        node: dict[str, JSON],
        fault: Fault,
        reference: str,
        origin: Origin,
    ) -> None:
        """Say that a node's reference leads nowhere, or leave it to `references.settle`, which knows more."""
        if kind in REFERABLE and fault.code != "reference-cycle":
            if self._own(origin) and reference.startswith("#") and node["$ref"] == reference:
                return
            self._change()
            node["$ref"] = _foreign(reference, origin)
        else:
            self._change()
            del node["$ref"]
        self._fault(fault, Origin(document=origin.document, pointer=f"{origin.pointer}/$ref"))

    def _layer(self, unit: _Unit, pointer: str, content: JSON, value: dict[str, JSON], found: Place) -> None:
        """Add the keys of what was found that are not there yet; each knows where it was read."""
        here, there = locate(unit.origins, pointer), self.library.origin(found)
        for key in content:
            way = f"{pointer}/{escape(key)}"
            if way not in unit.origins:
                unit.origins[way] = Origin(document=here.document, pointer=f"{here.pointer}/{escape(key)}")
        unit.origins[pointer] = there
        for key, member in value.items():
            if key not in content and key != "$ref":
                content[key] = copy(member)

    def _again(self, unit: _Unit, pointer: str, found: Place) -> bool:
        """Whether what is found there contains, as it was put in place above, the node at `pointer`; or asks for too much."""
        self.splices += 1
        if self.splices > _MOST:
            return True
        way = pointer
        while True:
            if found in unit.spliced.get(way, ()):
                return True
            own = locate(unit.origins, way)
            if own.pointer == found.pointer and self.library.addresses[own.document] == found.address:
                return True
            if not way:
                return False
            way = way.rpartition("/")[0]

    def _change(self) -> None:
        """Before the document's tree is changed for the first time: others may look things up in it as it was."""
        if not self.frozen:
            self.library.freeze(self.address)
            self.frozen = True

    # Writing

    def own(self) -> Iterator[tuple[str, _Target]]:
        """The document's own components: what each one is, which may be nothing but a reference to another file."""
        sites = {id(site.holder): site.to for site in self.sites if site.key == "$ref"}
        for kind in self.sections:
            for name, node in self._section(kind).items():
                alias = isinstance(node, dict) and list(node) == ["$ref"]
                to = sites.get(id(node)) if alias else None
                if isinstance(to, _Target) and to.kind == kind:
                    yield name, to
                else:
                    pointer = "".join(f"/{step}" for step in (*self.way(kind), escape(name)))
                    yield name, _Target(kind, Place(self.address, pointer))

    def _section(self, kind: str) -> Mapping[str, JSON]:
        node: JSON = self.draft.root
        for key in self.way(kind):
            node = node.get(key) if isinstance(node, dict) else None
        return node if isinstance(node, dict) else {}

    def settle(self, names: Mapping[_Target, str]) -> None:
        """Spell all references anew, and put what comes in into the components."""
        for site in self.sites:
            if isinstance(site.to, str):
                site.holder[site.key] = site.to
            else:
                way = "/".join(self.way(site.to.kind))
                site.holder[site.key] = f"#/{way}/{escape(names[site.to])}"
        for target in sorted(self.units, key=lambda target: (target.kind, names[target])):
            unit, name = self.units[target], names[target]
            section = self.draft.root
            for key in self.way(target.kind):
                if not isinstance(section.get(key), dict):
                    section[key] = {}
                section = section[key]
            section[name] = unit.node
            to = f"/{'/'.join(self.way(target.kind))}/{escape(name)}"
            for pointer, origin in unit.origins.items():
                self.draft.moved(f"{to}{pointer}", origin)


_ENDINGS = (".json", ".yaml", ".yml")


def _foreign(reference: str, origin: Origin) -> str:
    """A reference that leads nowhere, spelt so that it is never taken for a local one."""
    return f"{origin.document}{reference}" if reference.startswith("#") else reference


def _exists(root: JSON, pointer: str) -> bool:
    node = root
    for token in pointer.split("/")[1:]:
        key = unescape(token)
        if isinstance(node, dict) and key in node:
            node = node[key]
        elif isinstance(node, list) and key.isdecimal() and int(key) < len(node):
            node = node[int(key)]
        else:
            return False
    return True
