"""Files, folders and documentation pages in, one valid document with OpenAPI 3.1 semantics out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from generator.diagnostics import Document, Origin, Report
from generator.loader import generics, mintlify, pages, swagger2
from generator.loader.apis import choose
from generator.loader.bundle import bundle
from generator.loader.draft import Draft
from generator.loader.library import Library
from generator.loader.merge import merge
from generator.loader.named import named
from generator.loader.filter import Filter
from generator.loader.narrow import narrow
from generator.loader.overlay import Overlay, apply, read_overlay
from generator.loader.parse import Unparsable, is_json, parse, too_deep
from generator.loader.pushdown import push_down
from generator.loader.references import redirect, settle
from generator.loader.repair import repair
from generator.loader.servers import resolve_servers
from generator.loader.shape import shape
from generator.loader.remote import is_remote
from generator.loader.source import Text, read
from generator.loader.spec import JSON, Spec
from generator.loader.upgrade import extension_webhooks, upgrade, version


def load(
    sources: Sequence[str],
    report: Report,
    *,
    base: Path,
    hosts: Sequence[str] = (),
    apis: Sequence[str] = (),
    overlays: Sequence[str] = (),
    include: Filter = Filter(),
    exclude: Filter = Filter(),
    strict: bool = True,
) -> Spec | None:
    """One document of all that `sources` name: files, folders and globs, relative to `base`.

    What these refer to in other files is read as well; from the network only what `hosts` has (`example.com`,
    `localhost:8000`). Of several APIs those that `apis` names, by title or by the file that pages were made from;
    all where it is empty. `overlays` are files that correct it: a single description as it was written, several ones
    when they are merged. Of the result, what `include` and `exclude` leave stays. Unless `strict`, what of these finds
    nothing is passed over, as for a description that is older than they are. Returns None when an error was
    reported; all that can be found out is reported first. The
    validator is not called here: see `validate`, and `Spec.digest` for what to remember of it.
    """
    drafts: list[Draft] = []
    versions: dict[str, str] = {}
    parts: list[str] = []
    texts = read(sources, report, base=base, hosts=hosts)
    texts += named(texts, report, base=base, hosts=hosts)
    library = Library(texts, report, base=base, hosts=hosts)
    changing = _overlays(overlays, library, report, base, hosts)
    for text in texts:
        for document, root in _documents(text, report):
            found = mintlify.VERSION if mintlify.is_operation(root) else version(document, root, report)
            if found:
                drafts.append(Draft.of(document, root))
                versions[document.name] = found
                library.keep(document, text.address + document.name.removeprefix(document.path), root)
                if not (text.asked or document.end or root.get("paths") or root.get("webhooks")):
                    parts.append(document.name)
    if not drafts:
        if texts and not report.failed:
            _nothing(sources, texts, report)
        return None
    drafts = choose(drafts, apis, report)
    if not drafts:
        return None
    drafts, known = mintlify.current(drafts, report)
    for draft in drafts:
        generics.fill(draft, library)
    whole = bundle(drafts, parts, library, report)
    late = _overlaid(whole, versions, changing, report, strict)
    prepared = [_prepared(draft, versions[draft.name], known, report) for draft in whole]
    if any(too_deep(draft.root) for draft in prepared):
        return None
    merged = merge(prepared, report, several=len(apis) > 1)
    if late:
        _overlay_merged(
            Draft(document=whole[0].document, root=merged.root, origins=merged.origins), late, report, strict
        )
    narrow(merged, include, exclude, report, strict=strict)
    repair(merged, report)
    settle(merged.root, merged.origins, report)
    if report.failed:
        return None
    return Spec(root=merged.root, origins=merged.origins, digest=_digest(merged.root), files=_files(library))


def _overlaid(
    drafts: Sequence[Draft], versions: Mapping[str, str], overlays: Sequence[Overlay], report: Report, strict: bool
) -> list[Overlay]:
    """Change the descriptions by the overlays that speak of one as it was written; the others, which wait for the merge."""
    alone = len(drafts) == 1 and versions[drafts[0].name] != mintlify.VERSION
    paths = [draft.document.path for draft in drafts]
    late: list[Overlay] = []
    for each in overlays:
        if strict and each.extends and each.extends not in paths:
            report.error(
                "overlay-extends",
                f"This overlay was made for {each.extends}, which is none of the sources.",
                origin=each.origin("/extends"),
                hint=f"Correct `extends`, or remove it; it is relative to the overlay. There is {paths[0]}.",
            )
        elif alone or each.extends:
            for draft in drafts:
                if alone or draft.document.path == each.extends:
                    apply(draft, each, report, strict=strict)
        else:
            late.append(each)
    return late


def _overlay_merged(draft: Draft, overlays: Sequence[Overlay], report: Report, strict: bool) -> None:
    """Change a merged description; what overlays add is lifted as if it had been there from the start."""
    for each in overlays:
        apply(draft, each, report, strict=strict)
    if _fits(draft.document, draft.root, report):
        shape(draft, report)
        push_down(draft, [each.document.name for each in overlays])
        upgrade(draft, "3.2" if str(draft.root["openapi"]).startswith("3.2") else "3.1", report)
        redirect(draft)


def _overlays(
    names: Sequence[str], library: Library, report: Report, base: Path, hosts: Sequence[str]
) -> list[Overlay]:
    """The overlays in the order in which they are named; their files are part of the input."""
    texts = [text for name in names for text in read([name], report, base=base, hosts=hosts)]
    library.digests.update({text.address: text.digest for text in texts})
    found = [read_overlay(text, report, base=base) for text in texts]
    return [overlay for overlay in found if overlay is not None]


def _prepared(draft: Draft, found: str, known: Collection[str], report: Report) -> Draft:
    """A description of version `found` as one of OpenAPI 3.1, so that it can be merged.

    It is complete in itself, but for schemas that are `known` from the others.
    """
    if not _fits(draft.document, draft.root, report):
        return draft
    extension_webhooks(draft)
    if found == mintlify.VERSION:
        draft, found = mintlify.lift(draft, known), "3.0"
    if found == "2.0":
        draft = swagger2.lift(draft, report)
    shape(draft, report)
    if found == "2.0":
        swagger2.respell(draft)
        found = "3.0"
    resolve_servers(draft)
    push_down(draft)
    upgrade(draft, found, report)
    redirect(draft)
    return draft


def _documents(text: Text, report: Report) -> list[tuple[Document, dict[str, JSON]]]:
    """The descriptions in one file: the file itself, or the blocks of a page."""
    syntax = _syntax(text)
    if syntax == "page":
        return _page(text, report)
    if syntax == "yaml" and not text.asked and not pages.announces(text.text):
        return []
    document = Document(name=text.path, path=text.path, text=text.text, syntax=syntax)
    report.read(document)
    try:
        value = parse(document, report)
    except Unparsable as fault:
        if text.asked or pages.announces(text.text):
            fault.tell(document, report)
        return []
    if not isinstance(value, dict) or not _announces(value):
        if text.asked:
            # `version` says what is wrong with it
            return [(document, value if isinstance(value, dict) else {})]
        return []
    return [(document, value)] if _fits(document, value, report) else []


def _syntax(text: Text) -> str:
    """By the file's name; a file that is named otherwise is judged by its first characters."""
    lower = text.path.lower()
    start = text.text.lstrip()[:1]
    if lower.endswith(".json"):
        return "json"
    if lower.endswith((".yaml", ".yml")):
        return "json" if start == "{" and is_json(text.text) else "yaml"
    if lower.endswith((".md", ".mdx", ".markdown")):
        return "page"
    if start == "{":
        return "json"
    head = text.text[:2000]
    return "yaml" if pages.announces(head) and not any(True for _ in pages.fences(text.text)) else "page"


