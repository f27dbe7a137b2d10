"""The table of the codes of diagnostics: `codes.toml` beside this module has a row for each."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fledge.diagnostics.diagnostic import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A kind of diagnostic: `meaning` and `action` are Markdown on one line, `group` is a section of the page."""

    code: str
    severities: tuple[Severity, ...]
    meaning: str
    action: str
    group: str

    @property
    def severity(self) -> str:
        """The severities in words: `error or warning`."""
        return " or ".join(self.severities)

    @property
    def page(self) -> str:
        """The section of the documentation that explains the code."""
        return f"diagnostics.md#{re.sub(r'[^a-z0-9]+', '-', self.group.lower())}"


@cache
def diagnostic_codes() -> tuple[Code, ...]:
    """Return all codes in the order of the page."""
    groups = tomllib.loads(Path(__file__).with_name("codes.toml").read_text(encoding="utf-8"))
    return tuple(
        Code(
            code=code,
            severities=tuple(map(Severity, row["severity"].split(" or "))),
            meaning=row["meaning"],
            action=row["action"],
            group=group,
        )
        for group, rows in groups.items()
        for code, row in rows.items()
    )


def plain_text(markdown: str) -> str:
    """Return a line of Markdown as text: a link is its words."""
    return re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", markdown)
