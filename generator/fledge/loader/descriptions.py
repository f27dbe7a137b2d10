"""The OpenAPI descriptions in one file: the file itself, or the blocks of a documentation page.

Most runs read no pages: the modules that do are imported when there is one.
"""

from __future__ import annotations

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.source import SourceText
from fledge.loader.pages.detect import is_description, looks_like_openapi
from fledge.loader.pages.markdown import fences
from fledge.loader.sources.depth import check_depth
from fledge.loader.sources.files import DOCUMENT_SUFFIXES, HTML_SUFFIXES, SourceFile, has_suffix
from fledge.loader.sources.json_parser import is_json
from fledge.loader.sources.parse import parse
from fledge.loader.sources.parse_errors import ParseError
from fledge.loader.sources.roots import Roots
from fledge.openapi.json_values import JSON


def find_descriptions(
    source: SourceFile, report: DiagnosticCollector, roots: Roots
) -> list[tuple[SourceText, dict[str, JSON]]]:
    """The descriptions in one file: the file itself, the blocks of a page, or those that an HTML page carries."""
    syntax = _syntax(source)
    if syntax == "html":
        from fledge.loader.pages.html_page import read_html

        return read_html(source, report, roots)
    if syntax == "page":
        from fledge.loader.pages.page import read_page

        return read_page(source, report)
    if syntax == "yaml" and not source.explicit and not looks_like_openapi(source.text):
        return []
    document = SourceText(name=source.path, path=source.path, text=source.text, syntax=syntax)
    report.read(document)
    try:
        value = parse(document, report)
    except ParseError as error:
        if source.explicit or looks_like_openapi(source.text):
            error.add_to(document, report)
        return []
    if not isinstance(value, dict) or not is_description(value):
        if source.explicit:
            # `read_version` reports what is wrong with it
            return [(document, value if isinstance(value, dict) else {})]
        return []
    return [(document, value)] if check_depth(document, value, report) else []


def _syntax(source: SourceFile) -> str:
    """By the file's name; a file that is named otherwise is judged by its first characters."""
    start = source.text.lstrip()[:1]
    if start == "<":
        from fledge.loader.pages.html import is_html

        if has_suffix(source.path, HTML_SUFFIXES) or is_html(source.text):
            return "html"
    if has_suffix(source.path, (".json",)):
        is_plain = start.isalpha() or start in ("#", "-")
        return "yaml" if is_plain and looks_like_openapi(source.text) else "json"
    if has_suffix(source.path, DOCUMENT_SUFFIXES):
        return "json" if start == "{" and is_json(source.text) else "yaml"
    if has_suffix(source.path, (".md", ".mdx", ".markdown")):
        return "page"
    if start == "{":
        return "json"
    head = source.text[:2000]
    return "yaml" if looks_like_openapi(head) and not any(True for _ in fences(source.text)) else "page"
