"""Finds a prefix that moved between the URLs of servers and the paths, so that no operation has another URL."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from fledge.diff.compare.collector import ChangeCollector
from fledge.diff.compare.context import document_context, phrases
from fledge.diff.compare.servers import normalize_url
from fledge.ir import Api, Operation, Server


@dataclass(frozen=True, slots=True, kw_only=True)
class PrefixMove:
    """A prefix such as `/v1`, which the paths have now if it moved `to_paths`, else the servers."""

    prefix: str
    to_paths: bool

    def undo(self, new: Api) -> Api:
        """Return the new API with the prefix where the old one has it."""
        resources = (
            replace(resource, operations=tuple(map(self._restore, resource.operations))) for resource in new.resources
        )
        servers = (replace(each, url=self._url(each.url)) for each in new.servers)
        return replace(new, servers=tuple(servers), resources=tuple(resources))

    def report(self, collector: ChangeCollector) -> None:
        """Report the move once, for the whole API."""
        ends = ("servers", "paths") if self.to_paths else ("paths", "servers")
        context = document_context("client", "servers", phrases("the API"), "servers")
        sentence = f"moved the prefix {{}} from its {ends[0]} to its {ends[1]}; a {{}} of callers has to follow"
        collector.add("server-prefix-moved", context, sentence, self.prefix, "base_url", before=ends[0], after=ends[1])

    def _restore(self, operation: Operation) -> Operation:
        if operation.server is not None:
            return operation
        path = operation.path.removeprefix(self.prefix) if self.to_paths else f"{self.prefix}{operation.path}"
        return replace(operation, path=path, server_urls=tuple(map(self._url, operation.server_urls)))

    def _url(self, url: str) -> str:
        url = url.rstrip("/")
        return f"{url}{self.prefix}" if self.to_paths else url.removesuffix(self.prefix)


def find_prefix_move(old: Api, new: Api) -> PrefixMove | None:
    """Return the prefix that all servers of one side have, and all paths of the other side."""
    for longer, shorter, to_paths in ((old, new, True), (new, old, False)):
        prefix = _surplus(longer.servers, shorter.servers)
        if prefix and all(path.startswith(f"{prefix}/") for path in _paths(shorter)):
            return PrefixMove(prefix=prefix, to_paths=to_paths)
    return None


def _surplus(longer: Sequence[Server], shorter: Sequence[Server]) -> str:
    """What each URL has behind the one at its place on the other side; empty if they do not have the same."""
    pairs = [tuple(normalize_url(each.url).rstrip("/") for each in pair) for pair in zip(longer, shorter)]
    surplus = {one.removeprefix(other) if one.startswith(f"{other}/") else "" for one, other in pairs}
    return surplus.pop() if len(surplus) == 1 and len(longer) == len(shorter) else ""


def _paths(of: Api) -> Iterator[str]:
    return (each.path for resource in of.resources for each in resource.operations if each.server is None)
