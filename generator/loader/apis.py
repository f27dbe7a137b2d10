"""Which API a description is of, and how new it is: what merging goes by before it compares anything.

A site documents several APIs, and gives one name to different things of each. A page says which API it is of: by the
file that it was made from (Mintlify), else by the title.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.diagnostics import Document, Report
from generator.loader.draft import Draft
from generator.loader.grammar import skeleton, walk
from generator.loader.placing import component
from generator.loader.spec import JSON, escape, unescape

_MADE_FROM = re.compile(r"^[`~]{3,}\w+[ \t]+(?P<file>\S.*?)[ \t]+(?:[A-Za-z]+[ \t]+/\S*|webhook[ \t]+\S.*)[ \t]*$")
_DATED = re.compile(r"^(?:lastmod|updatedAt|retrieved_at|scraped_at_utc):[ \t]*[\"']?(\d{4}-\d\d-\d\d[^\"'\s]*)", re.M)
_VERSION = re.compile(r"v?(\d+(?:\.\d+)*)")

Age = tuple[tuple[int, ...], bool, str]
"""How new: the API's version, whether it is a document by itself, and the date that the page says; larger is newer."""

NO_AGE: Age = ((), False, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Api:
    """An API that descriptions are parts of, as far as they name it."""

    title: str = ""
    file: str = ""

    def called(self, name: str) -> bool:
        """Whether it is what a user means by a name: its title, or the file that its pages were made from."""
        return name != "" and name in (self.title, self.file, self.file.rpartition("/")[2])


def api_of(draft: Draft) -> Api:
    """The API of a description as it was parsed."""
    return Api(title=_said(draft, "title"), file=_file(draft))


def made_from(page: str, start: int) -> str:
    """The file that a page says the block was made from that begins at `start`; nothing where it does not say."""
    match = _MADE_FROM.match(page[:start].rstrip("\n").rpartition("\n")[2])
    return match["file"].lstrip("/") if match else ""


def grouped(drafts: Sequence[Draft]) -> list[list[Draft]]:
    """The descriptions of each API, in the order of the drafts; those that name none are of the only one there is."""
    apis = [api_of(draft) for draft in drafts]
    files = {api.title: api.file for api in apis if api.file}
    stems = [api.file.rpartition("/")[2] for api in apis if api.file]
    groups: dict[tuple[str, str], list[Draft]] = {}
    for draft, api in zip(drafts, apis, strict=True):
        file = api.file
        if not draft.document.end:  # the document that pages were made from may lie beside them
            name = draft.document.path.rpartition("/")[2]
            file = next((each.file for each, stem in zip((a for a in apis if a.file), stems) if stem == name), "")
            file = file or files.get(api.title, "")
        groups.setdefault((file, "" if file else api.title), []).append(draft)
    nameless = groups.get(("", ""), [])
    if nameless and len(groups) == 2:
        return [list(drafts)]
    return list(groups.values())


def choose(drafts: Sequence[Draft], wanted: Sequence[str], report: Report) -> list[Draft]:
    """The descriptions of the APIs that the user wants: all where none is named."""
    apis = [api_of(draft) for draft in drafts]
    for name in wanted:
        if not any(api.called(name) for api in apis):
            there = sorted({api.title or api.file for api in apis if api != Api()})
            report.error(
                "api-unknown",
                f"No description is of an API that is called {name!r}.",
                hint=f"There are: {', '.join(map(repr, there)) or 'none that has a title'}.",
            )
    return [d for d, api in zip(drafts, apis) if not wanted or any(api.called(name) for name in wanted)]


def age(draft: Draft) -> Age:
    """How new a description is."""
    match = _VERSION.fullmatch(_said(draft, "version"))
    numbers = tuple(int(part) for part in match[1].split(".")) if match else ()
    dated = _DATED.search(_front_matter(draft.document))
    return numbers, not draft.document.end, dated[1] if dated else ""


def newest(ages: Sequence[Age]) -> list[int]:
    """The places of the newest; all where nothing tells. What not all of them say, tells nothing."""
    found = list(range(len(ages)))
    for part in range(3):
        said = [ages[index][part] for index in found]
        if part == 1 or all(said):
            found = [index for index in found if ages[index][part] == max(said)]
    return found


def set_apart(drafts: Sequence[Draft]) -> None:
    """Give the components that mean different things in different APIs names of their own, each by its API's title."""
    if len(drafts) < 2:
        return
    titles = [_said(draft, "title") for draft in drafts]
    prefixes = [
        (title if title and titles.count(title) == 1 else _file(draft).rpartition("/")[2].split(".")[0])
        for draft, title in zip(drafts, titles)
    ]
    apart = _apart(drafts)
    for draft, prefix in zip(drafts, prefixes):
        own = {
            (section, name): component(f"{re.sub(r'(?i)[ _-]*api$', '', prefix)}.{name}")
            for section, name in apart
            if name in draft.root.get("components", {}).get(section, {}) and prefix
        }
        if own:
            _rename(draft, own)


_Key = tuple[str, str]
"""A component: its section and name."""


def _apart(drafts: Sequence[Draft]) -> list[_Key]:
    """The components that are not the same in all documents that have them, or refer to one that is not."""
    holders: dict[_Key, list[str]] = {}
    needs: dict[_Key, set[_Key]] = {}
    for draft in drafts:
        kinds = {
            pointer: (kind, node)
            for kind, pointer, node in walk(draft.root.get("components", {}), "components")
            if pointer.count("/") == 2
        }
        for pointer, (kind, node) in kinds.items():
            _, section, name = pointer.split("/")
            key = section, unescape(name)
            holders.setdefault(key, []).append(json.dumps(skeleton(kind, node), sort_keys=True))
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
    for _, _, each in walk(node, kind):
        if isinstance(each, dict) and isinstance(each.get("$ref"), str):
            tokens = each["$ref"].split("/")
            if tokens[:2] == ["#", "components"] and len(tokens) > 3:
                yield tokens[2], unescape(tokens[3])


def _rename(draft: Draft, names: dict[_Key, str]) -> None:
    """Give components of a document other names, wherever it speaks of them."""

    def spelt(reference: str) -> str:
        tokens = reference.split("/")
        if tokens[:2] != ["#", "components"] or len(tokens) < 4:
            name = names.get(("schemas", reference))  # a mapping may name a schema without a path
            return f"#/components/schemas/{escape(name)}" if name else reference
        name = names.get((tokens[2], unescape(tokens[3])))
        return "/".join([*tokens[:3], escape(name), *tokens[4:]]) if name else reference

    for kind, _, node in walk(draft.root):
        if not isinstance(node, dict):
            continue
        if kind == "requirement":
            renamed = {names.get(("securitySchemes", name), name): scopes for name, scopes in node.items()}
            node.clear()
            node.update(renamed)
        elif kind == "discriminator" and isinstance(mapping := node.get("mapping"), dict):
            node["mapping"] = {value: spelt(name) if isinstance(name, str) else name for value, name in mapping.items()}
        elif isinstance(node.get("$ref"), str):
            node["$ref"] = spelt(node["$ref"])
    components: dict[str, dict[str, JSON]] = draft.root["components"]
    for section in {section: None for section, _ in names}:
        components[section] = {names.get((section, name), name): value for name, value in components[section].items()}
    for (section, old), new in names.items():
        above, at = f"/components/{section}/{escape(old)}", f"/components/{section}/{escape(new)}"
        draft.moved(at, draft.origin(above))
        for pointer in [pointer for pointer in draft.origins if pointer.startswith(f"{above}/")]:
            draft.moved(at + pointer[len(above) :], draft.origins.pop(pointer))


def _file(draft: Draft) -> str:
    return made_from(draft.document.text, draft.document.start) if draft.document.end else ""


def _front_matter(document: Document) -> str:
    """What stands at the top of a page between two lines of dashes."""
    if not document.text.startswith("---\n"):
        return ""
    return document.text[4 : max(document.text.find("\n---", 4), 4)] + "\n"


def _said(draft: Draft, key: str) -> str:
    info = draft.root.get("info")
    value = info.get(key) if isinstance(info, dict) else None
    return value if isinstance(value, str) else ""
