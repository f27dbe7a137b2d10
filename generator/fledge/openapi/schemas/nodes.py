"""The nodes of a document by their pointers, each looked for once."""

from __future__ import annotations

from fledge.openapi.json_values import JSON
from fledge.openapi.pointer import child, unescape


class Nodes(dict[str, JSON]):
    """What stands at pointers: a look at one that is known already costs no call."""

    def __missing__(self, pointer: str) -> JSON:
        """Down from the nearest node above that is known already. Raise KeyError where nothing is."""
        head = pointer
        behind: list[str] = []
        while head not in self:
            head, _, token = head.rpartition("/")
            behind.append(token)
        node = self[head]
        for token in reversed(behind):
            key = unescape(token)
            node = node[key] if type(node) is dict else child(node, key)  # most are objects
            head = f"{head}/{token}"
            self[head] = node
        return node
