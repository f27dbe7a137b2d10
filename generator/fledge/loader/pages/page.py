"""The OpenAPI descriptions on one documentation page, in the form in which their owners wrote them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from fledge.diagnostics.conflict_marks import first_conflict
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.source import SourcePointer, SourceText
from fledge.loader.pages.detect import (
    Block,
    block_looks_like_openapi,
    blocks,
    is_data_language,
    is_description,
)
from fledge.loader.pages.platform import Confidence
from fledge.loader.pages.repair import SPACES, spellings, unquote
from fledge.loader.platforms import mintlify_operations
from fledge.loader.sources.depth import check_depth
from fledge.loader.sources.files import SourceFile
from fledge.loader.sources.parse import parse
from fledge.loader.sources.parse_errors import ParseError, conflict_error
from fledge.openapi.json_values import JSON, as_object
from fledge.openapi.objects import METHODS
from fledge.quick_dataclass import quick_dataclass

_EXAMPLE = re.compile(r"\b(?:examples?|samples?|demos?|tutorials?)\b", re.IGNORECASE)
_ONLY_EXAMPLE = re.compile(
    r"\W*(?:an? |open ?api |swagger )*(?:examples?|samples?|demos?|tutorials?)\W*", re.IGNORECASE
)
_PATHS = re.compile(r"""\bpaths["']?\s*:""")
_NAMES_OPENAPI = re.compile(r"\b(?:open ?api|swagger|oas)\b", re.IGNORECASE)
_YAML = re.compile(r"""^["']?(?:openapi|swagger)["']?[ \t]*:[ \t]*["']?\d""", re.MULTILINE)
_FRAGMENT = re.compile(r"""\A\s*\{?\s*["']?(?P<key>paths|components|webhooks|info|servers|/[^"'\s:]*)["']?\s*:""")
_PATHS_BELOW = re.compile(r"""\bpaths["']?\s*:\s*\{?\s*["']?/""")
_PARTS = frozenset({"paths", "components", "webhooks", "definitions"})
_NOT_WORDS = re.compile(r"[\W_]+")


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class _ParsedBlock:
    """A block that was parsed, with its text as it was parsed."""

    block: Block
    document: SourceText
    root: dict[str, JSON]
    repaired: str
    is_odd: bool
    """Whether the parser has something to report."""


def read_page(source: SourceFile, report: DiagnosticCollector) -> list[tuple[SourceText, dict[str, JSON]]]:
    """The descriptions in the blocks of a page, each as a text of its own; what is no description is reported."""
    every = list(blocks(source.text))
    conflict = first_conflict(source.text)
    if conflict is not None and not any(block.start <= conflict < block.end for block in every):
        document = SourceText(name=source.path, path=source.path, text=source.text, syntax="text")
        report.read(document)
        conflict_error(conflict).add_to(document, report)
        return []
    return read_blocks(source, ((block, source.text) for block in every), report)


def read_blocks(
    source: SourceFile, texts: Iterable[tuple[Block, str]], report: DiagnosticCollector
) -> list[tuple[SourceText, dict[str, JSON]]]:
    """The descriptions in blocks of a page, each with the text that it is a part of."""
    parsed = list(_parsed(source, texts, report))
    certain = any(each.block.platform is not None and not _is_called_example(each) for each in parsed)
    count = 0
    descriptions: list[tuple[SourceText, dict[str, JSON]]] = []
    for each in parsed:
        is_sure = each.block.platform is not None and not (certain and _is_called_example(each))
        if not is_sure and not _belongs(each, certain):
            _report_stray(each, report)
            continue
        count += 1
        name = source.path if count == 1 else f"{source.path}#{count}"
        document = replace(each.document, name=name)
        report.read(document)
        if each.is_odd:
            parse(document, report)  # again: now its name is final
        if each.repaired:
            report.note(
                "page-repaired",
                f"This block has {each.repaired}; Fledge reads what they stand for.",
                origin=SourcePointer(source=name, offset=document.start),
                hint="No action needed; fetch the page's Markdown to have it unchanged.",
            )
        if each.block.platform:
            each.block.platform.read(each.root)
        if check_depth(document, each.root, report):
            descriptions.append((document, each.root))
    return descriptions


