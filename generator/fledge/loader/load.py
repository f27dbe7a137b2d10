"""Files, folders and documentation pages in, one valid document with OpenAPI 3.1 semantics out."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from fledge.config.filters import Filter
from fledge.config.places import ConfigTable
from fledge.config.security import SecuritySchemeConfig
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.source import SourcePointer, SourceText
from fledge.loader.descriptions import find_descriptions
from fledge.loader.document_tree import DocumentTree
from fledge.loader.filter import apply_filters
from fledge.loader.merge.grouping import select_apis
from fledge.loader.merge.merge import merge
from fledge.loader.merge.overview import WholeDescription, report_several
from fledge.loader.merge.servers import separate_servers
from fledge.loader.normalize import swagger2, swagger2_words
from fledge.loader.normalize.coerce import coerce_containers
from fledge.loader.normalize.extension_webhooks import move_extension_webhooks
from fledge.loader.normalize.inheritance import inherit_to_operations
from fledge.loader.normalize.path_parameters import declare_path_parameters
from fledge.loader.normalize.reference_targets import check_parameter_references
from fledge.loader.normalize.security import add_security
from fledge.loader.normalize.servers import resolve_servers
from fledge.loader.normalize.spellings import redirect_moved
from fledge.loader.normalize.upgrade import upgrade
from fledge.loader.normalize.versions import read_version
from fledge.loader.other_formats import format_hint, other_format
from fledge.loader.overlay import apply
from fledge.loader.overlay_reader import Overlay, read_overlay
from fledge.loader.pages.linked_documents import load_linked_documents
from fledge.loader.platforms import mintlify_operations
from fledge.loader.references import dynamic_refs
from fledge.loader.references.bundle import bundle
from fledge.loader.references.registry import Registry
from fledge.loader.references.unresolved import are_sound, redirect_refs, report_unresolved
from fledge.loader.sources.depth import check_depth
from fledge.loader.sources.files import DOCUMENT_SUFFIXES, STDIN, SourceFile, has_suffix, read
from fledge.loader.sources.urls import is_remote
from fledge.loader.sources.roots import roots_of
from fledge.openapi.document import Spec
from fledge.openapi.json_values import JSON
from fledge.quick_dataclass import quick_dataclass


def load(
    sources: Sequence[str],
    report: DiagnosticCollector,
    *,
    base: Path,
    hosts: Sequence[str] = (),
    apis: Sequence[str] = (),
    overlays: Sequence[str] = (),
    roots: Sequence[str] = (".",),
    is_pulled: bool = False,
    published: Mapping[str, str] = MappingProxyType({}),
    fetched: Sequence[SourceFile] = (),
    include: Filter = Filter(),
    exclude: Filter = Filter(),
    security: Mapping[str, SecuritySchemeConfig] = MappingProxyType({}),
    table: ConfigTable | None = None,
    strict: bool = True,
) -> Spec | None:
    """Return one document of all files that `sources` name, and of the files that these refer to.

    `sources` are files, folders, globs and URLs, relative to `base`. Fledge fetches from `hosts` only (`example.com`,
    `localhost:8000`). It reads files below the sources' folders and `roots`, and, unless the sources are pulled, below
    their projects. `published` are the URLs that local files were pulled from, by absolute path; `fetched` are further
    sources. `apis` names some of several APIs, by title or by the file that pages are from; all if it is empty.
    `overlays` correct a single description as it was written, and several ones after they are merged. `include` and
    `exclude` choose a part of the result. `security` are schemes that each description lacks. `table` is where all this
    is configured, for messages. Unless `strict`, an overlay or filter without a match is ignored: the description may
    be older than they are. Return None if there is an error, after everything is reported. The validator is not called
    here: see `validate`, and `Spec.digest`.
    """
    trees: list[DocumentTree] = []
    versions: dict[str, str] = {}
    parts: list[str] = []
    wholes: list[WholeDescription] = []
    used: dict[str, None] = {}
    files = sorted((*read(sources, report, base=base, hosts=hosts, table=table), *fetched), key=lambda file: file.path)
    allowed_roots = roots_of(sources, roots, base=base, is_pulled=is_pulled)
    files += load_linked_documents(files, report, base=base, hosts=hosts, roots=allowed_roots)
    registry = Registry(files, report, base=base, hosts=hosts, roots=allowed_roots, published=published)
    all_overlays = _overlays(overlays, registry, report, base, hosts, table)
    for source in files:
        for document, root in find_descriptions(source, report, allowed_roots):
            used[source.address] = None
            tree = DocumentTree.of(document, root)
            is_operation = mintlify_operations.is_operation(root)
            version = mintlify_operations.VERSION if is_operation else read_version(tree, report)
            if version:
                trees.append(tree)
                versions[document.name] = version
                registry.add(document, source.address + document.name.removeprefix(document.path), root)
                if not (source.explicit or document.end or root.get("paths") or root.get("webhooks")):
                    parts.append(document.name)
                elif not (source.explicit or document.end or version == mintlify_operations.VERSION):
                    wholes.append(WholeDescription(path=document.path, digest=source.digest, root=root))
    if not is_pulled:  # what is pulled was chosen, and reported, by then
        report_several(wholes, report)
    if not trees:
        _report_skipped(files, used, report)
        if files and not report.failed:
            _nothing(sources, files, report)
        return None
    trees = select_apis(trees, apis, report, table)
    if not trees:
        return None
    trees, current_schemas = mintlify_operations.drop_outdated(trees, report)
    for tree in trees:
        dynamic_refs.resolve_dynamic_refs(tree, registry)
    bundled = bundle(trees, parts, registry, report)
    _report_skipped(files, {**used, **dict.fromkeys(registry.opened)}, report)
    bundled, late_overlays = _overlaid(bundled, versions, all_overlays, report, strict)
    urls = {name: published[address] for name, address in registry.addresses.items() if address in published}
    attempts = [_prepared(tree, versions[tree.name], current_schemas, urls, security, report) for tree in bundled]
    prepared = [each for each in attempts if each is not None]
    if len(prepared) < len(attempts):
        return None
    trees = [each.tree for each in prepared]
    separate_servers(trees)
    merged = merge(trees, report, several=len(apis) > 1)
    if late_overlays:
        _overlay_merged(
            DocumentTree(source=bundled[0].source, root=merged.root, source_map=merged.source_map),
            late_overlays,
            report,
            strict,
        )
    apply_filters(merged, include, exclude, report, table, strict=strict)
    declare_path_parameters(merged, report)
    is_as_prepared = len(trees) == 1 and not (late_overlays or include or exclude)
    if not (is_as_prepared and are_sound(prepared[0].references, merged.root)):
        report_unresolved(merged.root, merged.source_map, report)
    if report.failed:
        return None
    return Spec(
        root=merged.root,
        source_map=merged.source_map,
        files=_files(registry),
        is_merged=len(trees) > 1,
    )


def _overlaid(
    trees: Sequence[DocumentTree],
    versions: Mapping[str, str],
    overlays: Sequence[Overlay],
    report: DiagnosticCollector,
    strict: bool,
) -> tuple[list[DocumentTree], list[Overlay]]:
    """Change the descriptions by the overlays that speak of one as it was written.

    Return them, and the other overlays.
    """
    alone = len(trees) == 1 and versions[trees[0].name] != mintlify_operations.VERSION
    paths = [tree.source.path for tree in trees]
    late: list[Overlay] = []
    for each in overlays:
        if strict and each.extends and each.extends not in paths:
            message = f"This overlay extends {each.extends}, which is not a source."
            hint = f"Correct or remove `extends`, which is relative to the overlay. A source is {paths[0]}."
            origin = each.origin("/extends")
            if alone:
                message += " Fledge applies it to the only one."
                report.warning("overlay-extends", message, origin=origin, hint=hint)
            else:
                report.error("overlay-extends", message, origin=origin, hint=hint)
        if alone or each.extends:
            for tree in trees:
                if alone or tree.source.path == each.extends:
                    apply(tree, each, report, strict=strict)
        else:
            late.append(each)
    return [replace(tree, is_well_formed=False) for tree in trees] if overlays else list(trees), late


def _report_skipped(files: Sequence[SourceFile], used: Collection[str], report: DiagnosticCollector) -> None:
    if any(file.address not in used for file in files):
        from fledge.loader.pages.skipped import report_skipped  # mostly, nothing is skipped

        report_skipped(files, used, report)


def _overlay_merged(tree: DocumentTree, overlays: Sequence[Overlay], report: DiagnosticCollector, strict: bool) -> None:
    """Change a merged description; what overlays add is lifted as if it had been there from the start."""
    for each in overlays:
        apply(tree, each, report, strict=strict)
    if check_depth(tree.source, tree.root, report, tree.source_map):
        coerce_containers(tree, report)
        check_parameter_references(tree, report)
        inherit_to_operations(tree, [each.document.name for each in overlays])
        references = upgrade(tree, "3.2" if str(tree.root["openapi"]).startswith("3.2") else "3.1", report)
        redirect_refs(tree, references)


def _overlays(
    names: Sequence[str],
    registry: Registry,
    report: DiagnosticCollector,
    base: Path,
    hosts: Sequence[str],
    table: ConfigTable | None,
) -> list[Overlay]:
    """The overlays in the order in which they are named; their files are part of the input."""
    files = [
        file for name in names for file in read([name], report, base=base, hosts=hosts, table=table, key="overlays")
    ]
    registry.digests.update({file.address: file.digest for file in files})
    overlays = [read_overlay(file, report, base=base) for file in files]
    return [overlay for overlay in overlays if overlay is not None]


@quick_dataclass(frozen=True, slots=True)
class _Prepared:
    """A description as one of OpenAPI 3.1, so that it can be merged, and its objects with a `$ref`."""

    tree: DocumentTree
    references: list[dict[str, JSON]]


def _prepared(
    tree: DocumentTree,
    version: str,
    current_schemas: Collection[str],
    urls: Mapping[str, str],
    security: Mapping[str, SecuritySchemeConfig],
    report: DiagnosticCollector,
) -> _Prepared | None:
    """Prepare a description of a version; return None, with an error, if it nests too deep.

    It is complete in itself, but for the current schemas of the others.
    """
    is_as_read = len(tree.source_map) == 1  # then, its depth was checked, and nothing came from elsewhere since
    if not is_as_read and not check_depth(tree.source, tree.root, report, tree.source_map):
        return None
    move_extension_webhooks(tree)
    if version == mintlify_operations.VERSION:
        tree, version = mintlify_operations.convert(tree, current_schemas), "3.0"
    targets: dict[str, str] = {}
    if version == "2.0":
        swagger2_words.read_words(tree, report)
        tree, targets = swagger2.convert(tree, report)
    coerce_containers(tree, report)
    if version == "2.0":
        swagger2.redirect_references(tree, targets)
        version = "3.0"
    if not tree.is_well_formed:
        redirect_moved(tree)
    check_parameter_references(tree, report)
    resolve_servers(tree, urls, report)
    add_security(tree, security, report)
    inherit_to_operations(tree)
    references = upgrade(tree, version, report)
    redirect_refs(tree, references)
    return _Prepared(tree, references)


def _nothing(sources: Sequence[str], files: Sequence[SourceFile], report: DiagnosticCollector) -> None:
    where = f"the {len(files)} files" if len(files) > 1 else files[0].path
    if len(files) > 1 and list(sources) != ["."]:
        where += f" of {', '.join(sources)}"
    kind = other_format(files[0].text) if len(files) == 1 else ""
    hint = "A description has `openapi` at its root; a page holds it in a code block under a heading of its platform."
    if kind:
        hint = format_hint(kind)
    elif len(files) == 1 and files[0].text.lstrip().startswith("<") and has_suffix(files[0].path, DOCUMENT_SUFFIXES):
        kind, hint = "an HTML page", "Fetch it again: a server sent this page in place of the description."
    report.read(SourceText(name=files[0].path, path=files[0].path, text=files[0].text, syntax="text"))
    report.error(
        "source-without-openapi",
        f"There is no OpenAPI description in {where}{f': it is {kind}' if kind else ''}.",
        origin=SourcePointer(source=files[0].path, offset=0),
        hint=hint,
    )


def _files(registry: Registry) -> dict[str, str]:
    """What was read, with digests; nothing where it could be something else next time, though no file changes."""
    elsewhere = any(is_remote(address) or os.path.basename(address) == STDIN for address in registry.digests)
    return {} if elsewhere or registry.lacks_files else registry.digests
