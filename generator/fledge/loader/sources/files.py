"""Files, folders, globs and URLs in, texts out: the only module of the loader that reads files."""

from __future__ import annotations

import glob
import hashlib
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from urllib.parse import unquote, urlsplit

from fledge.config.places import ConfigTable, config_origin
from fledge.diagnostics.diagnostic import DiagnosticCollector, Severity
from fledge.diagnostics.plural import pluralize
from fledge.diagnostics.similar_names import most_similar
from fledge.diagnostics.source import SourcePointer, SourceText
from fledge.loader.sources.folders import list_folder
from fledge.loader.sources.urls import FetchError, allowed, host_of, is_remote
from fledge.quick_dataclass import quick_dataclass

DOCUMENT_SUFFIXES = (".json", ".yaml", ".yml")
PAGE_SUFFIXES = (".md", ".mdx", ".markdown", ".txt")
HTML_SUFFIXES = (".html", ".htm")
SUFFIXES = (*DOCUMENT_SUFFIXES, *PAGE_SUFFIXES, *HTML_SUFFIXES)
"""What is read in a folder. A file that is named itself is read whatever its name."""

_MARK = "\ufeff"
"""The byte order mark, which some editors write."""

_ASSETS = (
    *(".css", ".js", ".mjs", ".map", ".ts", ".tsx", ".py", ".pyi", ".typed", ".go", ".java", ".rb", ".sh", ".sql"),
    *(".gif", ".ico", ".jpeg", ".jpg", ".png", ".svg", ".webp", ".mp4", ".woff", ".woff2", ".ttf"),
    *(".toml", ".lock", ".cfg", ".ini", ".gitignore", ".zip", ".gz"),
)
"""What lies beside descriptions and never is one."""

STDIN = "-"
"""The source that stands for standard input; references in it are relative to the working directory."""

_NAMED = 100
"""How many files a message names."""

_SIGNATURES = {
    b"PK\x03\x04": ("a ZIP archive", "Unpack it, and name the file or the folder in it."),
    b"\x1f\x8b": ("compressed by gzip", "Unpack it, and name the file."),
    b"%PDF-": ("a PDF document", "Name the description itself: a .json or .yaml file, or the documentation's pages."),
}
"""What files begin with that people take for a description."""


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """One file. If `explicit`, the user named it, so that it must hold an OpenAPI description.

    `address` is its absolute path or its URL: what references in it are relative to. `digest` is that of its bytes.
    """

    path: str
    text: str
    explicit: bool
    address: str
    digest: str


def has_suffix(path: str, suffixes: tuple[str, ...]) -> bool:
    """Whether a file has one of these suffixes; a mirror's name may end with the query of its URL."""
    return path.lower().partition("?")[0].endswith(suffixes)


def read(
    sources: Sequence[str],
    report: DiagnosticCollector,
    *,
    base: Path,
    hosts: Sequence[str] = (),
    table: ConfigTable | None = None,
    key: str = "source",
) -> list[SourceFile]:
    """The texts of all files that `sources` name, each once, sorted by path.

    Report each file that is missing, empty, unreadable or not text, and read the others: one run shows every error.
    `table` and its `key` are where the sources are configured, for messages.
    """
    files: dict[str, tuple[str, bool]] = {}
    for source in sources:
        if source == STDIN or is_remote(source) and allowed(source, hosts):
            files[source] = (source, True)
            continue
        for file, explicit in _files(source, report, base, partial(config_origin, table, report, "", key, source)):
            before = files.get(os.path.abspath(file))
            files[os.path.abspath(file)] = (before[0] if before else file, explicit or bool(before and before[1]))
    texts = (
        read_file(address, file, report, base=base, hosts=hosts, explicit=explicit)
        for address, (file, explicit) in files.items()
    )
    return sorted((text for text in texts if text is not None), key=lambda text: text.path)


def read_file(
    address: str, file: str, report: DiagnosticCollector, *, base: Path, hosts: Sequence[str], explicit: bool
) -> SourceFile | None:
    """One text, by its address; None, after a report, if it cannot be read."""
    if address == STDIN:
        return _decoded(sys.stdin.buffer.read(), os.path.join(base, STDIN), STDIN, explicit, report)
    if not is_remote(address):
        return _text(file, address, display_path(file, base), explicit, report)
    from fledge.loader.sources.http import fetch  # with what Python has for networks

    try:
        return _decoded(fetch(address, hosts), address, address, explicit, report)
    except FetchError as problem:
        report.read(SourceText(name=address, path=address, text="", syntax="text"))
        report.error(
            "source-unreadable",
            f"{address} cannot be fetched: {problem}.",
            origin=SourcePointer(source=address, offset=0),
            hint="Check the address and the network, or download the file and name it.",
        )
        return None