def _parsed(
    source: SourceFile, texts: Iterable[tuple[Block, str]], report: DiagnosticCollector
) -> Iterator[_ParsedBlock]:
    """The blocks that parse as a description; report those that should and do not."""
    for block, text in texts:
        content = text[block.start : block.end]
        names_openapi = block.platform is not None or _NAMES_OPENAPI.search(block.fence.heading) is not None
        is_data = is_data_language(block.fence.language)
        if block.confidence is not Confidence.SURE and not block_looks_like_openapi(content):
            if is_data and not block.fence.is_hidden:
                _report_fragment(source, block, content, report)
            continue
        if block.fence.is_hidden:
            _report_ignored(source, block, _HIDDEN, "Remove the comment around it if it describes the API.", report)
            continue
        problems = DiagnosticCollector()
        document, root, repaired, error = _parse(source, block, text, problems)
        is_object = isinstance(root, dict) and (is_description(root) or mintlify_operations.is_operation(root))
        if not is_data and not is_object:
            message = f"This block of `{block.fence.language}` has an OpenAPI description in it"
            _report_ignored(source, block, message, "Put it into a block of its own, of `json` or `yaml`.", report)
        elif error is not None and names_openapi:
            report.read(document)
            error.add_to(document, report)
        elif error is not None:
            report.read(document)
            _report_unread(document, error, report)
        elif not isinstance(root, dict) or not is_object:
            if block.confidence is Confidence.SURE and block.platform is not None:
                report.read(document)
                report.warning(
                    "page-unsupported",
                    f"This block of a {block.platform.name} page is not an OpenAPI description; Fledge skips it.",
                    origin=SourcePointer(source=document.name, offset=block.start),
                    hint="Fetch the page again: the platform may have changed its format.",
                )
            elif _PATHS.search(content):
                _report_ignored(source, block, _INSIDE, "Put it into a block of its own.", report)
        elif not _PARTS.isdisjoint(root) or mintlify_operations.is_operation(root):
            is_odd = bool(problems.diagnostics)
            yield _ParsedBlock(block=block, document=document, root=root, repaired=repaired, is_odd=is_odd)
        elif names_openapi:
            hint = "Fetch the page again if something is missing; Fledge reads Swagger 2.0 and OpenAPI 3."
            _report_ignored(source, block, _EMPTY, hint, report)


_HIDDEN = "This block is an OpenAPI description in a comment, which readers of the page do not see"
_INSIDE = "This block has an OpenAPI description inside of another value"
_EMPTY = "This block begins like a description, and has no `paths`, `components` or `webhooks`"


def _parse(
    source: SourceFile, block: Block, text: str, problems: DiagnosticCollector
) -> tuple[SourceText, JSON, str, ParseError | None]:
    """The value of a block, and its text in the first spelling that parses; without one, the error of the first."""
    content = unquote(text[block.start : block.end])
    language = block.fence.language
    is_json = content.lstrip(SPACES)[:1] == "{"
    is_yaml = language == "yaml" or not is_json and (not language.startswith("js") or _YAML.search(content) is not None)
    syntax = "yaml" if is_yaml else "json"
    first: tuple[SourceText, ParseError] | None = None
    for spelling, repaired in spellings(content, syntax):
        document = SourceText(
            name=f"{source.path}@{block.start}",
            path=source.path,
            text=(
                text
                if spelling == text[block.start : block.end]
                else text[: block.start] + spelling + text[block.end :]
            ),
            syntax=syntax,
            start=block.start,
            end=block.start + len(spelling),
        )
        try:
            return document, parse(document, problems), repaired, None
        except ParseError as error:
            first = first or (document, error)
    assert first is not None, "there is at least one spelling"
    return first[0], None, "", first[1]


