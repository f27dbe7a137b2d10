"""Which parts of a description a client has: the patterns of `include` and `exclude`."""

from __future__ import annotations

from dataclasses import fields

from fledge.quick_dataclass import quick_dataclass


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Patterns by what they are compared with; `operations` are ids or a method and a path."""

    tags: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    operations: tuple[str, ...] = ()
    schemas: tuple[str, ...] = ()
    webhooks: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return any(getattr(self, each.name) for each in fields(self))

    @property
    def matches(self) -> bool:
        """Whether it names operations or webhooks, and not schemas alone."""
        return bool(self.tags or self.paths or self.operations or self.webhooks)
