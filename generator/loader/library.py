"""All files of a description, and where a reference in one of them leads: to a place in it or in another one."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from generator.diagnostics import Document, Origin, Report
from generator.loader.draft import copy
from generator.loader.parse import Unparsable, is_json, parse, too_deep
from generator.loader.remote import allowed, is_remote
from generator.loader.source import Text, nearest, shown, text_at
from generator.loader.spec import JSON, escape, unescape

_TEXTS = (".md", ".mdx", ".markdown", ".txt", ".html", ".htm")
"""Files that are one text as a whole: descriptions are kept in such."""

_DATA = ("example", "examples", "default", "enum", "const", "value")
"""What looks like an identifier below these keys is data."""

_CHAIN = 100
"""How many references a pointer may pass through on its way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One file of a description, as it was parsed; nobody changes `value`."""

    document: Document
    address: str
    value: JSON


@dataclass(frozen=True, slots=True)
class Place:
    """A node of a file."""

    address: str
    pointer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Why a reference leads nowhere."""

    code: str
    message: str
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Index:
    """The names that a file gives to its nodes. A base is the identifier of the schema that a node belongs to."""

    bases: dict[str, str]
    """By the pointer of a schema with `$id`: that identifier, made absolute."""

    anchors: dict[str, list[str]]
    """By name: the pointers, in the document's order."""


