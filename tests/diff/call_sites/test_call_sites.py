"""mypy accepts code for the old package with the new one, unless the verdict says that types break."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from fledge.emitter.emit import emit
from fledge.ir import Api
from tests.conftest import ROOT
from tests.diff.call_sites.code import call_sites
from tests.diff.pairs.pair import both_directions, build_both, has_same_code
from tests.diff.pairs.test_pairs import PAIRS

TEXTS = "a string is a sequence of strings to type checkers"
ANY = "type checkers accept Any in any place"
BODY = "the body of an exception is `X | object`, so code asks for its type"
INVARIANT = "only a variable with the old annotation is an error, and readers rarely write one"
REASONS = {
    "sent: string to array ->": TEXTS,
    "parameter: array to string <-": TEXTS,
    "call: sent, too: any value ->": "a value that is absent is UNSET, which is Any as well",
    "call: media type becomes a range ->": "the client raises ValueError without `content_type`",
    "answer: read-only property of a body alone <-": "nobody reads the class, and yet it is public",
    "call: the only success removed ->": ANY,
    "answer: only success gone, and its model lives on ->": ANY,
    "answer: 202 loses its body ->": ANY,
    "call: error of another type ->": BODY,
    "call: error of another type <-": BODY,
    "call: error with a model goes, and default differs <-": BODY,
    "call: error of a date goes ->": BODY,
    "call: error loses its body ->": BODY,
    "answer: error becomes text <-": BODY,
    "answer: date of an error, and none ->": BODY,
    "spelling: 404 for 4XX, in words of a component <-": BODY,
    "received: items become nullable <-": INVARIANT,
    "received: map of const and of enum of one <-": INVARIANT,
    "received: items: const and enum of one <-": INVARIANT,
    "openness: received items <-": INVARIANT,
    "openness: received values of a map <-": INVARIANT,
}
"""Where mypy and the verdict differ, and why that is right."""
ERROR = re.compile(r"^(site\d+)\.py:\d+: error: (.*)$", re.MULTILINE)


def _write(folder: Path, api: Api) -> dict[str, str]:
    files = {path: text for path, text in emit(api, runtime_level=1).files.items() if path.endswith((".py", ".pyi"))}
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return files


@pytest.mark.types
def test_call_sites_of_the_old_package_agree_with_the_verdict(tmp_path: Path) -> None:
    """Each pair whose packages differ, in both directions, in one run of mypy."""
    packages = tmp_path / "packages"
    shutil.copytree(ROOT / "generator" / "fledge" / "runtime", packages / "_runtime")
    (packages / "__init__.py").touch()
    verdicts: dict[str, tuple[str, str]] = {}
    for index, (name, old, new, verdict) in enumerate(both_directions(PAIRS)):
        before, after = build_both(tmp_path, old, new)
        if not has_same_code(before, after):
            files = _write(packages / f"old{index}", before)
            _write(packages / f"new{index}", after)
            code = call_sites(before, files, f"packages.old{index}", f"packages.new{index}")
            (tmp_path / f"site{index}.py").write_text(code, encoding="utf-8")
            verdicts[f"site{index}"] = name, verdict
    errors: dict[str, str] = {}
    sites = [f"{site}.py" for site in verdicts]
    command = [sys.executable, "-m", "mypy", "--strict", "--no-warn-return-any", "--follow-imports=silent"]
    done = subprocess.run([*command, *sites], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode in (0, 1), done.stdout + done.stderr
    for site, message in ERROR.findall(done.stdout):
        errors.setdefault(site, message)
    problems = {
        name: errors.get(site, f"{verdict}, and no error")
        for site, (name, verdict) in verdicts.items()
        if ("T" in verdict) != (site in errors)
    }
    assert {name: problem for name, problem in problems.items() if name not in REASONS} == {}
    assert REASONS.keys() <= problems.keys()
