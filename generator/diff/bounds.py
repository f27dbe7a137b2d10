"""What the facts of a field or parameter allow, read back from their words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

_NUMBER = r"-?\d[\d.]*(?:[eE][+-]?\d+)?"
_RANGE = re.compile(
    rf"(?:(?P<low>{_NUMBER}) to |at least (?P<least>{_NUMBER})|at most )(?P<high>{_NUMBER})?(?: (?P<unit>\w+))?"
)
_DEFAULT = "default: "


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """The phrases that bound a value, and its default. The phrases are those of `generator/model/facts.py`."""

    limits: tuple[str, ...] = ()
    default: str = ""

    @classmethod
    def of(cls, facts: Sequence[str]) -> Bounds:
        """The two kinds of facts."""
        default = [fact.removeprefix(_DEFAULT) for fact in facts if fact.startswith(_DEFAULT)]
        return cls(
            limits=tuple(fact for fact in facts if not fact.startswith(_DEFAULT)), default="".join(default).strip("`")
        )

    def allows(self, other: Bounds) -> bool:
        """Whether each value within `other` is within these; two patterns are alike only if they are the same."""
        theirs = other._ranges()
        for unit, (low, high) in self._ranges().items():
            their_low, their_high = theirs.get(unit, (-inf, inf))
            if unit == "":
                pass
            elif unit == "count":  # "not empty", of texts and lists alike
                their_low = max(low for low, _ in theirs.values()) if theirs else -inf
            elif "count" in theirs:
                their_low = max(their_low, 1)
            if their_low < low or their_high > high:
                return False
        return {*self._patterns()} <= {*other._patterns()}

    def _ranges(self) -> dict[str, tuple[float, float]]:
        found: dict[str, tuple[float, float]] = {}
        for limit in self.limits:
            if limit == "not empty":
                found["count"] = (1, inf)
            elif match := _RANGE.fullmatch(limit):
                low, high = match["low"] or match["least"] or -inf, match["high"] or inf
                found[match["unit"] or ""] = (float(low), float(high))
        return found

    def _patterns(self) -> list[str]:
        return [limit for limit in self.limits if limit.startswith("matches ")]
