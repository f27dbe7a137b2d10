"""All files of a description by address, and the node that a reference in one of them leads to."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from urllib.parse import unquote, urlsplit

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.source import SourcePointer, SourceText
from fledge.loader.references.identifiers import Identifiers, read_identifiers
from fledge.loader.references.proposals import nearest_pointer
from fledge.loader.sources.depth import check_depth
from fledge.loader.sources.files import SourceFile, display_path, read_file, suggest_path
from fledge.loader.sources.urls import allowed, is_remote, join_url, redact_url
from fledge.loader.sources.json_parser import is_json
from fledge.loader.sources.parse import parse
from fledge.loader.sources.parse_errors import ParseError
from fledge.loader.sources.roots import Roots
from fledge.openapi.json_values import JSON, deep_copy, reference_of
from fledge.openapi.pointer import child, evaluate, exists, join, split
from fledge.quick_dataclass import quick_dataclass

_STRING_SUFFIXES = (".md", ".mdx", ".markdown", ".txt", ".html", ".htm")
"""A file of these names is one string: descriptions are kept in such files."""

_MAX_CHAIN = 100
"""How many references a pointer may pass through on its way."""


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class LoadedFile:
    """One file of a description, parsed; nobody changes `value`."""

    document: SourceText
    address: str
    value: JSON


@quick_dataclass(frozen=True, slots=True)
class NodeAddress:
    """A node of a file."""

    address: str
    pointer: str


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class UnresolvedReference:
    """Why a reference cannot be resolved."""

    code: str
    message: str
    hint: str


class Registry:
    """The files of one run. It opens each once, and reports those that cannot be read."""

    def __init__(
        self,
        sources: Sequence[SourceFile],
        report: DiagnosticCollector,
        *,
        base: Path,
        hosts: Sequence[str],
        roots: Roots,
        published: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.report = report
        self.published = published
        self.base = base
        self.hosts = hosts
        self.roots = roots
        self.addresses: dict[str, str] = {}
        """The addresses of files by the names of their documents."""
        self.identifiers: dict[str, Identifiers] = {}
        self.digests = {source.address: source.digest for source in sources}
        self.lacks_files = False
        """Whether a reference leads to a file that could not be read, and may be readable next time."""
        urls = Counter(published.values())  # without the values of their queries, two may look the same
        self._pulled = {url: path for path, url in published.items() if urls[url] == 1}
        self._sources = {source.address: source for source in sources}
        self._files: dict[str, LoadedFile | None] = {}
        self._uris: dict[str, NodeAddress] = {}

    def add(self, document: SourceText, address: str, value: JSON) -> None:
        """Add a file that is parsed already."""
        self._files[address] = LoadedFile(document=document, address=address, value=value)
        self.addresses[document.name] = address
        identifiers = self.identifiers[address] = read_identifiers(document.text, value, address)
        for uri, pointer in identifiers.uris.items():
            self._uris.setdefault(uri, NodeAddress(address, pointer))

    def file(self, address: str) -> LoadedFile:
        """A file that was read."""
        file = self._files[address]
        assert file is not None
        return file

    @property
    def opened(self) -> tuple[str, ...]:
        """The addresses of all files that were read as a description or by a reference."""
        return tuple(self._files)

    def freeze(self, address: str) -> None:
        """Keep a copy of a file whose tree is about to be changed."""
        file = self.file(address)
        self._files[address] = replace(file, value=deep_copy(file.value))

    def value(self, node: NodeAddress) -> JSON:
        """The value of a node. Raise KeyError if there is none."""
        return evaluate(self.file(node.address).value, node.pointer)

    def origin(self, node: NodeAddress) -> SourcePointer:
        """Where messages about a node point."""
        return SourcePointer(source=self.file(node.address).document.name, pointer=node.pointer)

    def find(
        self, reference: str, origin: SourcePointer, visited: Sequence[NodeAddress] = ()
    ) -> NodeAddress | UnresolvedReference:
        """The node that a reference leads to that was read at `origin`."""
        file = self.file(self.addresses[origin.source])
        uri, _, fragment = reference.partition("#")
        holder = self.identifiers[file.address].holder(origin.pointer)
        if uri:
            opened = self._open(uri, file, holder)
            if isinstance(opened, UnresolvedReference):
                pointer = _pointer_meant(reference, file.value)
                return replace(opened, hint=f"Did you mean '#{pointer}'?") if pointer else opened
            file, holder = opened
        node = self._find_fragment(file, holder, fragment, visited)
        if isinstance(node, UnresolvedReference) and holder:  # many an `$id` is only a name
            of_file = self._find_fragment(file, "", fragment, visited)
            node = node if isinstance(of_file, UnresolvedReference) else of_file
        if uri and not isinstance(node, UnresolvedReference) and self.value(node) is None:
            what = f"#{node.pointer} in {file.document.path} is null" if fragment else f"{file.document.path} is empty"
            return UnresolvedReference(
                code="reference-unresolved",
                message=f"Cannot resolve $ref: {what}.",
                hint="Write the object that the reference needs, or remove the reference.",
            )
        return node

    def dynamic(self, reference: str, origin: SourcePointer) -> tuple[NodeAddress | UnresolvedReference, int]:
        """The node that a `$dynamicRef` leads to within its file, and how many schemas there have its name."""
        anchors = self.identifiers[self.addresses[origin.source]].anchors
        return self.find(reference, origin), len(anchors.get(reference.partition("#")[2], ()))

    # Within a file

    def _find_fragment(
        self, file: LoadedFile, holder: str, fragment: str, visited: Sequence[NodeAddress]
    ) -> NodeAddress | UnresolvedReference:
        if not fragment:
            return NodeAddress(file.address, holder)
        identifiers = self.identifiers[file.address]
        anchored = identifiers.anchors.get(fragment)
        if anchored and not fragment.startswith("/"):
            in_holder = [pointer for pointer in anchored if identifiers.holder(pointer) == holder]
            return NodeAddress(file.address, (in_holder or anchored)[0])
        pointer = fragment if fragment.startswith("/") else f"/{fragment}"
        node = self._descend(file, f"{holder}{pointer}", visited)
        if isinstance(node, UnresolvedReference) and "%" in pointer:
            decoded = self._descend(file, join(holder, *map(unquote, split(pointer))), visited)
            return node if isinstance(decoded, UnresolvedReference) else decoded
        return node

    def _descend(
        self, file: LoadedFile, pointer: str, visited: Sequence[NodeAddress]
    ) -> NodeAddress | UnresolvedReference:
        """Follow a pointer; a key that a node lacks may be one of the target of the node's `$ref`."""
        node, at = file.value, ""
        keys = split(pointer)
        for count, key in enumerate(keys):
            try:
                node = child(node, key)
            except KeyError:
                here = NodeAddress(file.address, at)
                reference = reference_of(node)
                if reference is None or here in visited or len(visited) >= _MAX_CHAIN:
                    return self._missing(file, pointer, at, node, keys[count:])
                target = self.find(reference, self.origin(here), (*visited, here))
                if isinstance(target, UnresolvedReference):
                    return target
                rest = join(target.pointer, *keys[count:])
                return self._descend(self.file(target.address), rest, (*visited, here))
            at = join(at, key)
        return NodeAddress(file.address, pointer)

    def _missing(self, file: LoadedFile, pointer: str, at: str, node: JSON, keys: list[str]) -> UnresolvedReference:
        close = nearest_pointer(node, at, keys)
        return UnresolvedReference(
            code="reference-unresolved",
            message=f"Cannot resolve $ref: #{pointer} does not exist in {file.document.path}.",
            hint=(
                f"Did you mean '#{close}'?" if close else f"Add it, or correct the reference: #{at} has no such key."
            ),
        )

    # To another file

    def _open(self, uri: str, file: LoadedFile, holder: str) -> tuple[LoadedFile, str] | UnresolvedReference:
        """The file that a reference names, and the pointer of the schema in it whose `$id` that is."""
        identifiers = self.identifiers[file.address]
        uris = (uri, join_url(identifiers.bases.get(holder, identifiers.base), uri))
        identified = self._identified(uris)
        if identified is not None:
            return identified
        address = self._address(uri, file)
        if isinstance(address, UnresolvedReference):
            for source in self._sources.values():  # one that is not open yet may call itself so
                if source.address not in self._files and "$id" in source.text and any(u in source.text for u in uris):
                    self._file(source.address)
            identified = self._identified(uris)
            self.lacks_files |= identified is None
            return identified or address
        opened = self._file(address)
        if isinstance(opened, UnresolvedReference):
            self.lacks_files = True
            return opened
        return opened, ""

    def _identified(self, uris: Sequence[str]) -> tuple[LoadedFile, str] | None:
        """The schema that calls itself by one of these URIs, if its file is open."""
        for uri in uris:
            node = self._uris.get(uri)
            file = self._files.get(node.address) if node else None
            if node and file:
                return file, node.pointer
        return None

    def _address(self, uri: str, file: LoadedFile) -> str | UnresolvedReference:
        if file.address in self.published:  # what was pulled together is found together
            pulled = self._pulled.get(redact_url(join_url(self.published[file.address], uri)))
            if pulled is not None and self.roots.allow(pulled):
                return pulled
        path = uri
        if "://" in uri and (problem := _url_problem(uri)):
            return UnresolvedReference(
                code="reference-unresolved", message=f"Cannot resolve $ref: {uri} is no URL.", hint=problem
            )
        if uri[:5].lower() == "file:":
            path = unquote(urlsplit(uri).path) if uri[5:7] == "//" else unquote(uri[5:])
            if is_remote(file.address):
                return UnresolvedReference(
                    code="reference-unresolved",
                    message=f"Cannot resolve $ref: {uri} is a file of this machine, and the description is from the web.",
                    hint="Download the description, and put the file beside it.",
                )
        elif is_remote(url := join_url(file.address, uri) if is_remote(file.address) else uri):
            if allowed(url, self.hosts):
                return url
            host = urlsplit(url).netloc
            return UnresolvedReference(
                code="reference-remote",
                message=f"Cannot resolve $ref: {url} is on {host}, which is not an allowed host.",
                hint=f"Put the file beside this one, or allow the host {host!r} in the configuration.",
            )
        folder = os.path.dirname(file.address)
        for spelling in (path, unquote(path), path.replace("\\", "/")):
            try:
                full = os.path.normpath(os.path.join(folder, spelling))
                if full in self._files or (self.roots.allow(full) and os.path.isfile(full)):
                    return full
            except ValueError:  # a NUL in the name
                break
        full = os.path.normpath(os.path.join(folder, path.replace("\0", "")))
        if not self.roots.allow(full):
            return UnresolvedReference(
                code="reference-outside",
                message=f"Cannot resolve $ref: {display_path(full, self.base)} is outside of the description's folder"
                " and of the project.",
                hint="If the description may read it, add its folder to `roots` in the configuration.",
            )
        return UnresolvedReference(
            code="reference-unresolved",
            message=f"Cannot resolve $ref: the file {display_path(full, self.base)} does not exist.",
            hint=suggest_path(full, self.base),
        )

    def _file(self, address: str) -> LoadedFile | UnresolvedReference:
        if address not in self._files:
            self._files[address] = self._read(address)
        file = self._files[address]
        if file is None:
            path = address if is_remote(address) else display_path(address, self.base)
            return UnresolvedReference(
                code="reference-unreadable",
                message=f"Cannot resolve $ref: {path} cannot be read.",
                hint="See the error of that file.",
            )
        return file

    def _read(self, address: str) -> LoadedFile | None:
        source = self._sources.get(address) or read_file(
            address, address, self.report, base=self.base, hosts=self.hosts, explicit=False
        )
        if source is None:
            return None
        self.digests[address] = source.digest
        name = source.path if source.path not in self.addresses else f"{source.path}#whole"
        document = SourceText(name=name, path=source.path, text=source.text, syntax=_syntax(source))
        self.report.read(document)
        value: JSON = source.text
        if document.syntax != "text":
            try:
                value = parse(document, self.report)
            except ParseError as error:
                error.add_to(document, self.report)
                return None
        if not check_depth(document, value, self.report):
            return None
        self.add(document, address, value)
        return self._files[address]


def _pointer_meant(reference: str, root: JSON) -> str:
    """The pointer in a document that a reference to no file means: it lacks its `#`, or is a schema's name; else nothing."""
    candidates = (reference, f"/{reference}", join("/components/schemas", reference), join("/definitions", reference))
    return next((each for each in candidates if each.startswith("/") and exists(root, each)), "")


def _url_problem(uri: str) -> str:
    """What to do about a URI that is none; nothing if it is one."""
    try:
        urlsplit(uri)
    except ValueError as error:
        return f"Correct it: {str(error)[:1].lower()}{str(error)[1:]}."
    return ""


def _syntax(source: SourceFile) -> str:
    lower = source.path.lower().partition("?")[0]
    if lower.endswith(_STRING_SUFFIXES):
        return "text"
    if lower.endswith(".json") or (source.text.lstrip()[:1] in ("{", "[") and is_json(source.text)):
        return "json"
    return "yaml"
