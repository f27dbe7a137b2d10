# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from .._runtime.model import Model
from .._runtime.unions import union


class Member(Model):
    who: MemberWho | None = None


class MemberWhoBot(Model):
    kind: Literal["bot"] = "bot"

    model: str | None = None


class MemberWhoUserOrFlow(Model):
    id: str | None = None


class MemberWhoWithEmail(Model):
    email: str | None = None


if TYPE_CHECKING:
    MemberWho: TypeAlias = MemberWhoUserOrFlow | MemberWhoBot | MemberWhoWithEmail
else:
    MemberWho = union(
        __name__,
        "MemberWho",
        (
            "MemberWhoUserOrFlow",
            "MemberWhoBot",
            "MemberWhoWithEmail",
        ),
    )
