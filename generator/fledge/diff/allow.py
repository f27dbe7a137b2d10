"""Changes that the configuration allows: a rule, perhaps what it concerns, and the reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fnmatch import fnmatchcase

from fledge.diff.changes import Change, Diff


def split_allowance(key: str) -> tuple[str, str]:
    """Return the code of the rule, and the pattern of subjects: `parameter-removed client.pets.*` has both."""
    code, _, pattern = key.partition(" ")
    return code, pattern.strip() or "*"


def allow_changes(diff: Diff, allowances: Mapping[str, str]) -> Diff:
    """Return the comparison with the reason at each change that is allowed."""
    rules = [(*split_allowance(key), reason) for key, reason in allowances.items()]
    return replace(diff, changes=tuple(_allowed(each, rules) for each in diff.changes)) if rules else diff


def _allowed(change: Change, rules: list[tuple[str, str, str]]) -> Change:
    for code, pattern, reason in rules:
        if code == change.code and any(
            fnmatchcase(name, _literal_brackets(pattern)) for name in (change.subject, change.endpoint)
        ):
            return replace(change, allowed=reason)
    return change


def _literal_brackets(pattern: str) -> str:
    """Only `*` and `?` mean something: a subject may have brackets."""
    return pattern.replace("[", "[[]")
