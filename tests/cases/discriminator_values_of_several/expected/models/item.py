# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from .._runtime.unions import union

if TYPE_CHECKING:
    from .answer import Answer
    from .call import Call
    from .question import Question

if TYPE_CHECKING:
    Item: TypeAlias = Question | Answer | Call
else:
    Item = union(
        __name__,
        "Item",
        (
            "Question",
            "Answer",
            "Call",
        ),
        discriminator="type",
        mapping={
            "call": "Call",
        },
    )
