"""Files, folders, globs and URLs in, texts out: the only module of the loader that reads the disk."""

from __future__ import annotations

import difflib
import glob
import hashlib
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Document, Origin, Report
from generator.loader.remote import Unfetched, allowed, fetch, is_remote

SUFFIXES = (".json", ".md", ".yaml", ".yml")
"""What is read in a folder, with `llms-full.txt`. A file that is named itself is read whatever its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One file. `asked` says that the user named it, so that it must hold an OpenAPI description.

    `address` is its absolute path or its URL: what references in it are relative to. `digest` is that of its bytes.
    """

    path: str
    text: str
    asked: bool
    address: str
    digest: str


def read(sources: Sequence[str], report: Report, *, base: Path, hosts: Sequence[str] = ()) -> list[Text]:
    """The texts of all files that `sources` name, each once, sorted by path.

    Reports what is missing, empty, unreadable or not text; what else there is, is read all the same, so that one run
    shows every fault.
    """
    found: dict[str, tuple[str, bool]] = {}
    for source in sources:
        if is_remote(source) and allowed(source, hosts):
            found[source] = (source, True)
            continue
        for file, asked in _files(source, report, base):
            known = found.get(os.path.abspath(file))
            found[os.path.abspath(file)] = (known[0] if known else file, asked or bool(known and known[1]))
    texts = (
        text_at(address, file, report, base=base, hosts=hosts, asked=asked) for address, (file, asked) in found.items()
    )
    return sorted((text for text in texts if text is not None), key=lambda text: text.path)


def text_at(address: str, file: str, report: Report, *, base: Path, hosts: Sequence[str], asked: bool) -> Text | None:
    """One text, by its address; None where it cannot be read, which is reported then."""
    if not is_remote(address):
        return _text(file, address, shown(file, base), asked, report)
    try:
        return _decoded(fetch(address, hosts), address, address, asked, report)
    except Unfetched as fault:
        report.read(Document(name=address, path=address, text="", syntax="text"))
        report.error(
            "source-unreadable",
            f"{address} cannot be fetched: {fault}.",
            origin=Origin(document=address, offset=0),
            hint="Check the address and the network; or download the file, and name it.",
        )
        return None


def _files(source: str, report: Report, base: Path) -> Iterator[tuple[str, bool]]:
    if is_remote(source):
        report.error(
            "source-unsupported",
            f"{source} is a URL of a host that is not allowed, so that it is not fetched.",
            hint="Download it, and name the file; or allow its host in the configuration.",
        )
        return
    try:
        path = os.path.normpath(os.path.join(base, source))
        if os.path.isdir(path):
            files = list(_walk(path))
            if not files:
                report.error(
                    "source-empty",
                    f"The folder {source} holds no file to read.",
                    hint=f"Put a description or the documentation's pages there ({', '.join(SUFFIXES)}).",
                )
            yield from ((file, False) for file in files)
        elif os.path.exists(path):
            yield path, True
        elif glob.has_magic(source):
            matches = sorted(glob.glob(path, recursive=True))
            if not matches:
                report.error("source-missing", f"Nothing matches {source}.", hint=nearest(path, base))
            for match in matches:
                if os.path.isdir(match):
                    yield from ((file, False) for file in _walk(match))
                else:
                    yield match, False
        else:
            report.error("source-missing", f"There is no file or folder {source}.", hint=nearest(path, base))
    except ValueError:  # a NUL in the name
        report.error("source-missing", f"{source!r} is not the name of a file.", hint="Name a file, folder or glob.")


def _walk(folder: str) -> Iterator[str]:
    for at, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            read = name.lower().endswith(SUFFIXES) or re.fullmatch(r"llms-full.*\.txt", name.lower())
            if read and not name.startswith("."):
                yield os.path.join(at, name)


def _text(file: str, address: str, path: str, asked: bool, report: Report) -> Text | None:
    """One file as text; its faults point at an empty document, as there is nothing else to show."""
    here = Origin(document=path, offset=0)
    try:
        if not os.path.isfile(file):
            raise OSError(None, "it is not a regular file")
        data = Path(file).read_bytes()
    except OSError as error:
        report.read(Document(name=path, path=path, text="", syntax="text"))
        report.error(
            "source-unreadable",
            f"{path} cannot be read: {error.strerror or error}.",
            origin=here,
            hint="Check the file and its permissions.",
        )
        return None
    return _decoded(data, address, path, asked, report)


def _decoded(data: bytes, address: str, path: str, asked: bool, report: Report) -> Text | None:
    here = Origin(document=path, offset=0)
    try:
        text = data.decode("utf-8-sig")
        fault = "it holds NUL bytes" if "\0" in text else None
    except UnicodeDecodeError as error:
        wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
        fault = "it is UTF-16" if wide else f"byte {error.start} is not UTF-8"
        text = ""
    if fault:
        report.read(Document(name=path, path=path, text="", syntax="text"))
        report.error(
            "source-not-text",
            f"{path} is not a text in UTF-8: {fault}.",
            origin=here,
            hint="Save it as UTF-8, or leave it out if it is not an OpenAPI description.",
        )
        return None
    return Text(path=path, text=text, asked=asked, address=address, digest=digest_of(data))


def digest_of(data: bytes) -> str:
    """SHA-256 of a file's bytes; git on Windows may have given its lines another ending, which is no change."""
    return hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest()


def digests(sources: Sequence[str], *, base: Path) -> dict[str, str]:
    """The digests of all files that `sources` name, by absolute path; none where one is missing or not of this disk."""
    problems = Report()
    found = [os.path.abspath(file) for source in sources for file, _ in _files(source, problems, base)]
    try:
        return {} if problems.failed else {file: digest_of(Path(file).read_bytes()) for file in found}
    except OSError:
        return {}


def shown(file: str, base: Path) -> str:
    """How a file is called in messages: below `base` relative to it, else as it was given; always with slashes."""
    full = Path(os.path.abspath(file))
    root = Path(os.path.abspath(base))
    if full.is_relative_to(root):
        return full.relative_to(root).as_posix()
    return Path(os.path.relpath(full, root) if not os.path.isabs(file) else file).as_posix()


def nearest(path: str, base: Path) -> str:
    """A hint that names what is there, for the first part of `path` that is not."""
    while not os.path.isdir(os.path.dirname(path)) and os.path.dirname(path) != path:
        path = os.path.dirname(path)
    folder = os.path.dirname(path)
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        names = []
    close = difflib.get_close_matches(os.path.basename(path), names, n=1)
    if close:
        return f"Did you mean {shown(os.path.join(folder, close[0]), base)}?"
    return f"Names are relative to {Path(os.path.abspath(base)).as_posix()}."
