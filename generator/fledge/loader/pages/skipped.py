"""What Fledge says of the files that it read and that gave nothing: no file vanishes."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from fledge.diagnostics.diagnostic import DiagnosticCollector, Severity
from fledge.diagnostics.plural import pluralize
from fledge.diagnostics.source import SourcePointer, SourceText
from fledge.loader.pages.html import is_html, parse_html
from fledge.loader.pages.links import document_links
from fledge.loader.pages.markdown import fences, front_matter
from fledge.loader.pages.reference import is_login, shown_documents
from fledge.loader.sources.files import DOCUMENT_SUFFIXES, HTML_SUFFIXES, SourceFile, has_suffix, name_files

_MENTION = re.compile(r"\b(?:openapi|swagger)\b", re.IGNORECASE)
_OPERATION_KEY = re.compile(r"^openapi(?:-schema)?[ \t]*:[ \t]*\S", re.MULTILINE)
_PACKED_KEY = re.compile(r"^api[ \t]*:[ \t]*[\"']?eJ[\w+/=]+", re.MULTILINE)
"""The operation in sources of docusaurus-openapi-docs: base64 of zlib."""

_DOCUMENT = re.compile(
    r"""[^\s"'`()<>{}\[\]!=]*(?:openapi|swagger|spec)[^\s"'`()<>{}\[\]!]*\.(?:json|ya?ml)\b""", re.IGNORECASE
)
_VERSION = re.compile(
    r"""^[ \t>]*["']?(?:openapi|swagger)["']?[ \t]*:[ \t]*["']?[23]\.\d"""
    r"""|(?:\\*"|&quot;)(?:openapi|swagger)(?:\\*"|&quot;)\s*:\s*(?:\\*"|&quot;)[23]\.\d""",
    re.MULTILINE,
)
_RENDERED_OPERATION = re.compile(
    r"\b(?:GET|PUT|POST|PATCH|DELETE)\s*(?:https?://|/[\w{])"
    r"|^(?:Path|Query|Header|Body) ?parameters?\b|^Authorizations?$|\bAuthorization header\b",
    re.MULTILINE,
)
_INDEXES = ("llms.txt", "sitemap.md")


def report_skipped(files: Sequence[SourceFile], used: Collection[str], report: DiagnosticCollector) -> None:
    """Report the files whose address is not among `used`, and about which nothing was reported.

    A page that names its description is accounted for by that one, or by the report that it cannot be read.
    """
    described = {
        report.sources[each.source.source].path
        for each in report
        if each.source and each.source.source in report.sources
    }
    skipped = [
        file
        for file in files
        if file.address not in used and file.path not in described and not any(document_links(file))
    ]
    documents = [file.path for file in skipped if has_suffix(file.path, DOCUMENT_SUFFIXES)]
    rendered: list[str] = []
    others: list[str] = []
    for file in skipped:
        if has_suffix(file.path, DOCUMENT_SUFFIXES):
            continue
        if is_html(file.text) or has_suffix(file.path, HTML_SUFFIXES):
            _report_html(file, report)
        elif mention := _key(file.text) or _MENTION.search(file.text):
            _report_page(file, mention.start(), report)
        elif _RENDERED_OPERATION.search(file.text):
            rendered.append(file.path)
        else:
            others.append(file.path)
    if rendered:
        names, origin = name_files(rendered, report)
        report.add(
            Severity.WARNING,
            "page-without-openapi",
            f"{_count(rendered, 'rendered page')} no OpenAPI description; Fledge skips {_them(rendered)}: {names}.",
            origin=origin,
            hint="Fetch the page's Markdown, which often has one: it is at its address with `.md`; or run `fledge pull`.",
            names_files=True,
        )
    if len(files) == 1 and files[0].explicit:
        return  # the error that it has no description says all
    if others:
        names, origin = name_files(others, report)
        report.add(
            Severity.NOTE,
            "page-without-openapi",
            f"{_count(others, 'page')} no OpenAPI description; Fledge skips {_them(others)}: {names}.",
            origin=origin,
            hint="No action needed if they describe no operation.",
            names_files=True,
        )
    if documents:
        names, origin = name_files(documents, report)
        report.add(
            Severity.NOTE,
            "source-skipped",
            f"{_count(documents, 'file')} no `openapi` or `swagger` at the root, and no description refers to "
            f"{_them(documents)}; Fledge skips {_them(documents)}: {names}.",
            origin=origin,
            hint="No action needed if they belong to something else.",
            names_files=True,
        )