def _belongs(parsed: _ParsedBlock, certain: bool) -> bool:
    """Whether a block that stands at no platform's place is the page's, and no example.

    It is if its heading speaks of OpenAPI or is the name of its operation, or if the page has nothing else, and no
    heading calls it an example.
    """
    fence = parsed.block.fence
    names = {_folded(name) for name in _operation_names(parsed.root)}
    if _folded(fence.heading) in names:
        return True
    if any(_EXAMPLE.search(heading) for heading in (fence.heading, *fence.parents[1:])):
        return False
    if _NAMES_OPENAPI.search(fence.heading):
        return True
    headings = {_folded(heading) for heading in (fence.heading, *fence.parents)}
    return bool(names) and (not certain or not names.isdisjoint(headings))


def _is_called_example(parsed: _ParsedBlock) -> bool:
    """Whether a block may be the platform's, by its place, and its heading is nothing but a word for examples."""
    is_called = _ONLY_EXAMPLE.fullmatch(parsed.block.fence.heading) is not None
    return parsed.block.confidence is Confidence.MAYBE and is_called


def _operation_names(root: dict[str, JSON]) -> Iterator[str]:
    """What headings may call the operations of a description."""
    for path, item in as_object(root.get("paths")).items():
        for method in METHODS:
            operation = as_object(item).get(method)
            if isinstance(operation, dict):
                yield f"{method} {path}"
                yield from (str(operation[key]) for key in ("summary", "operationId") if operation.get(key))


def _folded(text: str) -> str:
    return _NOT_WORDS.sub(" ", text).strip().casefold()


def _report_stray(parsed: _ParsedBlock, report: DiagnosticCollector) -> None:
    """Say that a block is left alone that is a description and may be an example."""
    report.read(parsed.document)
    report.warning(
        "page-block-ignored",
        "This block is an OpenAPI description, and it may be an example; Fledge skips it.",
        origin=SourcePointer(source=parsed.document.name, offset=parsed.document.start),
        hint="If it describes the API, name it in a heading: `## OpenAPI definition`; or save it as a file of its own.",
    )


def _report_ignored(source: SourceFile, block: Block, message: str, hint: str, report: DiagnosticCollector) -> None:
    """Say that a block is left alone, at its first line."""
    report.read(SourceText(name=source.path, path=source.path, text=source.text, syntax="text"))
    origin = SourcePointer(source=source.path, offset=block.start)
    report.warning("page-block-ignored", f"{message}; Fledge skips it.", origin=origin, hint=hint)


def _report_fragment(source: SourceFile, block: Block, content: str, report: DiagnosticCollector) -> None:
    """Say that a block is left alone that is a part of a description: paths under a key, or under a heading of OpenAPI."""
    match = _FRAGMENT.match(content)
    if match is None:
        return
    is_whole = match["key"] in ("info", "servers")
    has_paths = (is_whole or match["key"] == "paths") and _PATHS_BELOW.search(content) is not None
    if not has_paths and (is_whole or not _NAMES_OPENAPI.search(block.fence.heading)):
        return
    document = SourceText(name=source.path, path=source.path, text=source.text, syntax="text")
    report.read(document)
    report.warning(
        "page-block-ignored",
        f"This block begins with `{match['key']}` and does not say the version of OpenAPI; Fledge skips it.",
        origin=SourcePointer(source=source.path, offset=block.start + match.start("key")),
        hint="If it describes the API, add `openapi`, such as 3.1.0, and `info`; put `paths` around paths.",
    )


def _report_unread(document: SourceText, error: ParseError, report: DiagnosticCollector) -> None:
    """Say that a block is left alone that begins like a description and does not parse."""
    report.warning(
        "page-block-ignored",
        f"This block looks like an OpenAPI description, and Fledge cannot read it: {error.message}",
        origin=SourcePointer(source=document.name, offset=error.offset),
        hint="Correct it here if it describes the API.",
    )
