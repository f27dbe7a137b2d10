"""One description while its references become local: which file it is, what it reads of others, what is wrong with it."""

from __future__ import annotations

import posixpath

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.source import SourcePointer
from fledge.loader.document_tree import DocumentTree
from fledge.loader.references.registry import NodeAddress, Registry, UnresolvedReference
from fledge.loader.sources.urls import is_remote
from fledge.quick_dataclass import quick_dataclass

_COMPONENT_PREFIXES = ("#/components/", "#/definitions/", "#/parameters/", "#/responses/")


@quick_dataclass(frozen=True, slots=True)
class LocatedError:
    """A reference that cannot be used, and where it was read."""

    error: UnresolvedReference
    origin: SourcePointer


class ReferenceContext:
    """What the steps that make one description's references local share."""

    def __init__(self, tree: DocumentTree, registry: Registry) -> None:
        self.tree = tree
        self.registry = registry
        self.address = registry.addresses[tree.name]
        self.used: dict[str, None] = {}
        """The addresses of the other files that it refers to."""
        self._errors: list[LocatedError] = []
        self._reads_of_entry: dict[str, None] = {}
        self._copied = False

    def find(self, reference: str, origin: SourcePointer) -> NodeAddress | UnresolvedReference:
        """The node that a reference leads to; a component that only the entry document has is read from there.

        Descriptions are written so that other tools can join their files as text: `#/components/...` in any of them
        means the joined document.
        """
        node = self.registry.find(reference, origin)
        if not isinstance(node, UnresolvedReference) or self.is_entry(origin):
            return node
        if not reference.startswith(_COMPONENT_PREFIXES):
            return node
        of_entry = self.registry.find(reference, SourcePointer(source=self.tree.name))
        if isinstance(of_entry, UnresolvedReference):
            return node
        if origin.source not in self._reads_of_entry:
            self._reads_of_entry[origin.source] = None
            self.add_error(
                UnresolvedReference(
                    code="reference-of-entry",
                    message=f"$ref {reference} does not exist in this file; Fledge reads it from {self.tree.source.path},"
                    " here and in the rest of the file.",
                    hint=f"Write {self._relative_path(origin)}{reference}.",
                ),
                SourcePointer(source=origin.source, pointer=origin.pointer),
            )
        return of_entry

    def _relative_path(self, origin: SourcePointer) -> str:
        """The path of the entry document as the file writes it that `origin` is in."""
        entry, file = self.tree.source.path, self.registry.file(self.registry.addresses[origin.source]).document.path
        return entry if is_remote(entry) else posixpath.relpath(entry, posixpath.dirname(file) or ".")

    def is_entry(self, origin: SourcePointer) -> bool:
        """Whether a node was read in the entry document itself."""
        return origin.source == self.tree.name

    def is_here(self, origin: SourcePointer, node: NodeAddress) -> bool:
        """Whether an address is that of the node that was read at `origin`."""
        return origin.pointer == node.pointer and self.registry.addresses[origin.source] == node.address

    def before_change(self) -> None:
        """Keep a copy of the description for the registry, before its tree is changed for the first time."""
        if not self._copied:
            self.registry.freeze(self.address)
            self._copied = True

    def add_error(self, error: UnresolvedReference, origin: SourcePointer) -> None:
        """Remember an error; of a file that cannot be read, once."""
        if error.code != "reference-unreadable" or all(each.error != error for each in self._errors):
            self._errors.append(LocatedError(error, origin))

    def report_to(self, report: DiagnosticCollector) -> None:
        """Report the errors."""
        for each in self._errors:
            report.warning(each.error.code, each.error.message, origin=each.origin, hint=each.error.hint)


def foreign(reference: str, origin: SourcePointer) -> str:
    """The spelling of a reference that cannot be resolved, so that it is never taken for a local one."""
    return f"{origin.source}{reference}" if reference.startswith("#") else reference
