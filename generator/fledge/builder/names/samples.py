"""What samples of code in a description call operations: `client.chat.completions.create(…)` in Python."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from fledge.builder.identities import MethodId
from fledge.openapi.views.code_samples import python_samples
from fledge.openapi.views.operations import OperationView

_CLIENT = re.compile(r"\b(\w+)\s*=\s*(?:\w+\.)*[A-Z]\w*\(|\b[A-Z]\w*\([^()]*\)\s+as\s+(\w+)\s*[:,]")
_VIEWS = re.compile(r"\.with_(?:raw|streaming)_response\b")


def sampled_calls(operations: Mapping[MethodId, OperationView]) -> dict[MethodId, str]:
    """Return the call of each operation whose samples agree on one, without `client`, if no other has that call."""
    calls: dict[MethodId, str] = {}
    for id, operation in operations.items():
        each = {call for code in python_samples(operation.raw) for call in _calls(code)}
        if len(each) == 1:
            calls[id] = each.pop()
    counts = Counter(calls.values())
    return {id: call for id, call in calls.items() if counts[call] == 1}


def _calls(code: str) -> Iterator[str]:
    clients = {name for match in _CLIENT.finditer(code) for name in match.groups() if name} | {"client"}
    called = r"\b(?:%s)((?:\.[a-z][a-z0-9_]*){2,})\(" % "|".join(sorted(map(re.escape, clients)))
    return (match.group(1).removeprefix(".") for match in re.finditer(called, _VIEWS.sub("", code)))
