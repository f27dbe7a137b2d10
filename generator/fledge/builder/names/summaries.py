"""Verbs in the summaries of operations: how people speak of reading one thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from fledge.builder.names.words import words
from fledge.openapi.views.operations import OperationView

_READ = ("fetch", "find", "get", "read", "retrieve", "show", "view")


def read_verb(operations: Iterable[OperationView]) -> str:
    """Return the verb with which most summaries of reading operations begin, such as `retrieve`; else `get`."""
    counts: Counter[str] = Counter()
    for operation in operations:
        spoken = words(operation.text("summary") or "") if operation.http_method == "get" else []
        if spoken:
            first = spoken[0].lower()
            counts.update(verb for verb in _READ if first in (verb, f"{verb}s", f"{verb}es"))
    return max(_READ, key=lambda verb: (counts[verb], verb == "get"))