def _page(text: Text, report: Report) -> list[tuple[Document, dict[str, JSON]]]:
    found: list[tuple[Document, dict[str, JSON]]] = []
    count = 0
    for block in pages.blocks(text.text):
        content = text.text[block.start : block.end]
        if block.claim is not pages.Claim.SURE and not pages.announces(content):
            continue
        if block.claim is pages.Claim.STRAY:
            _stray(text, block, report)
            continue
        count += 1
        document = Document(
            name=text.path if count == 1 else f"{text.path}#{count}",
            path=text.path,
            text=text.text,
            syntax=block.syntax,
            start=block.start,
            end=block.end,
        )
        report.read(document)
        try:
            value = parse(document, report)
        except Unparsable as fault:
            fault.tell(document, report)
            continue
        if not isinstance(value, dict) or not (_announces(value) or mintlify.is_operation(value)):
            if block.claim is pages.Claim.SURE:
                report.warning(
                    "page-unsupported",
                    f"This block of a {block.platform} page is not an OpenAPI description; it is skipped.",
                    origin=Origin(document=document.name, offset=block.start),
                    hint="Fetch the page again: its form may be an old or a new one.",
                )
            continue
        if block.platform == "ReadMe":
            value.pop("_id", None)  # the platform's own mark
        if block.platform == "Mintlify" and value.get("security") == []:
            del value["security"]  # stands there where the description has none
        if _is_of_endpoint(value):
            value["info"] = {"title": "", "version": ""}
        if _fits(document, value, report):
            found.append((document, value))
    return found


