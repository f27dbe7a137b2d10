"""Renders a comparison for programs; docs/diff.md describes the form, which is versioned."""

from __future__ import annotations

from collections.abc import Sequence

from fledge.diagnostics.positions import SourceRange
from fledge.diff.changes import Diff, DocumentNode
from fledge.diff.locations import LocatedChange


def to_json(diff: Diff, changes: Sequence[LocatedChange], old: str, new: str) -> dict[str, object]:
    """Return the comparison of two descriptions, named `old` and `new`, as JSON values."""
    return {
        "old": old,
        "new": new,
        "title": diff.title,
        "verdict": str(diff.level or "none"),
        "counts": {str(level): count for level, count in diff.counts.items()},
        "changes": [_change(one) for one in changes],
    }


def _change(one: LocatedChange) -> dict[str, object]:
    change = one.change
    return {
        "code": change.code,
        "level": str(change.level),
        "types": change.types_break,
        "wire": change.wire_breaks,
        "effects": [
            {"direction": str(effect.direction), "types": effect.types, "wire": effect.wire}
            for effect in change.effects
        ],
        "subject": change.subject,
        "more": list(one.same_location),
        "document": change.wire_name,
        "message": change.message,
        "before": change.before or None,
        "after": change.after or None,
        "calls": list(change.calls),
        "allowed": change.allowed or None,
        "old": _location(change.old, one.old, one.pointers[0]),
        "new": _location(change.new, one.new, one.pointers[1]),
    }


def _location(node: DocumentNode | None, location: SourceRange | None, pointer: str | None) -> dict[str, object] | None:
    if node is None or location is None:
        return None
    return {"file": location.document.path, "line": location.line, "column": location.column, "pointer": pointer}
