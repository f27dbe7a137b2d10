"""The same path on different servers: other operations, which merging must not take for variants of one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar
from urllib.parse import urlsplit

from fledge.loader.document_tree import DocumentTree
from fledge.loader.normalize.inheritance import operations
from fledge.openapi.json_values import JSON
from fledge.openapi.objects import walk_references
from fledge.openapi.path_template import EXPRESSION, server_path
from fledge.openapi.pointer import is_below, join, last_token, rebase

T = TypeVar("T")

_Urls = dict[str, None]
"""The URLs of servers, each once; none where a description does not say where it is served."""


def separate_servers(trees: Sequence[DocumentTree]) -> None:
    """Give paths that descriptions serve at different servers keys of their own: `/users @ /federation/v1`.

    Two path items are of one API if they share a server, or if one names none. The servers of most descriptions keep
    the bare path.
    """
    holders: dict[str, list[DocumentTree]] = {}
    for tree in trees:
        for path in tree.root.get("paths", {}):
            if not path.startswith("x-"):
                holders.setdefault(path, []).append(tree)
    usual = [urls for urls, _ in _clusters([(_document_urls(tree), tree) for tree in trees])]
    renamed: dict[str, dict[str, str]] = {}
    for path, each in holders.items():
        if len(each) > 1 and _has_conflict(path, each):
            clusters = _clusters([(_path_urls(tree, path), tree) for tree in each])
            rank = {id(urls): _rank(urls, usual) for urls, _ in clusters}
            clusters.sort(key=lambda cluster: (rank[id(cluster[0])], min(cluster[0], default="")))
            for (_, members), label in zip(clusters[1:], _labels([urls for urls, _ in clusters])[1:]):
                for tree in members:
                    renamed.setdefault(tree.name, {})[path] = server_path(path, label)
    for tree in trees:
        if tree.name in renamed:
            _rename(tree, renamed[tree.name])


def _has_conflict(path: str, trees: Sequence[DocumentTree]) -> bool:
    """Whether two descriptions have the same method on a path, and no server in common."""
    by_method: dict[str, list[_Urls]] = {}
    for tree in trees:
        for at, operation in operations("", tree.root["paths"][path]):
            by_method.setdefault(last_token(at), []).append(_urls(operation))
    return any(len(_clusters([(urls, None) for urls in all_urls])) > 1 for all_urls in by_method.values())


def _clusters(items: Sequence[tuple[_Urls, T]]) -> list[tuple[_Urls, list[T]]]:
    """Items whose servers overlap, directly or through others, with all their servers; the most items first.

    Those that name no server are with the most of the others.
    """
    clusters: list[tuple[_Urls, list[T]]] = []
    for urls, item in items:
        if urls:
            near = [cluster for cluster in clusters if not urls.keys().isdisjoint(cluster[0])]
            joined: tuple[_Urls, list[T]] = ({}, [])
            for each in near:
                joined[0].update(each[0])
                joined[1].extend(each[1])
            joined[0].update(urls)
            joined[1].append(item)
            clusters = [*(each for each in clusters if each not in near), joined]
    clusters.sort(key=lambda cluster: (-len(cluster[1]), min(cluster[0])))
    clusters = clusters or [({}, [])]
    clusters[0][1].extend(item for urls, item in items if not urls)
    return clusters


def _rank(urls: _Urls, usual: Sequence[_Urls]) -> int:
    """How usual servers are: those of most descriptions first."""
    return next((rank for rank, each in enumerate(usual) if not urls.keys().isdisjoint(each)), len(usual))


def _labels(all_urls: Sequence[_Urls]) -> list[str]:
    """What tells servers apart: the paths of their URLs, or the whole URLs if these are the same."""
    first = [min(urls, default="") for urls in all_urls]
    paths = [urlsplit(url).path for url in first]
    return paths if len({*paths}) == len(paths) and all(paths) else first


def _document_urls(tree: DocumentTree) -> _Urls:
    return {
        url: None for path in tree.root.get("paths", {}) if not path.startswith("x-") for url in _path_urls(tree, path)
    }


def _path_urls(tree: DocumentTree, path: str) -> _Urls:
    item = tree.root["paths"][path]
    return {url: None for _, operation in operations("", item) for url in _urls(operation)}


def _urls(operation: dict[str, JSON]) -> _Urls:
    """The URLs of an operation's servers with the defaults of their variables; none that says nothing."""
    urls: _Urls = {}
    for server in operation.get("servers", ()):
        variables = server.get("variables", {})
        url = EXPRESSION.sub(
            lambda match: str(variables.get(match[1], {}).get("default", match[1])), str(server.get("url", ""))
        )
        urls[url.rstrip("/")] = None
    urls.pop("", None)
    return urls


def _rename(tree: DocumentTree, keys: dict[str, str]) -> None:
    """Give paths of a description other keys, wherever it speaks of them."""
    moves = {join("/paths", path): join("/paths", key) for path, key in keys.items()}
    for _, _, node in walk_references(tree.root):
        pointer = node["$ref"].removeprefix("#")
        for old, new in moves.items():
            if is_below(pointer, old):
                node["$ref"] = f"#{rebase(pointer, old, new)}"
    tree.root["paths"] = {keys.get(path, path): item for path, item in tree.root["paths"].items()}
    for old, new in moves.items():
        tree.moved(new, tree.origin(old))
        for pointer in [pointer for pointer in tree.source_map if is_below(pointer, old)]:
            tree.moved(rebase(pointer, old, new), tree.source_map.pop(pointer))
