"""What a comparison says: changes, whom they break, and what they come down to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from generator.diagnostics import Origin


class Direction(StrEnum):
    """Which way it travels: callers send requests and receive responses; all else is about the client itself."""

    REQUEST = "request"
    RESPONSE = "response"
    CLIENT = "client"


class Level(StrEnum):
    """What a change asks of the client's version, in terms of https://semver.org; the worst comes first."""

    MAJOR = "major"
    MINOR = "minor"
    PATCH = "patch"

    @property
    def rank(self) -> int:
        """0 is the worst."""
        return tuple(Level).index(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What a change does in one direction.

    `types`: a type checker complains of code that was right, or that code fails by itself. `wire`: what the old client
    sends is no longer right for the new server, or what that sends is not what the old client was promised.
    """

    direction: Direction
    types: bool = False
    wire: bool = False

    @property
    def breaks(self) -> bool:
        """Whether callers are broken at all."""
        return self.types or self.wire


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A part of a document: `owner` is where the operation, model or event is that it belongs to; None is the document.

    `part` leads from there: `("parameters", "query", "limit")`, `("properties", "name")`, `("responses", "200")`.
    """

    owner: Origin | None
    part: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that is not as it was.

    `subject` is the Python name that callers know, `wire` what the document calls it. `before` and `after` are the two
    texts of what changed. `old` is None of what is new, `new` of what is gone. `calls` are the methods that it reaches.
    """

    code: str
    level: Level
    subject: str
    wire: str
    sentence: str
    effects: tuple[Effect, ...]
    before: str = ""
    after: str = ""
    old: Spot | None = None
    new: Spot | None = None
    calls: tuple[str, ...] = ()

    @property
    def types(self) -> bool:
        """Whether callers' code no longer fits, in any direction."""
        return any(effect.types for effect in self.effects)

    @property
    def wire_breaks(self) -> bool:
        """Whether the old client and the new server no longer understand each other, in any direction."""
        return any(effect.wire for effect in self.effects)

    @property
    def breaks(self) -> bool:
        """Whether callers are broken."""
        return self.types or self.wire_breaks

    @property
    def directions(self) -> tuple[Direction, ...]:
        """The directions in which it breaks; all of them where it does not break."""
        worse = tuple(effect.direction for effect in self.effects if effect.breaks)
        return worse or tuple(effect.direction for effect in self.effects)


@dataclass(frozen=True, slots=True, kw_only=True)
class Diff:
    """All changes, the worst first."""

    title: str
    changes: tuple[Change, ...]

    @property
    def level(self) -> Level | None:
        """What all changes come down to; None where there are none."""
        return min((change.level for change in self.changes), key=lambda level: level.rank, default=None)

    @property
    def counts(self) -> dict[Level, int]:
        """How many changes there are of each level."""
        found = Counter(change.level for change in self.changes)
        return {level: found[level] for level in Level}
