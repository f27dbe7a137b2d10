"""Descriptions that pages name instead of holding a part of them, as the sources of a GitBook site do."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from generator.diagnostics import Document, Origin, Report
from generator.loader import pages
from generator.loader.remote import allowed, is_remote
from generator.loader.remote import shown as shown_url
from generator.loader.source import Text, shown, text_at

_DESCRIPTIONS = (".json", ".yaml", ".yml")


def named(texts: Sequence[Text], report: Report, *, base: Path, hosts: Sequence[str]) -> list[Text]:
    """The descriptions that pages among `texts` name and that are not there yet; what cannot be had is reported.

    One that is among the texts under the name that pages give to it is theirs, wherever they say that it is.
    """
    there = {_stem(text.path): None for text in texts if _is_description(text) and pages.announces(text.text)}
    known = {text.address: None for text in texts}
    seen: dict[str, None] = {}
    found: list[Text] = []
    for text in texts:
        for each in () if _is_description(text) else pages.named(text.text):
            name = each.name or _stem(each.address)
            if name.casefold() in seen:
                continue
            seen[name.casefold()] = None
            address = _address(text, each.address) if each.address else ""
            if address in known or not {name.casefold(), _stem(address)}.isdisjoint(there):
                continue
            known[address] = None
            why, hint = _missing(address, name, base, hosts)
            if not why:
                part = text_at(address, address, report, base=base, hosts=hosts, asked=True)
                found += [part] if part is not None else []
                continue
            document = Document(name=text.path, path=text.path, text=text.text, syntax="text")
            report.read(document)
            report.warning(
                "page-document",
                f"The page's operations are in another description, and {why}.",
                origin=Origin(document=document.name, offset=each.start),
                hint=hint,
            )
    return found


def _missing(address: str, name: str, base: Path, hosts: Sequence[str]) -> tuple[str, str]:
    """Why a description cannot be read, and what to do; nothing where it can."""
    sources = f"among the sources as {name}.json or {name}.yaml"
    if not address:
        return f"it does not say where {name!r} is", f"Put that {sources}."
    if not is_remote(address):
        there = os.path.isfile(address)
        return ("", "") if there else (f"there is no {shown(address, base)}", f"Put it there, or {sources}.")
    host = urlsplit(address).netloc.rpartition("@")[2]
    why = f"nothing is fetched from {shown_url(address)}: {host} is not an allowed host"
    hint = f'Allow it in the configuration, hosts = ["{host}"]; or download the description, and put it {sources}.'
    return ("", "") if allowed(address, hosts) else (why, hint)


def _address(page: Text, address: str) -> str:
    if is_remote(address) or is_remote(page.address):
        return urljoin(page.address, address)
    return os.path.normpath(os.path.join(os.path.dirname(page.address), unquote(address)))


def _is_description(text: Text) -> bool:
    return text.path.lower().endswith(_DESCRIPTIONS)


def _stem(address: str) -> str:
    """What a file is called, without its suffix, in lower case."""
    name = unquote(urlsplit(address).path if is_remote(address) else address)
    return os.path.splitext(name.replace("\\", "/").rpartition("/")[2])[0].casefold()