class Library:
    """The files of one run. It opens each once, and reports those that cannot be read."""

    def __init__(self, texts: Sequence[Text], report: Report, *, base: Path, hosts: Sequence[str]) -> None:
        self.texts = {text.address: text for text in texts}
        self.naming = [text for text in texts if "$id" in text.text]
        self.report = report
        self.base = base
        self.hosts = hosts
        self.parts: dict[str, Part | None] = {}
        self.addresses: dict[str, str] = {}
        self.indexes: dict[str, _Index] = {}
        self.identifiers: dict[str, Place] = {}
        self.digests = {text.address: text.digest for text in texts}

    def keep(self, document: Document, address: str, value: JSON) -> None:
        """Add a file that is parsed already."""
        part = Part(document=document, address=address, value=value)
        self.parts[address] = part
        self.addresses[document.name] = address
        self._index(part)

    def freeze(self, address: str) -> None:
        """Keep a copy of a file whose tree is about to be changed."""
        part = self.parts[address]
        assert part is not None
        self.parts[address] = replace(part, value=copy(part.value))

    def value(self, place: Place) -> JSON:
        """The node at a place."""
        part = self.parts[place.address]
        assert part is not None
        node = part.value
        for token in place.pointer.split("/")[1:]:
            node = node[int(token)] if isinstance(node, list) else node[unescape(token)]
        return node

    def origin(self, place: Place) -> Origin:
        """Where messages about a place point."""
        part = self.parts[place.address]
        assert part is not None
        return Origin(document=part.document.name, pointer=place.pointer)

    def find(self, reference: str, origin: Origin, seen: Sequence[Place] = ()) -> Place | Fault:
        """Where a reference leads that was read at `origin`."""
        part = self.parts[self.addresses[origin.document]]
        assert part is not None
        file, _, fragment = reference.partition("#")
        holder = self._holder(part, origin.pointer)
        if file:
            opened = self._open(file, part, holder)
            if isinstance(opened, Fault):
                return opened
            part, holder = opened
        found = self._inside(part, holder, fragment, seen)
        if isinstance(found, Fault) and holder:  # many an `$id` is only a name
            whole = self._inside(part, "", fragment, seen)
            return found if isinstance(whole, Fault) else whole
        return found

    def dynamic(self, reference: str, origin: Origin) -> tuple[Place | Fault, int]:
        """Where a `$dynamicRef` leads as far as one document says, and how many schemas have that name."""
        part = self.parts[self.addresses[origin.document]]
        assert part is not None
        name = reference.partition("#")[2]
        return self.find(reference, origin), len(self._index(part).anchors.get(name, ()))

    # Within a file

    def _inside(self, part: Part, holder: str, fragment: str, seen: Sequence[Place]) -> Place | Fault:
        if not fragment:
            return Place(part.address, holder)
        names = self._index(part).anchors.get(fragment)
        if names and not fragment.startswith("/"):
            own = [pointer for pointer in names if self._holder(part, pointer) == holder]
            return Place(part.address, (own or names)[0])
        pointer = fragment if fragment.startswith("/") else f"/{fragment}"
        found = self._descend(part, f"{holder}{pointer}", seen)
        if isinstance(found, Fault) and "%" in pointer:
            spelt = "/".join(unquote(token) for token in pointer.split("/"))
            plain = self._descend(part, f"{holder}{spelt}", seen)
            return found if isinstance(plain, Fault) else plain
        return found

    def _descend(self, part: Part, pointer: str, seen: Sequence[Place]) -> Place | Fault:
        """Down a pointer; where it needs what a reference on its way leads to, through that reference."""
        node, way = part.value, ""
        tokens = pointer.split("/")[1:]
        for count, token in enumerate(tokens):
            key = unescape(token)
            if isinstance(node, dict) and key in node:
                node = node[key]
            elif isinstance(node, list) and key.isdecimal() and int(key) < len(node):
                node = node[int(key)]
            else:
                here = Place(part.address, way)
                reference = node.get("$ref") if isinstance(node, dict) else None
                if isinstance(reference, str) and here not in seen and len(seen) < _CHAIN:
                    found = self.find(reference, self.origin(here), (*seen, here))
                    if isinstance(found, Fault):
                        return found
                    rest = "".join(f"/{token}" for token in tokens[count:])
                    into = self.parts[found.address]
                    assert into is not None
                    return self._descend(into, found.pointer + rest, (*seen, here))
                return self._missing(part, pointer, way, node, key)
            way = f"{way}/{token}"
        return Place(part.address, pointer)

    def _missing(self, part: Part, pointer: str, way: str, node: JSON, key: str) -> Fault:
        path = part.document.path
        keys = [name for name in node if isinstance(name, str)] if isinstance(node, dict) else []
        folded = [name for name in keys if name.casefold() == key.casefold()]
        close = folded or difflib.get_close_matches(key, keys, n=1)
        return Fault(
            code="reference-unresolved",
            message=f"$ref leads to nothing: there is no #{pointer} in {path}.",
            hint=(
                f"Did you mean '#{way}/{escape(close[0])}'?"
                if close
                else f"Add it, or correct the reference: #{way} has no such key."
            ),
        )

    # To another file

    def _open(self, file: str, part: Part, holder: str) -> tuple[Part, str] | Fault:
        """The file that a reference names, and the pointer of the schema in it whose `$id` it is."""
        base = self._index(part).bases.get(holder, self._self(part))
        uris = (file, urljoin(base, file))
        if (known := self._identified(uris)) is not None:
            return known
        address = self._address(file, part)
        if isinstance(address, Fault):
            for text in self.naming:  # a file beside, which nobody has opened yet
                if text.address not in self.parts and any(uri in text.text for uri in uris):
                    self._part(text.address)
            return self._identified(uris) or address
        opened = self._part(address)
        return opened if isinstance(opened, Fault) else (opened, "")

    def _identified(self, uris: Sequence[str]) -> tuple[Part, str] | None:
        """The schema that calls itself by one of these identifiers, if its file is open."""
        for uri in uris:
            place = self.identifiers.get(uri)
            part = self.parts.get(place.address) if place else None
            if place and part:
                return part, place.pointer
        return None

    def _address(self, file: str, part: Part) -> str | Fault:
        path = file
        if file[:5].lower() == "file:":
            path = unquote(urlsplit(file).path) if file[5:7] == "//" else unquote(file[5:])
            if is_remote(part.address):
                return Fault(
                    code="reference-unresolved",
                    message=f"$ref leads to {file}, and a description from the web does not name files of this machine.",
                    hint="Download the description, and put the file beside it.",
                )
        elif is_remote(url := urljoin(part.address, file) if is_remote(part.address) else file):
            if allowed(url, self.hosts):
                return url
            host = urlsplit(url).netloc
            return Fault(
                code="reference-remote",
                message=f"$ref leads to {url}, and nothing is fetched from {host}: it is not an allowed host.",
                hint=f"Put the file beside this one; or allow {host!r} as a host in the configuration.",
            )
        folder = os.path.dirname(part.address)
        for spelt in (path, unquote(path), path.replace("\\", "/")):
            try:
                full = os.path.normpath(os.path.join(folder, spelt))
                if full in self.parts or os.path.isfile(full):
                    return full
            except ValueError:  # a NUL in the name
                break
        full = os.path.normpath(os.path.join(folder, path.replace("\0", "")))
        return Fault(
            code="reference-unresolved",
            message=f"$ref leads to nothing: there is no file {shown(full, self.base)}.",
            hint=nearest(full, self.base),
        )

    def _part(self, address: str) -> Part | Fault:
        if address not in self.parts:
            self.parts[address] = self._read(address)
        part = self.parts[address]
        if part is None:
            return Fault(
                code="reference-unreadable",
                message=f"$ref leads to {address if is_remote(address) else shown(address, self.base)}, which cannot be read.",
                hint="See what is said of that file.",
            )
        return part

    def _read(self, address: str) -> Part | None:
        text = self.texts.get(address) or text_at(
            address, address, self.report, base=self.base, hosts=self.hosts, asked=False
        )
        if text is None:
            return None
        self.digests[address] = text.digest
        name = text.path if text.path not in self.addresses else f"{text.path}#whole"
        document = Document(name=name, path=text.path, text=text.text, syntax=_syntax(text))
        self.report.read(document)
        value: JSON = text.text
        if document.syntax != "text":
            try:
                value = parse(document, self.report)
            except Unparsable as fault:
                fault.tell(document, self.report)
                return None
        if too_deep(value):
            self.report.error(
                "too-deep",
                f"{text.path} nests too deep.",
                origin=Origin(document=document.name),
                hint="Move the inner parts to components, and refer to them.",
            )
            return None
        self.keep(document, address, value)
        return self.parts[address]

    # Names that files give to their nodes

    def _holder(self, part: Part, pointer: str) -> str:
        """The pointer of the nearest schema with `$id` around a node; `""` where there is none."""
        bases = self._index(part).bases
        while bases and pointer and pointer not in bases:
            pointer = pointer.rpartition("/")[0]
        return pointer if bases else ""

    def _self(self, part: Part) -> str:
        value = part.value.get("$self") if isinstance(part.value, dict) else None
        return urljoin(part.address, value) if isinstance(value, str) else part.address

    def _index(self, part: Part) -> _Index:
        if part.address in self.indexes:
            return self.indexes[part.address]
        index = _Index(bases={}, anchors={})
        self.indexes[part.address] = index
        text = part.document.text
        if any(word in text for word in ("$id", "$anchor", "$dynamicAnchor", "$self")):
            if self._self(part) != part.address:
                self.identifiers.setdefault(self._self(part), Place(part.address, ""))
            for pointer, node, base in _named(part.value, self._self(part)):
                if isinstance(node.get("$id"), str):
                    index.bases[pointer] = base
                    place = Place(part.address, pointer)
                    for name in (base, node["$id"].rstrip("#")):
                        self.identifiers.setdefault(name, place)
                for key in ("$anchor", "$dynamicAnchor"):
                    if isinstance(node.get(key), str):
                        index.anchors.setdefault(node[key], []).append(pointer)
        return index


def _named(value: JSON, base: str) -> Iterator[tuple[str, dict[str, JSON], str]]:
    """All objects that may be schemas, with the base that holds for each."""
    stack: list[tuple[str, JSON, str, bool]] = [("", value, base, False)]
    while stack:
        pointer, node, base, names = stack.pop()
        below: list[tuple[str, JSON, str, bool]] = []
        if isinstance(node, dict):
            if not names:
                identifier = node.get("$id")
                if isinstance(identifier, str):
                    base = urljoin(base, identifier.rstrip("#"))
                yield pointer, node, base
            for key, member in node.items():
                if isinstance(member, (dict, list)) and (names or not (key in _DATA or key.startswith("x-"))):
                    below.append((f"{pointer}/{escape(key)}", member, base, key == "properties" and not names))
        elif isinstance(node, list):
            below = [(f"{pointer}/{index}", member, base, False) for index, member in enumerate(node)]
        below.reverse()
        stack += below


def _syntax(text: Text) -> str:
    lower = text.path.lower().partition("?")[0]
    if lower.endswith(_TEXTS):
        return "text"
    if lower.endswith(".json") or (text.text.lstrip()[:1] in ("{", "[") and is_json(text.text)):
        return "json"
    return "yaml"
