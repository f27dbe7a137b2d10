"""Black's last word on generated text; the only module that knows black."""

from __future__ import annotations


def formatted(text: str) -> str:
    """Python text as Black leaves it, with a mode that no configuration changes."""
    from black import format_file_contents
    from black.mode import Mode, TargetVersion
    from black.report import NothingChanged

    try:
        return format_file_contents(text, fast=True, mode=Mode(target_versions={TargetVersion.PY311}, line_length=88))
    except NothingChanged:
        return text
