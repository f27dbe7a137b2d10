"""Second stage: a Spec becomes an Api, the intermediate representation."""

from __future__ import annotations

from generator.model.build import build

__all__ = ["build"]
