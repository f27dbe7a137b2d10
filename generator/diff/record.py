"""A comparison for programs; docs/diff.md has the form, which is versioned."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.diff.placing import Shown
from generator.diff.values import Diff, Spot
from generator.places import Place


def record(diff: Diff, changes: Sequence[Shown], old: str, new: str) -> dict[str, Any]:
    """The whole of it as JSON values."""
    return {
        "old": old,
        "new": new,
        "title": diff.title,
        "verdict": str(diff.level or "none"),
        "counts": {str(level): count for level, count in diff.counts.items()},
        "changes": [_change(one) for one in changes],
    }


def _change(one: Shown) -> dict[str, Any]:
    change = one.change
    return {
        "code": change.code,
        "level": str(change.level),
        "types": change.types,
        "wire": change.wire_breaks,
        "effects": [
            {"direction": str(effect.direction), "types": effect.types, "wire": effect.wire}
            for effect in change.effects
        ],
        "subject": change.subject,
        "more": list(one.more),
        "document": change.wire,
        "message": change.sentence,
        "before": change.before or None,
        "after": change.after or None,
        "calls": list(change.calls),
        "old": _location(change.old, one.old, one.pointers[0]),
        "new": _location(change.new, one.new, one.pointers[1]),
    }


def _location(spot: Spot | None, place: Place | None, pointer: str | None) -> dict[str, Any] | None:
    if spot is None or place is None:
        return None
    return {"file": place.document.path, "line": place.line, "column": place.column, "pointer": pointer}
