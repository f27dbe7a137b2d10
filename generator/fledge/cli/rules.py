"""`fledge rules`: the codes of changes and of diagnostics, what they mean, and their pages."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Iterator, Sequence

from fledge.cli.output import Output
from fledge.diagnostics.codes import Code, diagnostic_codes, plain_text
from fledge.diagnostics.errors import DiagnosticError
from fledge.diagnostics.similar_names import suggest
from fledge.diff.changes import Direction
from fledge.diff.explanations import EXPLANATIONS
from fledge.diff.rules import BY_CODE, RULES, Breakage, Rule
from fledge.documentation import page_location

_WIDTH = 88


def run(options: argparse.Namespace) -> Iterator[Output]:
    """Print a line for each code, or all about those that are named. Raise DiagnosticError for an unknown one."""
    codes = {each.code: each for each in diagnostic_codes()}
    for name in options.names:
        if name not in BY_CODE and name not in codes:
            hint = suggest(name, [*BY_CODE, *codes]) or "run: fledge rules"
            raise DiagnosticError("unknown-rule", f"there is no rule `{name}`", hint=hint)
    blocks = [
        [*(_rule_lines(BY_CODE[name]) if name in BY_CODE else ()), *(_code_lines(codes[name]) if name in codes else ())]
        for name in options.names
    ]
    lines = [line for block in blocks for line in (*block, "")][:-1]
    yield Output(lines=lines if blocks else _all_lines())


def _all_lines() -> list[str]:
    """A line for each code, in two parts."""
    codes = diagnostic_codes()
    width = max(map(len, (*BY_CODE, *(each.code for each in codes))))
    return [
        f"changes that `fledge diff` reports ({page_location('rules.md')}):",
        "",
        *(f"{rule.code:<{width}}  {rule.summary} ({_effects(rule)})" for rule in RULES),
        "",
        f"diagnostics ({page_location('diagnostics.md')}):",
        "",
        *(f"{each.code:<{width}}  {each.severity}: {plain_text(each.meaning).partition('. ')[0]}" for each in codes),
    ]


def _rule_lines(rule: Rule) -> list[str]:
    summary = f"{rule.summary[:1].upper()}{rule.summary[1:]}."
    return [
        f"{rule.code}: a change that `fledge diff` reports ({_effects(rule)})",
        *_paragraph(f"{summary} {plain_text(EXPLANATIONS[rule.code])}"),
        f"  {page_location(f'rules.md#{rule.code}')}",
    ]


def _code_lines(code: Code) -> Sequence[str]:
    return [
        f"{code.code}: {code.severity}",
        *_paragraph(plain_text(code.meaning)),
        *_paragraph(f"help: {plain_text(code.action)}"),
        f"  {page_location(code.page)}",
    ]


def _paragraph(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent="  ", subsequent_indent="  ", break_long_words=False)


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
