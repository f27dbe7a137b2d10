"""The values that a comparison returns: changes, and the effect of each on callers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from fledge.diagnostics.source import SourcePointer
from fledge.quick_dataclass import quick_dataclass


class Direction(StrEnum):
    """Where a change has an effect: in what callers send, in what they receive, or in the client itself."""

    REQUEST = "request"
    RESPONSE = "response"
    CLIENT = "client"


class Level(StrEnum):
    """The part of the client's version that a change raises (https://semver.org); the worst comes first."""

    MAJOR = "major"
    MINOR = "minor"
    PATCH = "patch"

    @property
    def rank(self) -> int:
        """The position in the order of levels; 0 is the worst."""
        return tuple(Level).index(self)


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """The effect of a change in one direction.

    `types`: a type checker rejects code that it accepted, or that code raises. `wire`: the new server rejects or
    ignores what the old client sends, or sends what the old client does not expect.
    """

    direction: Direction
    types: bool = False
    wire: bool = False

    @property
    def breaks(self) -> bool:
        """Whether callers are broken at all."""
        return self.types or self.wire


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class DocumentNode:
    """A part of a document. `owner` is the operation, model or webhook that it belongs to; None is the document.

    `part` leads from there: `("parameters", "query", "limit")`, `("properties", "name")`, `("responses", "200")`.
    """

    owner: SourcePointer | None
    part: tuple[str, ...] = ()


@quick_dataclass(frozen=True, slots=True)
class Phrase:
    """A part of a sentence; `code` marks a name, type or value."""

    text: str
    code: bool = False


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference between two descriptions.

    `subject` is the Python name that callers use, `wire_name` the name in the document, and `endpoint` the method and
    path of the operation, if the change is one of an operation. `sentence` can be read without the subject. `before`
    and `after` are the two values. `old` is None if the part is new, `new` if it was removed. `calls` are the methods
    that the change reaches. `allowed` is the reason for which the configuration allows the change.
    """

    code: str
    level: Level
    subject: str
    wire_name: str
    sentence: tuple[Phrase, ...]
    effects: tuple[Effect, ...]
    endpoint: str = ""
    before: str = ""
    after: str = ""
    old: DocumentNode | None = None
    new: DocumentNode | None = None
    calls: tuple[str, ...] = ()
    allowed: str = ""

    @property
    def message(self) -> str:
        """The sentence as text, code between backticks."""
        return "".join(f"`{each.text}`" if each.code else each.text for each in self.sentence)

    @property
    def types_break(self) -> bool:
        """Whether callers' code breaks, in any direction."""
        return any(effect.types for effect in self.effects)

    @property
    def wire_breaks(self) -> bool:
        """Whether the old client and the new server are incompatible, in any direction."""
        return any(effect.wire for effect in self.effects)

    @property
    def breaks(self) -> bool:
        """Whether callers are broken."""
        return self.types_break or self.wire_breaks

    @property
    def directions(self) -> tuple[Direction, ...]:
        """The directions in which the change breaks callers; all of its directions if it breaks nobody."""
        broken = tuple(effect.direction for effect in self.effects if effect.breaks)
        return broken or tuple(effect.direction for effect in self.effects)


@dataclass(frozen=True, slots=True, kw_only=True)
class Diff:
    """All changes, the worst first. `endpoints` are the methods and paths of the calls of both sides."""

    title: str
    changes: tuple[Change, ...]
    endpoints: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def level(self) -> Level | None:
        """The level of the worst change; None if there are no changes."""
        return _worst(self.changes)

    @property
    def unallowed_level(self) -> Level | None:
        """The level of the worst change that the configuration does not allow."""
        return _worst(change for change in self.changes if not change.allowed)

    @property
    def counts(self) -> dict[Level, int]:
        """The number of changes of each level."""
        counter = Counter(change.level for change in self.changes)
        return {level: counter[level] for level in Level}


def _worst(changes: Iterable[Change]) -> Level | None:
    return min((change.level for change in changes), key=lambda level: level.rank, default=None)