def _key(text: str) -> re.Match[str] | None:
    """What the front matter of a page's source says of its operation; it has the place that it has in the page."""
    matter = front_matter(text)
    return _OPERATION_KEY.search(matter) or _PACKED_KEY.search(matter)


def _count(paths: Sequence[str], noun: str) -> str:
    return f"{pluralize(len(paths), noun)} {'has' if len(paths) == 1 else 'have'}"


def _them(paths: Sequence[str]) -> str:
    return "it" if len(paths) == 1 else "them"


def _report_page(file: SourceFile, offset: int, report: DiagnosticCollector) -> None:
    """Report a page that speaks of OpenAPI and has no description."""
    report.read(SourceText(name=file.path, path=file.path, text=file.text, syntax="text"))
    message = "This page mentions OpenAPI, and Fledge sees no description in it."
    hint = "A page holds it in a code block below a heading, such as `## OpenAPI`; or fetch the page again."
    version = _VERSION.search(file.text)
    if version is not None:
        offset = version.start()
        around = next((fence for fence in fences(file.text) if fence.start <= offset < fence.end), None)
        message = "This page has an OpenAPI description outside of a code block."
        hint = "Put a line with ``` before it and one after it; or fetch the page's Markdown."
        if around is not None:
            message = f"This page has an OpenAPI description in a block of `{around.language or 'text'}`."
            hint = "Put it into a block of its own, of `json` or `yaml`."
    elif key := _key(file.text):
        message = "This source of a page names an operation, and its description is in another file."
        hint = "Add the description that `docs.json` names to the sources, or fetch the published page with `.md`."
        if key[0].startswith("openapi-schema"):
            message = "This source of a page names a schema, and its description is in another file."
        elif key.re is _PACKED_KEY:
            message = "This source of a page holds an operation in Docusaurus' packed form."
            hint = "Add the description that `docusaurus.config.js` names (`specPath`) to the sources."
    elif file.path.lower().endswith(_INDEXES):
        message = "This is the index of a site: it lists pages and has no description."
        hint = "Run `fledge pull` with the site's address as `upstream`."
    elif document := _DOCUMENT.search(file.text):
        hint = f"The page names {document[0]}: if that is the description, add it to the sources."
    report.warning(
        "page-without-openapi",
        f"{message.removesuffix('.')}; Fledge skips it.",
        origin=SourcePointer(source=file.path, offset=offset),
        hint=hint,
    )


def _report_html(file: SourceFile, report: DiagnosticCollector) -> None:
    """Report an HTML page without a description, by what made it."""
    report.read(SourceText(name=file.path, path=file.path, text=file.text, syntax="text"))
    page = parse_html(file.text, file.address)
    shown = shown_documents(page)
    generator = next(
        (each["content"] for each in page.attributes("content", "meta") if each.get("name", "").lower() == "generator"),
        "",
    )
    maker = f" of {generator or shown.platform}" if generator or shown.platform else ""
    message = f"This is an HTML page{maker} without a description in it; Fledge skips it."
    hint = "Fetch the page's Markdown, which is often at its address with `.md`; or give Fledge the page's URL."
    offset = 0
    if version := _VERSION.search(file.text):
        offset = version.start()
        message = f"This HTML page{maker} has an OpenAPI description where Fledge reads none; Fledge skips it."
        hint = "Save the description as a file of its own, or fetch the page's Markdown."
    elif shown.sample:
        message = "This page of Swagger UI shows the sample that ships with it; Fledge skips it."
    elif is_login(page):
        message = "This is a login page; Fledge skips it."
        hint = "Save the page after logging in, or let `fledge pull` send a header."
    report.warning("page-without-openapi", message, origin=SourcePointer(source=file.path, offset=offset), hint=hint)
