"""docs/rules.md: each rule with what a caller meets, an example that is true, and how it is allowed."""

from __future__ import annotations

import difflib
import os
import tomllib
from pathlib import Path

import yaml

from fledge.diff.explanations import EXPLANATIONS
from fledge.diff.reports.changelog import effect_text
from fledge.diff.reports.prose import code, format_sentence
from fledge.diff.rules import BY_CODE, RULES, Rule
from tests.conftest import ROOT
from tests.diff.description import compare_documents, modified
from tests.diff.test_rules import CASES

PAGE = ROOT / "docs" / "rules.md"
MARK = "## Rules\n"
LONGEST = 24


def test_each_rule_is_explained() -> None:
    """No rule is without a text, and there is none of a rule that is gone."""
    assert list(EXPLANATIONS) == [rule.code for rule in RULES]


def test_the_page_has_each_rule(tmp_path: Path) -> None:
    """The sections are what the rules, their texts and their cases say; FLEDGE_ACCEPT=1 writes them."""
    sections = MARK + "".join(_section(rule, tmp_path) for rule in RULES)
    text = PAGE.read_text(encoding="utf-8")
    if os.environ.get("FLEDGE_ACCEPT"):
        text = text.partition(MARK)[0] + sections
        PAGE.write_text(text, encoding="utf-8")
    assert text.partition(MARK)[1] + text.partition(MARK)[2] == sections


def _section(rule: Rule, folder: Path) -> str:
    lines = [
        "",
        f"### `{rule.code}`",
        "",
        f"{rule.summary[:1].upper()}{rule.summary[1:]}. {EXPLANATIONS[rule.code]}",
        "",
    ]
    subject = "*"
    case = CASES.get(rule.code)
    if case is not None:
        old = modified(*case.before)
        new = modified(*case.steps, of=old)
        diff = compare_documents(folder, old, new).diff
        change = next(each for each in diff.changes if each.code == rule.code)
        subject = change.subject
        lines += ["```diff", *_difference(old, new), "```", ""]
        lines += [f"> {code(change.subject)}: {format_sentence(change.sentence)}.{effect_text(change)}", ""]
    else:
        lines += [
            "The lock keeps names, so no edit of a description makes this change: a setting does, or another Fledge.",
            "",
        ]
    lines += ["```toml", f'"{rule.code} {subject}" = "…"', "```"]
    return "".join(f"{line}\n" for line in lines)


def _difference(old: object, new: object) -> list[str]:
    texts = [yaml.safe_dump(each, sort_keys=False).splitlines() for each in (old, new)]
    lines = [
        line for line in difflib.unified_diff(*texts, n=3, lineterm="") if not line.startswith(("---", "+++", "@@"))
    ]
    return lines[:LONGEST] + (["…"] if len(lines) > LONGEST else [])


def test_the_lines_that_allow_are_toml() -> None:
    """Each can be pasted, and names its rule."""
    blocks = PAGE.read_text(encoding="utf-8").split("```toml\n")[1:]
    keys = [key for block in blocks for key in tomllib.loads(block.partition("```")[0])]
    assert [key.partition(" ")[0] for key in keys] == [*BY_CODE]
