"""Descriptions that pages name instead of holding a part of them, as the sources of a GitBook site do."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import field
from pathlib import Path
from urllib.parse import unquote

from fledge.diagnostics.diagnostic import DiagnosticCollector, Severity
from fledge.diagnostics.plural import pluralize
from fledge.diagnostics.source import SourcePointer, SourceText
from fledge.loader.pages.detect import looks_like_openapi
from fledge.loader.pages.platform import DocumentLink
from fledge.loader.sources.files import DOCUMENT_SUFFIXES, SourceFile, display_path, has_suffix, read_file
from fledge.loader.sources.urls import allowed, host_of, is_remote, join_url, redact_url
from fledge.loader.sources.roots import Roots
from fledge.quick_dataclass import quick_dataclass


def load_linked_documents(
    sources: Sequence[SourceFile], report: DiagnosticCollector, *, base: Path, hosts: Sequence[str], roots: Roots
) -> list[SourceFile]:
    """The descriptions that pages among `texts` name and that are not there yet; what cannot be had is reported.

    One that is among the texts under the name that pages give to it is theirs, wherever they say that it is.
    """
    pages = [source for source in sources if not _is_description(source)]
    if not pages:
        return []
    present = {
        _stem(source.path): None for source in sources if _is_description(source) and looks_like_openapi(source.text)
    }
    addresses = {source.address: None for source in sources}
    visited: dict[str, None] = {}
    linked: list[SourceFile] = []
    missing: dict[str, _Missing] = {}
    for source in pages:
        for each in _links(source):
            name = each.name or _stem(each.address)
            if name.casefold() in visited:
                if name.casefold() in missing:
                    missing[name.casefold()].others.append(source.path)
                continue
            visited[name.casefold()] = None
            address = _address(source, each.address) if each.address else ""
            if address in addresses or not {name.casefold(), _stem(address)}.isdisjoint(present):
                continue
            addresses[address] = None
            why, hint = _missing(address, name, base, hosts, roots)
            if each.why:
                why, hint = (
                    each.why,
                    f"Put it among the sources as {name}.json or {name}.yaml; or give Fledge the page's URL.",
                )
            if not why:
                linked_source = read_file(address, address, report, base=base, hosts=hosts, explicit=True)
                linked += [linked_source] if linked_source is not None else []
                continue
            report.read(SourceText(name=source.path, path=source.path, text=source.text, syntax="text"))
            missing[name.casefold()] = _Missing(
                origin=SourcePointer(source=source.path, offset=each.start), why=why, hint=hint
            )
    for problem in missing.values():
        others = [path for path in dict.fromkeys(problem.others) if path != problem.origin.source]
        count = f"; so are those of {pluralize(len(others), 'other page')}: {', '.join(others)}" if others else ""
        report.add(
            Severity.WARNING,
            "page-document",
            f"The page's operations are in another description, and {problem.why}{count}.",
            origin=problem.origin,
            hint=problem.hint,
            names_files=bool(others),
        )
    return linked


def _links(page: SourceFile) -> Iterable[DocumentLink]:
    from fledge.loader.pages.links import document_links  # most runs read no pages

    return document_links(page)


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class _Missing:
    """A description that cannot be read: where a page names it, why, what to do, and the other pages that name it."""

    origin: SourcePointer
    why: str
    hint: str
    others: list[str] = field(default_factory=list[str])


def _missing(address: str, name: str, base: Path, hosts: Sequence[str], roots: Roots) -> tuple[str, str]:
    """Why a description cannot be read, and what to do; nothing where it can."""
    among_sources = f"among the sources as {name}.json or {name}.yaml"
    if not address:
        return f"it does not say where {name!r} is", f"Put that {among_sources}."
    if not is_remote(address):
        if not roots.allow(address):
            outside = f"{display_path(address, base)} is outside of the pages' folder and of the project"
            return outside, f"Add its folder to `roots` in the configuration, or put it {among_sources}."
        present = os.path.isfile(address)
        return (
            ("", "")
            if present
            else (f"there is no {display_path(address, base)}", f"Put it there, or {among_sources}.")
        )
    host = host_of(address)
    why = f"nothing is fetched from {redact_url(address)}: {host} is not an allowed host"
    hint = (
        f'Allow it in the configuration, hosts = ["{host}"]; or download the description, and put it {among_sources}.'
    )
    return ("", "") if allowed(address, hosts) else (why, hint)


def _address(page: SourceFile, address: str) -> str:
    if is_remote(address) or is_remote(page.address):
        return join_url(page.address, address)
    return os.path.normpath(os.path.join(os.path.dirname(page.address), unquote(address)))


def _is_description(source: SourceFile) -> bool:
    return has_suffix(source.path, DOCUMENT_SUFFIXES)


def _stem(address: str) -> str:
    """What a file is called, without its suffix, in lower case."""
    name = unquote(address.partition("?")[0] if is_remote(address) else address)
    return os.path.splitext(name.replace("\\", "/").rpartition("/")[2])[0].casefold()
