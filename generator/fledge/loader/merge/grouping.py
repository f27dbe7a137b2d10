"""Which API a description is of, and how new it is: what merging goes by before it compares anything.

A site documents several APIs, and gives one name to different things of each. A page says which API it is of: by the
file that it was made from (Mintlify), else by the title.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timezone

from fledge.config.places import ConfigTable, config_origin
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.loader.document_tree import DocumentTree
from fledge.loader.pages.markdown import front_matter
from fledge.loader.references.component_names import component_key
from fledge.openapi.json_values import JSON, as_object, as_string, reference_of
from fledge.openapi.objects import component_of, strip_annotations, walk, walk_objects, walk_references
from fledge.openapi.pointer import head, is_below, join, rebase, split
from fledge.quick_dataclass import quick_dataclass

_SOURCE_LINE = re.compile(
    r"[^`~]*[`~]{3,}\w+[ \t]+(?P<file>\S.*?)[ \t]+(?:[A-Za-z]+[ \t]+/\S*|webhook[ \t]+\S.*)[ \t]*$"
)
_DATED = re.compile(
    r"^(?:lastmod|updatedAt|retrieved_at|scraped_at_utc):[ \t]*[\"']?(\d{4}-\d\d-\d\d(?:[Tt ]\d\d:[^\"'\s]*)?)", re.M
)
_VERSION = re.compile(r"v?(\d{1,20}(?:\.\d{1,20})*?)(?:\.0+)*")
"""A version of numbers, without the zeros at its end: 1, 1.0 and v1.0.0 are the same."""


Recency = tuple[tuple[int, ...], bool, str]
"""How new: the API's version, whether it is a document by itself, and the time or day of the page; larger is newer."""

NO_RECENCY: Recency = ((), False, "")


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class ApiId:
    """An API that descriptions are parts of, as far as they name it."""

    title: str = ""
    file: str = ""

    def called(self, name: str) -> bool:
        """Whether it is what a user means by a name: its title, or the file that its pages were made from."""
        return name != "" and name in (self.title, self.file, self.file.rpartition("/")[2])


def api_of(tree: DocumentTree) -> ApiId:
    """The API of a description as it was parsed."""
    return ApiId(title=_info_string(tree, "title"), file=_file(tree))


def source_file_of(page: str, start: int) -> str:
    """The file that a page says the block was made from that begins at `start`; nothing where it does not say."""
    above = page[:start].rstrip("\r\n")
    match = _SOURCE_LINE.match(above, max(above.rfind("\n"), above.rfind("\r")) + 1)
    return match["file"].lstrip("/") if match else ""


def group_by_api(trees: Sequence[DocumentTree]) -> list[list[DocumentTree]]:
    """The descriptions of each API, in the order of the drafts; those that name none are of the only one there is."""
    apis = [api_of(tree) for tree in trees]
    files = {api.title: api.file for api in apis if api.file}
    stems = [api.file.rpartition("/")[2] for api in apis if api.file]
    groups: dict[tuple[str, str], list[DocumentTree]] = {}
    for tree, api in zip(trees, apis, strict=True):
        file = api.file
        if not tree.source.end:  # the document that pages were made from may lie beside them
            name = tree.source.path.rpartition("/")[2]
            file = next((each.file for each, stem in zip((a for a in apis if a.file), stems) if stem == name), "")
            file = file or files.get(api.title, "")
        groups.setdefault((file, "" if file else api.title), []).append(tree)
    nameless = groups.get(("", ""), [])
    if nameless and len(groups) == 2:
        return [list(trees)]
    return list(groups.values())


def select_apis(
    trees: Sequence[DocumentTree], names: Sequence[str], report: DiagnosticCollector, table: ConfigTable | None
) -> list[DocumentTree]:
    """The descriptions of the APIs that the user wants: all where none is named. `table` is where they are named."""
    apis = [api_of(tree) for tree in trees]
    for name in names:
        if not any(api.called(name) for api in apis):
            titles = sorted({api.title or api.file for api in apis if api != ApiId()})
            report.error(
                "api-unknown",
                f"No description is of the API {name!r}.",
                origin=config_origin(table, report, "", "api", name),
                hint=f"Name one of these: {', '.join(map(repr, titles)) or 'none has a title'}.",
            )
    return [d for d, api in zip(trees, apis) if not names or any(api.called(name) for name in names)]


def recency(tree: DocumentTree) -> Recency:
    """How new a description is."""
    match = _VERSION.fullmatch(_info_string(tree, "version"))
    numbers = tuple(int(part) for part in match[1].split(".")) if match else ()
    dated = _DATED.search(front_matter(tree.source.text))
    return numbers, not tree.source.end, _time(dated[1]) if dated else ""


