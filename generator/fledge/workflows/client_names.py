"""The name of a new client: what its description calls itself, in words that Python can import."""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from fledge.config.client import client_from_arguments
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.errors import DiagnosticError
from fledge.identifiers import module_clash, package_name_error
from fledge.loader.descriptions import find_descriptions
from fledge.loader.sources.files import SourceFile, read
from fledge.loader.sources.urls import is_remote
from fledge.loader.sources.roots import Roots
from fledge.openapi.json_values import as_object, as_string

if TYPE_CHECKING:  # at run time it would bring along what fetches
    from fledge.pull.survey import Survey

_FILLERS = frozenset(
    (
        *("a", "an", "the", "api", "apis", "rest", "restful", "http", "openapi", "swagger", "oas"),
        *("spec", "specs", "specification", "specifications", "reference", "documentation", "docs", "definition"),
    )
)
"""Words that say that something is an API."""

_MEANINGLESS = frozenset(
    (
        *("", "app", "backend", "default", "demo", "example", "fastapi", "json", "my", "public", "sample", "server"),
        *("service", "test", "title", "untitled", "web"),
    )
)
_VERSION = re.compile(r"v?\d+(?:[._]\d+)*|v\d+\w*|beta|alpha|latest|preview")
_LINKING = frozenset(("and", "at", "by", "for", "from", "in", "of", "on", "or", "that", "to", "with"))
_MOST_WORDS = 4


def name_of_title(title: str) -> str:
    """A package's name from a title: `pet_shop` of "Pet Shop API"; nothing if the title says nothing."""
    plain = unicodedata.normalize("NFKD", title.replace("&", " and ")).encode("ascii", "ignore").decode()
    words = [word.lower() for word in re.findall(r"[A-Za-z0-9]+(?:\.\d+)*", plain.replace("'", ""))]
    kept = [word for word in words if word not in _FILLERS and not _VERSION.fullmatch(word)][:_MOST_WORDS]
    while kept and kept[-1] in _LINKING:
        kept.pop()
    name = "_".join(re.sub(r"\W", "_", word) for word in kept)
    if name in _MEANINGLESS:
        return ""
    name = f"api_{name}" if name[0].isdigit() else name
    return f"{name}_api" if package_name_error(name) else name


_DOCUMENTS = (".json", ".yaml", ".yml", ".md")
_GENERIC = frozenset(
    (
        *("bundle", "bundled", "client", "copy", "description", "dev", "dist", "doc", "download", "draft", "export"),
        *(
            "external",
            "file",
            "final",
            "full",
            "index",
            "internal",
            "llms",
            "main",
            "merged",
            "output",
            "page",
            "pages",
        ),
        *("prod", "production", "raw", "release", "resolved", "schema", "schemas", "staging", "yaml", "yml"),
    )
)
"""Words that say nothing about an API in the names of files and folders."""


def _is_generic(name: str) -> bool:
    """Whether the name of a file or folder only says that it is a description, such as `openapi_v2` or `spec3`."""
    words = [word.rstrip("0123456789") or word for word in re.split(r"[\W_]+", name.lower().replace("apidocs", ""))]
    return all(
        len(word) < 2 or word in _FILLERS | _MEANINGLESS | _GENERIC or _VERSION.fullmatch(word) for word in words
    )


def name_of_address(address: str, *, only_file: bool = False) -> str:
    """A name from a path or URL: the file's, else with `only_file` nothing, else that of the folder above or of the host."""
    if is_remote(address):
        parts = urlsplit(address)
        file = re.sub(r"[^\w.-]+", "_", unquote(parts.path).rpartition("/")[2], flags=re.ASCII).strip("._")
        name = _name_of_path(file) if file.lower().endswith(_DOCUMENTS) else ""
        labels = [each for each in (parts.hostname or "").split(".")[:-1] if each.isidentifier()]
        return name or ("" if only_file or not labels else labels[-1])
    return _name_of_path(address) or ("" if only_file else _name_of_path(os.path.dirname(os.path.abspath(address))))


def _name_of_path(path: str) -> str:
    """The name of a file or folder, unless it says nothing."""
    if not path or not re.search(r"\w", path):
        return ""
    try:
        name = client_from_arguments([path], os.curdir, None).name
    except DiagnosticError:
        return ""
    return "" if _is_generic(name) else name


def name_of_source(source: str, here: Path, survey: Survey | None = None) -> str:
    """Return a name that no module has which a client imports: of the title of a description on the web, else of its
    place.

    A local file has the name that its user chose, so that it comes before the title, if it says something. `survey` is
    what stands at the source if that is a URL.
    """
    if survey is not None:
        title = survey.title or (title_of_text(survey.text, survey.url) if survey.text else "")
        stated = name_of_title(title) or name_of_address(survey.url, only_file=True)
    else:
        stated = name_of_address(source, only_file=True) or name_of_title(title_of_sources(source, here))
    return importable(stated or name_of_address(source) or "client")


def importable(name: str) -> str:
    """Return a name that no module of Python's or of the client's has: `calendar_api` for `calendar`."""
    return f"{name}_api" if module_clash(name) else name


def title_of_sources(source: str, here: Path) -> str:
    """The title of the first description in local sources; nothing if there is none."""
    report = DiagnosticCollector()
    for file in read([source], report, base=here):
        if title := _title(file):
            return title
    return ""


def title_of_text(text: str, url: str) -> str:
    """The title of a description that was fetched from a URL."""
    return _title(SourceFile(path=url, text=text, explicit=False, address=url, digest=""))


def _title(file: SourceFile) -> str:
    for _, root in find_descriptions(file, DiagnosticCollector(), Roots(())):
        title = as_string(as_object(root.get("info")).get("title"))
        if title.strip():
            return title
    return ""
