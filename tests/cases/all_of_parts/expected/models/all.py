# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Literal, NotRequired, TypeAlias, TypedDict
from uuid import UUID

from .._runtime.model import Model
from .._runtime.unions import union

if TYPE_CHECKING:
    from .beside import Beside
    from .cat import Cat
    from .cat_owner import CatOwner
    from .f1 import F1
    from .f4 import F4
    from .iffy import Iffy
    from .page_of_pets import PageOfPets
    from .page_of_pets2 import PageOfPets2
    from .req import Req
    from .req2 import Req2


class All(Model, rename="camel"):
    union_member: Cat | None = None

    member_union: Cat | None = None

    owner: CatOwner | None = None

    scalars: str | None = None

    typed: AllTyped | None = None

    lengths: str | None = None

    formats: str | None = None

    numbers: int | None = None
    """At least 3."""

    text: datetime | None = None

    text2: date | None = None

    tuple_: tuple[AllTupleItem, int] | None = None
    """Exactly 2 items."""

    tuple2: tuple[int, str] | None = None
    """Exactly 2 items."""

    maps: dict[str, AllMapsValue] | None = None

    iffy: Iffy | None = None

    f1: F1 | None = None

    f4: F4 | None = None

    req: Req | None = None

    req2: Req2 | None = None

    beside: Beside | None = None

    page: PageOfPets | None = None

    page2: PageOfPets2 | None = None

    enums: AllEnums | None = None

    enums2: Literal["a"] | str | None = None


class AllMapsValue(Model, rename="camel"):
    n: int

    x: str | None = None


class AllTupleItem(Model, rename="camel"):
    n: int

    x: str | None = None


AllEnums: TypeAlias = (
    Literal[
        "a",
        "b",
    ]
    | str
)


if TYPE_CHECKING:
    AllTyped: TypeAlias = date | UUID
else:
    AllTyped = union(
        __name__,
        "AllTyped",
        (
            "date",
            "UUID",
        ),
    )


if TYPE_CHECKING:

    class AllMapsValueDict(TypedDict):
        n: int
        x: NotRequired[str]

    class AllTupleItemDict(TypedDict):
        n: int
        x: NotRequired[str]