def _time(written: str) -> str:
    """A time in UTC, or a day, in a form that sorts; nothing if it is neither."""
    try:
        time = datetime.fromisoformat(written.upper())
    except ValueError:
        return ""
    if len(written) == len("2026-01-31"):
        return written
    if time.tzinfo is not None:
        time = time.astimezone(timezone.utc)
    return time.strftime("%Y-%m-%dT%H:%M:%S.%f")


def most_recent(ages: Sequence[Recency]) -> list[int]:
    """The places of the newest; all where nothing tells. What not all of them say, tells nothing.

    Pages of one day are equally new if one of them says no more than the day.
    """
    newest = list(range(len(ages)))
    for part in range(3):
        values: list[tuple[int, ...] | bool | str] = [ages[index][part] for index in newest]
        if part == 2:
            shortest = min(len(ages[index][2]) for index in newest)
            values = [ages[index][2][:shortest] for index in newest]
        if part == 1 or all(values):
            last = max(values)
            newest = [index for index, value in zip(newest, values, strict=True) if value == last]
    return newest


def disambiguate_components(trees: Sequence[DocumentTree]) -> None:
    """Give the components that mean different things in different APIs names of their own, each by its API's title."""
    if len(trees) < 2:
        return
    titles = [_info_string(tree, "title") for tree in trees]
    prefixes = [
        (title if title and titles.count(title) == 1 else _file(tree).rpartition("/")[2].split(".")[0])
        for tree, title in zip(trees, titles)
    ]
    apart = _apart(trees)
    for tree, prefix in zip(trees, prefixes):
        renamed = {
            (section, name): component_key(f"{re.sub(r'(?i)[ _-]*api$', '', prefix)}.{name}")
            for section, name in apart
            if name in tree.root.get("components", {}).get(section, {}) and prefix
        }
        if renamed:
            _rename(tree, renamed)


_Key = tuple[str, str]
"""A component: its section and name."""


def _apart(trees: Sequence[DocumentTree]) -> list[_Key]:
    """The components that are not the same in all documents that have them, or refer to one that is not."""
    holders: dict[_Key, list[str]] = {}
    needs: dict[_Key, set[_Key]] = {}
    for tree in trees:
        kinds = {
            pointer: (kind, node)
            for kind, pointer, node in walk(tree.root.get("components", {}), "components")
            if len(split(pointer)) == 2
        }
        for pointer, (kind, node) in kinds.items():
            section, name = split(pointer)
            key = section, name
            holders.setdefault(key, []).append(json.dumps(strip_annotations(kind, node), sort_keys=True))
            needs.setdefault(key, set()).update(_references(kind, node))
    apart = [key for key, variants in holders.items() if len({*variants}) > 1]
    while True:
        more = [
            key
            for key, variants in holders.items()
            if len(variants) > 1 and key not in apart and not needs[key].isdisjoint(apart)
        ]
        if not more:
            return apart
        apart += more


def _references(kind: str, node: JSON) -> Iterator[_Key]:
    for _, _, each in walk_references(node, kind):
        component = component_of(each["$ref"])
        if component is not None:
            yield component


def _rename(tree: DocumentTree, names: dict[_Key, str]) -> None:
    """Give components of a document other names, wherever it speaks of them."""

    def spelt(reference: str) -> str:
        key = component_of(reference)
        if key is None:
            name = names.get(("schemas", reference))  # a mapping may name a schema without a path
            return join("#/components/schemas", name) if name else reference
        name = names.get(key)
        return rebase(reference, head(reference, 3), join("#/components", key[0], name)) if name else reference

    for kind, _, node in walk_objects(tree.root):
        if kind == "requirement":
            renamed = {names.get(("securitySchemes", name), name): scopes for name, scopes in node.items()}
            node.clear()
            node.update(renamed)
        elif kind == "discriminator" and (mapping := as_object(node.get("mapping"))):
            node["mapping"] = {value: spelt(name) if isinstance(name, str) else name for value, name in mapping.items()}
        elif (reference := reference_of(node)) is not None:
            node["$ref"] = spelt(reference)
    components: dict[str, dict[str, JSON]] = tree.root["components"]
    for section in {section: None for section, _ in names}:
        components[section] = {names.get((section, name), name): value for name, value in components[section].items()}
    for (section, old), new in names.items():
        above, at = join("/components", section, old), join("/components", section, new)
        tree.moved(at, tree.origin(above))
        for pointer in [pointer for pointer in tree.source_map if is_below(pointer, above)]:
            tree.moved(rebase(pointer, above, at), tree.source_map.pop(pointer))


def _file(tree: DocumentTree) -> str:
    return source_file_of(tree.source.text, tree.source.start) if tree.source.end else ""


def _info_string(tree: DocumentTree, key: str) -> str:
    return as_string(as_object(tree.root.get("info")).get(key))
