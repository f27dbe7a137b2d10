"""Compares the servers of an API, and the variables in their URLs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from fledge.diff.compare.collector import ChangeCollector
from fledge.diff.compare.context import REQUEST, ChangeContext, document_context, phrases
from fledge.diff.matching import match_by_keys
from fledge.diff.reports.types import format_value
from fledge.ir import Operation, Server, ServerVariable

_DEFAULT_PORTS = {"http": ":80", "https": ":443"}
_PERCENT = re.compile("%[0-9A-Fa-f]{2}")


def normalize_url(url: str) -> str:
    """Return equal URLs in one form (RFC 3986, 6.2): host in lower case, no default port, no trailing slash."""
    parts = urlsplit(_PERCENT.sub(_unreserved, url))
    host = parts.netloc if "{" in parts.netloc else parts.netloc.lower()
    scheme = parts.scheme.lower()
    segments: list[str] = []
    for segment in parts.path.strip("/").split("/"):
        if segment == "..":
            del segments[-1:]
        elif segment != ".":
            segments.append(segment)
    path = "/".join(segments).strip("/")
    authority = f"{scheme}://{host.removesuffix(_DEFAULT_PORTS.get(scheme, ' '))}" if host else ""
    return f"{authority}/{path}{f'?{parts.query}' if parts.query else ''}"


def _unreserved(escape: re.Match[str]) -> str:
    """An escaped character that needs no escape, else the escape in capitals."""
    character = chr(int(escape[0][1:], 16))
    return character if re.fullmatch(r"[A-Za-z0-9._~-]", character) else escape[0].upper()


def compare_servers(collector: ChangeCollector, old: Sequence[Server], new: Sequence[Server]) -> frozenset[str]:
    """Compare all servers, the first of which is the client's default; return the URLs that were removed."""
    context = document_context("client", "servers", phrases("the API"), "servers")
    # A server whose URL gains a variable is the same one: the variable has a default.
    matches = match_by_keys(old, new, lambda each: normalize_url(each.url), _default_url)
    pairs = list(matches.pairs)
    removed, added = list(matches.removed), list(matches.added)
    if len(removed) == len(added) == 1:
        pairs.append((removed.pop(), added.pop()))
        urls = pairs[-1][0].url, pairs[-1][1].url
        collector.add("server-changed", context, "moved from the server {} to {}", *urls, before=urls[0], after=urls[1])
    if not (old and new) and [normalize_url(server.url) for server in (*removed, *added)] == ["/"]:
        # A description without servers is at `/` (OpenAPI 3.2.0, 4.1.1).
        collector.compare_spelling(context, *("/" if side else "no server" for side in (old, new)))
        return frozenset()
    for server in removed:
        collector.add("server-removed", context, "no longer has the server {}", server.url, before=server.url)
    for server in added:
        collector.add("server-added", context, "has the new server {}", server.url, after=server.url)
    for before, after in pairs:
        if normalize_url(before.url) == normalize_url(after.url):
            collector.compare_spelling(context, before.url, after.url)
        collector.compare_docs(context, before.docs, after.docs)
        _compare_variables(collector, before.variables, after.variables)
        collector.report_unhandled_fields(context, before, after)
    lost = frozenset(_default_url(server) for server in old) - {_default_url(server) for server in new}
    if old and new and (old[0], new[0]) not in pairs:
        urls = old[0].url, new[0].url
        sentence = "changed its default server from {} to {}"
        collector.add("server-default-changed", context, sentence, *urls, before=urls[0], after=urls[1])
    return lost


def compare_operation_servers(
    collector: ChangeCollector, context: ChangeContext, old: Operation, new: Operation, removed: frozenset[str]
) -> None:
    """Compare where an operation is; `removed` are URLs whose removal is reported for the whole API."""
    if not old.server_urls or not new.server_urls:
        return
    if (old.server_urls, old.server) == (new.server_urls, new.server):
        return
    before, after = old.server_urls[0], new.server_urls[0]
    url = normalize_url(before)
    if (old.server and old.server.url) != (new.server and new.server.url) and url == normalize_url(after):
        collector.compare_spelling(context, before, after)
    if url not in removed and url not in map(normalize_url, new.server_urls):
        sentence = "moved from the server {} to {}"
        collector.add("operation-server-changed", context, sentence, before, after, before=before, after=after)


def _default_url(server: Server) -> str:
    return normalize_url(server.keeping(()).url)


def _compare_variables(
    collector: ChangeCollector, old: Sequence[ServerVariable], new: Sequence[ServerVariable]
) -> None:
    matches = match_by_keys(old, new, lambda each: each.name.wire)
    for each in matches.removed:
        collector.add("server-variable-removed", _variable(each), "was removed", before=format_value(each.values))
    for each in matches.added:
        collector.add("server-variable-added", _variable(each), "was added", after=format_value(each.values))
    for before, after in matches.pairs:
        context = _variable(before)
        if before.name.python != after.name.python:
            names = (before.name.python, after.name.python)
            sentence = "renamed its argument from {} to {}"
            collector.add("server-variable-renamed", context, sentence, *names, before=names[0], after=names[1])
        if before.default != after.default:
            context = replace(context, directions=REQUEST)
            defaults = (before.default, after.default)
            sentence = "changed its default from {} to {}"
            collector.add("default-changed", context, sentence, *defaults, before=defaults[0], after=defaults[1])
        _compare_values(collector, context, before.values, after.values)
        collector.compare_docs(context, before.docs, after.docs)
        collector.report_unhandled_fields(context, before, after)


def _compare_values(collector: ChangeCollector, context: ChangeContext, old: Sequence[str], new: Sequence[str]) -> None:
    """Compare the values that a variable allows; without any, it allows all."""
    if old and not new:
        collector.add("server-value-added", context, "now allows any value", before=format_value(tuple(old)))
    elif new and not old:
        values = ", ".join(new)
        collector.add("server-value-removed", context, "now allows no other values than {}", values, after=values)
    else:
        for value in old:
            if value not in new:
                collector.add("server-value-removed", context, "no longer allows {}", value, before=value)
        for value in new:
            if value not in old:
                collector.add("server-value-added", context, "now allows {}", value, after=value)


def _variable(each: ServerVariable) -> ChangeContext:
    label = phrases("server variable {}", each.name.wire)
    return document_context(f"Client({each.name.python}=)", f"server variable {each.name.wire}", label, "servers")
