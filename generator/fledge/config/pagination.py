"""How the lists of an operation go on, where the configuration says it."""

from __future__ import annotations

from fledge.quick_dataclass import quick_dataclass


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class PaginationConfig:
    """The pages of an operation, in wire names, with dots where fields are nested.

    If `items` is None, Fledge detects it in the description. Exactly one of `token`, `last`, `page`, `offset`,
    `next_url` and `link` is set, or `none`: the operation has no pages.
    """

    none: bool = False
    items: str | None = None
    token: str = ""
    last: str = ""
    parameter: str = ""
    page: str = ""
    offset: str = ""
    next_url: str = ""
    link: bool = False
    more: str = ""
    pages: str = ""
    total: str = ""
    first: int | None = None