def _files(
    source: str, report: DiagnosticCollector, base: Path, origin: Callable[[], SourcePointer | None] = lambda: None
) -> Iterator[tuple[str, bool]]:
    if is_remote(source):
        report.error(
            "source-unsupported",
            f"{source} is not fetched: its host is not allowed.",
            origin=origin(),
            hint=f'Allow its host, hosts = ["{host_of(source)}"]; or name a file, and the URL as its `upstream`: fledge pull.',
        )
        return

    def missing(message: str, hint: str) -> None:
        report.error("source-missing", message, origin=origin(), hint=hint)

    try:
        if not source.strip():
            raise ValueError("an empty name is none, not the working directory")
        path = os.path.normpath(os.path.join(base, source))
        if os.path.isdir(path):
            yield from ((file, False) for file in _folder(path, source, report, base, origin))
        elif os.path.lexists(path):  # what a link to nothing is, is said when it is read
            yield path, True
        elif glob.has_magic(source):
            matches = sorted(glob.glob(path, recursive=True))
            if not matches:
                missing(f"Nothing matches {source}.", missing_hint(source, base))
            for match in matches:
                if os.path.isdir(match):
                    yield from (
                        (file, False) for file in _folder(match, display_path(match, base), report, base, origin)
                    )
                else:
                    yield match, False
        else:
            what = "cannot be reached" if is_closed(path) else "does not exist"
            missing(f"The file or folder {source} {what}.", missing_hint(source, base))
    except ValueError:  # an empty name, or a NUL in it
        missing(f"{source!r} is not the name of a file.", "Name a file, folder or glob.")


def _folder(
    path: str, source: str, report: DiagnosticCollector, base: Path, origin: Callable[[], SourcePointer | None]
) -> Iterator[str]:
    """The files of a folder that Fledge reads; the others are reported."""
    listing = list_folder(path)
    readable = [file for file in listing.files if has_suffix(file, SUFFIXES)]
    if not readable:
        report.error(
            "source-empty",
            f"The folder {source} has no file to read.",
            origin=origin(),
            hint=f"Put a description or the documentation's pages there ({', '.join(SUFFIXES)}).",
        )
    others = [file for file in listing.files if not has_suffix(file, SUFFIXES)]
    assets = [file for file in others if has_suffix(file, _ASSETS)]
    strange = [file for file in others if not has_suffix(file, _ASSETS)]
    itself = "Name it itself as a source to read it."
    suffixes = f"It reads {', '.join(SUFFIXES)}. Name a file itself to read it whatever its name."
    for severity, paths, message, hint in (
        (Severity.WARNING, listing.unreadable, "cannot open {folders} of {source}", "Check the permissions."),
        (Severity.WARNING, strange, "does not read {files} of {source}, by the suffix", suffixes),
        (Severity.NOTE, assets, "does not read {files} of {source}, by the suffix", suffixes),
        (Severity.NOTE, listing.hidden, "does not look into what is hidden in {source}", itself),
        (Severity.NOTE, listing.links, "does not follow {links} to folders in {source}", itself),
        (Severity.NOTE, listing.dependencies, "does not look into installed dependencies in {source}", itself),
    ):
        if paths:
            names, first = name_files([display_path(file, base) for file in paths], report)
            counts = {f"{noun}s": pluralize(len(paths), noun) for noun in ("file", "folder", "link")}
            sentence = message.format(source=source, **counts)
            message = f"Fledge {sentence}: {names}."
            report.add(severity, "source-skipped", message, origin=first, hint=hint, names_files=True)
    yield from readable


def name_files(paths: Sequence[str], report: DiagnosticCollector) -> tuple[str, SourcePointer]:
    """The names of files for a message about all of them, and the first file as its place."""
    report.read(SourceText(name=f"{paths[0]}@0", path=paths[0], text="", syntax="text"))
    more = f", and {len(paths) - _NAMED} more" if len(paths) > _NAMED else ""
    return f"{', '.join(paths[:_NAMED])}{more}", SourcePointer(source=f"{paths[0]}@0", offset=0)


def _text(file: str, address: str, path: str, explicit: bool, report: DiagnosticCollector) -> SourceFile | None:
    """One file as text; its faults point at an empty document, as there is nothing else to show."""
    here = SourcePointer(source=path, offset=0)
    hint = "Check the file and its permissions."
    try:
        if os.path.islink(file) and not os.path.exists(file):
            raise OSError(None, f"it is a link to {os.readlink(file)}, which does not exist")
        if not os.path.isfile(file):
            hint = "For the output of a command, name `-`, standard input: COMMAND | fledge validate -"
            raise OSError(None, "it is not a regular file")
        data = Path(file).read_bytes()
    except OSError as error:
        report.read(SourceText(name=path, path=path, text="", syntax="text"))
        report.error(
            "source-unreadable",
            f"{path} cannot be read: {error.strerror or error}.",
            origin=here,
            hint=hint,
        )
        return None
    return _decoded(data, address, path, explicit, report)


