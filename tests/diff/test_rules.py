"""The table of rules: each rule has a case, and a row in the docs."""

from __future__ import annotations

import os
import re
from pathlib import Path

from fledge.diff.changes import Direction
from fledge.diff.rules import RULES, Breakage, Rule
from tests.conftest import ROOT
from tests.diff.compare import (
    test_api,
    test_bodies,
    test_models,
    test_operations,
    test_parameters,
    test_responses,
    test_types,
)
from tests.diff.compare.test_edited_ir import NAMED
from tests.diff.description import compare_documents, modified, put

CASES = {
    name: case
    for module in (test_operations, test_parameters, test_types, test_bodies, test_responses, test_models, test_api)
    for name, case in module.CASES.items()
}


def test_each_rule_has_a_case() -> None:
    """No rule is without a case, and each case has a change of the rule that it is named after."""
    codes = {name: name.partition(",")[0] for name in CASES}
    assert {*codes.values(), *NAMED} == {rule.code for rule in RULES}
    for name, each in CASES.items():
        assert any(change.startswith(f"{codes[name]} ") for change in each.changes), name


def test_order_and_version_are_no_change(tmp_path: Path) -> None:
    """The same content in another order and with another version has no changes."""
    new = modified(put("info version", "2"))
    new["paths"] = dict(reversed(new["paths"].items()))
    new["components"]["schemas"] = dict(reversed(new["components"]["schemas"].items()))
    assert compare_documents(tmp_path, modified(), new).diff.changes == ()


def test_the_docs_have_the_table_of_rules() -> None:
    """docs/diff.md has a row for each rule; with FLEDGE_ACCEPT=1, the table is written into the page."""
    path = ROOT / "docs" / "diff.md"
    text = path.read_text(encoding="utf-8")
    rows = "".join(_row(rule) for rule in RULES)
    if os.environ.get("FLEDGE_ACCEPT"):
        text = re.sub(rf"(?<={re.escape(HEAD)})(\|.*\n)+", lambda _: rows, text)
        path.write_text(text, encoding="utf-8")
    assert text.partition(HEAD)[2].partition("\n\n")[0] + "\n" == rows


def _row(rule: Rule) -> str:
    effects = (rule.breaks(each) for each in (Direction.REQUEST, Direction.RESPONSE, Direction.CLIENT))
    cells = (f"`{rule.code}`", rule.summary, *(WORDS[each] if each else "" for each in effects), str(rule.level))
    return f"| {' | '.join(cells)} |\n"


HEAD = (
    "| Code | What | Request breaks | Response breaks | Client breaks | Else |\n| --- | --- | --- | --- | --- | --- |\n"
)
WORDS = {
    Breakage.NOTHING: "nothing",
    Breakage.TYPES: "types",
    Breakage.WIRE: "wire",
    Breakage.BOTH: "types, wire",
    Breakage.COMPARED: "depends on the types",
}
