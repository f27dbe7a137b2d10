"""A dataclass of which a run makes tens of thousands: frozen for type checkers, and as quick to make as if it were not.

A frozen dataclass sets each field by a call, which takes more than twice the time of an assignment. `mypy --strict`
reports code that changes a frozen value, whoever made it; here, nothing else stops such code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["quick_dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass as quick_dataclass
else:
    from dataclasses import dataclass

    def quick_dataclass(*, frozen, **options):
        """Return the decorator of a dataclass that is hashed by its fields, as a frozen one is."""
        assert frozen
        return dataclass(unsafe_hash=True, **options)
