"""Writes texts of a description into Markdown, where they can end nothing and mention nobody."""

from __future__ import annotations

import re
from collections.abc import Iterable

from fledge.diagnostics.render import escape_control_characters
from fledge.diff.changes import Phrase


def code(value: str) -> str:
    """Return a text as code; it cannot contain Markdown, HTML or a mention."""
    if not value:
        return ""
    shown = escape_control_characters(" ".join(value.split()))
    fence = "`" * (1 + max(map(len, re.findall("`+", shown)), default=0))
    pad = " " if shown[:1] == "`" or shown[-1:] == "`" else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def format_sentence(phrases: Iterable[Phrase]) -> str:
    """Return a sentence as Markdown with its code marked; the code may contain anything."""
    return "".join(code(each.text) if each.code else _escape(each.text) for each in phrases)


def _escape(value: str) -> str:
    return re.sub(r"([\\`*_\[\]<>~|@])", r"\\\1", escape_control_characters(re.sub(r"\s+", " ", value)))