def _decoded(data: bytes, address: str, path: str, explicit: bool, report: DiagnosticCollector) -> SourceFile | None:
    here = SourcePointer(source=path, offset=0)
    hint = "Save it as UTF-8, or remove it from the sources if it is no OpenAPI description."
    try:
        text, faulty = data.decode(), data.find(b"\0")
        problem = "it has NUL bytes" if faulty >= 0 else None
    except UnicodeDecodeError as error:
        wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
        problem = "it is UTF-16" if wide else f"byte {error.start} is not UTF-8"
        text, faulty = ("", 0) if wide else (data.decode(errors="replace"), error.start)
    if kind := binary_kind(data):
        problem, hint, text = f"it is {kind[0]}", kind[1], ""
    if problem:
        report.read(SourceText(name=path, path=path, text=text.removeprefix(_MARK), syntax="text"))
        report.error(
            "source-not-text",
            f"{path} is not UTF-8 text: {problem}.",
            origin=SourcePointer(source=path, offset=len(data[:faulty].decode(errors="replace").removeprefix(_MARK))),
            hint=hint,
        )
        return None
    text = text.removeprefix(_MARK)
    if explicit and not text.strip():
        report.read(SourceText(name=path, path=path, text="", syntax="text"))
        name = "Standard input" if path == STDIN else path
        report.error("source-empty", f"{name} is empty.", origin=here, hint="Put the description there.")
        return None
    return SourceFile(path=path, text=text, explicit=explicit, address=address, digest=content_digest(data))


def binary_kind(data: bytes) -> tuple[str, str] | None:
    """Return what a binary file is, and what to do with it, if its first bytes say so."""
    return next((kind for start, kind in _SIGNATURES.items() if data.startswith(start)), None)


def content_digest(data: bytes) -> str:
    """SHA-256 of a file's bytes; git on Windows may have given its lines another ending, which is no change."""
    return hashlib.sha256(data.replace(b"\r\n", b"\n") if b"\r" in data else data).hexdigest()


def local_files(sources: Sequence[str], report: DiagnosticCollector, *, base: Path) -> list[str]:
    """The paths of all files on this disk that `sources` name."""
    named = [source for source in sources if source != STDIN and not is_remote(source)]
    return [file for source in named for file, _ in _files(source, report, base)]


def digests(sources: Sequence[str], *, base: Path) -> dict[str, str]:
    """The digests of all files that `sources` name, by absolute path; none where one is missing or not of this disk."""
    problems = DiagnosticCollector()
    files = [os.path.abspath(file) for source in sources for file, _ in _files(source, problems, base)]
    try:
        return {} if problems.failed else {file: content_digest(Path(file).read_bytes()) for file in files}
    except OSError:
        return {}


def display_path(file: str, base: Path) -> str:
    """How a file is called in messages: below `base` relative to it, else as it was given; always with slashes."""
    full = Path(os.path.abspath(file))
    root = Path(os.path.abspath(base))
    if full.is_relative_to(root):
        return full.relative_to(root).as_posix()
    return Path(os.path.relpath(full, root) if not os.path.isabs(file) else file).as_posix()


def missing_hint(source: str, base: Path) -> str:
    """What to do about a source that is no file: it is the address of one, begins with `~`, or is misspelled."""
    if source.lower().startswith("file:"):
        return f"It is the address of a file. Name the file itself: {unquote(urlsplit(source).path)}"
    if "~" in Path(source).parts:
        return "Write the whole path: Fledge does not expand `~`."
    path = os.path.normpath(os.path.join(base, source))
    return "Check the permissions of the folders above it." if is_closed(path) else suggest_path(path, base)


def is_closed(path: str) -> bool:
    """Whether nobody can tell if a path exists, as a folder above it may not be searched."""
    try:
        os.lstat(path)
    except OSError as error:
        return isinstance(error, PermissionError)
    return False


def suggest_path(path: str, base: Path) -> str:
    """A hint that names what is there, for the first part of `path` that is not."""
    missing = path
    while not os.path.isdir(os.path.dirname(path)) and os.path.dirname(path) != path:
        path = os.path.dirname(path)
    folder = os.path.dirname(path)
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        names = []
    close = most_similar(os.path.basename(path), names)
    if os.path.isfile(path):  # a reference without its `#`
        inside = missing.removeprefix(path).replace(os.sep, "/")
        return f"Did you mean {display_path(path, base)}#{inside}?"
    if close:
        return f"Did you mean {display_path(os.path.join(folder, close), base)}?"
    return f"Names are relative to {Path(os.path.abspath(base)).as_posix()}."
