"""Servers of the document: where operations are, and which parts of that can be chosen."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

from generator.loader.spec import escape
from generator.model.api import Name, Server, ServerVariable
from generator.model.facts import docs
from generator.model.naming import Given, field_names


def first_server(holder: Mapping[str, Any]) -> Server | None:
    """The first server of a document or an operation. Its variables have the names of the wire in Python, too."""
    return next(iter(_all(holder)), None)


def servers(
    root: Mapping[str, Any], used: Iterable[Server], given: Given, taken: Collection[str]
) -> tuple[Server, ...]:
    """The one that most operations use, its variables named as arguments, then the others of the document."""
    counts, stated = Counter(used), _all(root)
    usual = sorted(counts, key=lambda server: (-counts[server], server not in stated[:1], server.url))[:1]
    first, *others = dict.fromkeys([*usual, *stated]) or [None]
    if first is None:
        return ()
    names = field_names(
        {v.name.wire: f"/servers/0/variables/{escape(v.name.wire)}" for v in first.variables},
        given,
        taken=taken,
        suffix="variable",
    )
    named = (replace(v, name=Name(wire=v.name.wire, python=names[v.name.wire])) for v in first.variables)
    return (replace(first, variables=tuple(named)), *others)


def _all(holder: Mapping[str, Any]) -> list[Server]:
    stated = holder.get("servers")
    return [_server(each) for each in (stated if isinstance(stated, list) else ()) if isinstance(each.get("url"), str)]


def _server(raw: Mapping[str, Any]) -> Server:
    url: str = raw["url"]
    stated: Mapping[str, Any] = raw.get("variables") or {}
    return Server(
        url=url,
        docs=docs(raw),
        variables=tuple(
            _variable(name, stated[name])
            for name in dict.fromkeys(re.findall(r"\{([^{}]+)\}", url))
            if isinstance(stated.get(name), Mapping)
        ),
    )


def _variable(name: str, raw: Mapping[str, Any]) -> ServerVariable:
    values = raw.get("enum")
    return ServerVariable(
        name=Name(wire=name, python=name),
        default=str(raw.get("default", "")),
        docs=docs(raw),
        values=tuple(dict.fromkeys(str(value) for value in values)) if isinstance(values, list) else (),
    )
