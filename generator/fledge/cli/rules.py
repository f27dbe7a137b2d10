"""`fledge rules`: the kinds of change, what each one breaks, and its page."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from fledge.cli.output import Output
from fledge.diagnostics.errors import DiagnosticError, suggest
from fledge.diff.changes import Direction
from fledge.diff.rules import RULES, Breakage, Rule


def run(options: argparse.Namespace) -> Iterator[Output]:
    """Print a line for each rule, or the rules that are named. Raise DiagnosticError for an unknown one."""
    rules = {rule.code: rule for rule in RULES}
    for code in options.names:
        if code not in rules:
            raise DiagnosticError(
                "unknown-rule", f"there is no rule `{code}`", hint=suggest(code, rules) or "run: fledge rules"
            )
    chosen = [rules[code] for code in options.names] or list(rules.values())
    width = max(len(rule.code) for rule in chosen)
    yield Output(lines=[f"{rule.code:<{width}}  {rule.summary} ({_effects(rule)})" for rule in chosen])


def _effects(rule: Rule) -> str:
    """What a change breaks, such as `request: wire; response: nothing`."""
    effects = {str(direction): rule.breaks(direction) for direction in Direction}
    return "; ".join(f"{direction}: {_BREAKS[breakage]}" for direction, breakage in effects.items() if breakage)


_BREAKS = {
    Breakage.NOTHING: "breaks nothing",
    Breakage.TYPES: "breaks types",
    Breakage.WIRE: "breaks the wire",
    Breakage.BOTH: "breaks types and the wire",
    Breakage.COMPARED: "depends on the two types",
}