def _stray(text: Text, block: pages.Block, report: Report) -> None:
    """Say that a block is left alone that is a description and stands at no platform's place."""
    document = Document(
        name=f"{text.path}@{block.start}",
        path=text.path,
        text=text.text,
        syntax=block.syntax,
        start=block.start,
        end=block.end,
    )
    try:
        value = parse(document, Report())
    except Unparsable:
        return
    if isinstance(value, dict) and _announces(value) and ("paths" in value or "components" in value):
        report.read(document)
        report.note(
            "page-block-ignored",
            "This block looks like an OpenAPI description, and stands where no platform puts one; it is left alone.",
            origin=Origin(document=document.name, offset=block.start),
            hint="If it is a part of the API, put it first under a heading of level 2.",
        )


def _announces(value: dict[str, JSON]) -> bool:
    return "openapi" in value or "swagger" in value or "swaggerVersion" in value


def _is_of_endpoint(value: dict[str, JSON]) -> bool:
    """Whether the info of a block is that of its page, and says nothing of the API (older pages of Fern)."""
    info = value.get("info")
    return isinstance(info, dict) and str(info.get("version")).startswith("endpoint_")


def _fits(document: Document, value: JSON, report: Report) -> bool:
    """Whether later stages can walk it: they recurse."""
    if too_deep(value):
        report.error(
            "too-deep",
            "The description nests too deep.",
            origin=Origin(document=document.name, offset=document.start),
            hint="Move the inner parts to components, and refer to them.",
        )
        return False
    return True


def _nothing(sources: Sequence[str], texts: Sequence[Text], report: Report) -> None:
    count = "the file" if len(texts) == 1 else f"the {len(texts)} files"
    report.read(Document(name=texts[0].path, path=texts[0].path, text=texts[0].text, syntax="text"))
    report.error(
        "source-without-openapi",
        f"There is no OpenAPI description in {count} of {', '.join(sources)}.",
        origin=Origin(document=texts[0].path, offset=0),
        hint="A description has `openapi` at its root; a page holds it in a code block under a heading of its platform.",
    )


def _files(library: Library) -> dict[str, str]:
    """What was read, with digests; nothing where it could be something else next time, though no file changes."""
    elsewhere = any(is_remote(address) for address in library.digests)
    missing = any(each.code.startswith("reference-") for each in library.report)
    return {} if elsewhere or missing else library.digests


def _digest(root: JSON) -> str:
    """The same for the same content in the same order; documents are in the order of their names by then."""
    return hashlib.sha256(json.dumps(root, separators=(",", ":")).encode()).hexdigest()
