"""What is made from the pages of real sites: the same as from the document that they were made from."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from fledge.config.client import ClientConfig
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.emitter import emit
from fledge.workflows.load import load_api
from fledge.writer import Lock
from tests.cli.conftest import Project, project  # a fixture
from tests.corpus.checkers import mypy_errors
from tests.corpus.subjects import METHODS, count, subjects
from tests.pull.conftest import Pull, pull, site, specs  # fixtures
from tests.pull.documents import index
from tests.pull.server import Answer, Site

APIS = {
    "Campaigns API": 1,
    "Data Management API": 1,
    "Enrichment API": 1,
    "NQL API": 5,
    "Remote Actions API": 3,
    "Workflows": 5,
    "public-api": 1,
}
"""Nexthink's APIs, and how many operations each has."""

NO_PAGE = ("ExchangeInstance", "IntraExchangeInstanceTransferRequest", "IntraExchangeInstanceTransferResponse")
"""What the pages of Kalshi do not have: schemas that no operation uses."""


def made(source: Path, *apis: str) -> tuple[dict[str, str], list[str]]:
    """The files of a package that is made in memory, and the codes of the warnings."""
    report = DiagnosticCollector()
    client = ClientConfig(name="x", sources=(str(source),), package_dir=Path("x"), names={}, env_prefix="X", apis=apis)
    understood = load_api(client, report, base=source.parent, lock=Lock(), validator=False)
    assert understood is not None, list(report)
    return dict(emit(understood.api, "x").files), [each.code for each in report if each.severity == "warning"]


def operations(files: dict[str, str]) -> set[str]:
    """The operations of a package, as `GET /path`."""
    text = "\n".join(text for path, text in files.items() if path.startswith("resources/"))
    return set(re.findall(rf'^    "((?:{"|".join(METHODS).upper()}) /[^"]*)"', text, re.MULTILINE))


def without(files: dict[str, str], names: tuple[str, ...]) -> dict[str, str]:
    """Files without the models of some names: their modules, and their lines in the lists of models."""
    modules = {f"models/{re.sub(r'(?<!^)(?=[A-Z])', '_', name).lower()}.py" for name in names}
    table, stub = files["models/__init__.py"], files["models/__init__.pyi"]
    for name in names:
        stub = re.sub(rf"^from \.\w+ import \(?\s*{name} as {name},?\s*\)?\n", "", stub, flags=re.MULTILINE)
        table = re.sub(rf"^ *\w+: {name}\n", "", table, flags=re.MULTILINE)
    kept = {path: text for path, text in files.items() if path not in modules}
    return kept | {"models/__init__.py": table, "models/__init__.pyi": stub}


def publish(site: Site, folder: Path) -> None:
    """Serve the pages of a folder, but those of an older form, with an index."""
    pages = {
        f"/{path.relative_to(folder).as_posix()}": path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.md"))
    }
    pages = {path: text for path, text in pages.items() if "\nlastmod: 2025" not in text}
    for path, text in pages.items():
        site.put(path, text)
    site.put("/llms.txt", index(*pages))


def test_pages_of_kalshi_pulled_from_its_site(
    pull: Pull, site: Site, specs: Path, shared: Path, project: Project
) -> None:
    """Of the pages of April 2026, a pull makes what the true document makes, but for three schemas of no operation."""
    publish(site, shared / "corpus/pages/mintlify/kalshi-2026-04")
    outcome = pull('{ site = "URL" }')
    assert outcome.code == 0, outcome.err
    assert outcome.out.startswith("pulled 89 operations from 89 pages"), outcome.out
    pages, warnings = made(specs)
    truth, _ = made(shared / "corpus/pages/truth/kalshi-openapi-2026-04-20.yaml")
    assert warnings == []
    assert set(truth) - set(pages) == set(truth) - set(without(truth, NO_PAGE))
    wanted = without(truth, NO_PAGE)
    assert {path for path in wanted if pages.get(path) != wanted[path]} == set()


def test_pages_of_kalshi_from_a_mirror(shared: Path) -> None:
    """Old pages that a mirror still has change nothing of what newer ones say; the operation that only they have stays."""
    mirror, warnings = made(shared / "corpus/pages/mintlify/kalshi-2026-04")
    truth, _ = made(shared / "corpus/pages/truth/kalshi-openapi-2026-04-20.yaml")
    assert warnings == []
    assert operations(mirror) - operations(truth) == {"GET /events/candlesticks"}
    assert operations(truth) <= operations(mirror)
    models = {path for path in truth if path.startswith("models/") and not path.startswith("models/__init__")}
    other = {path for path in models if mirror.get(path) != truth[path]}
    # An operation that only the mirror has describes an enum as another one does: most places agree on its text then.
    assert other == {*set(truth) - set(without(truth, NO_PAGE)), "models/period_interval.py"}


def test_pages_of_kalshi_in_their_older_form(shared: Path) -> None:
    """Each page of December 2025, in the platform's older form, gives its operation."""
    subject = next(each for each in subjects(shared / "corpus") if each.name == "kalshi-2025-12-02-gen1")
    files, _ = made(subject.source)
    assert operations(files) == count(subject).operations


RENDERED = ["page-without-openapi", "page-without-openapi"]
"""Nexthink's folder has a page that only mentions OpenAPI, and nine that were saved as browsers show them."""
OF_SPARK = ["parameter-ignored"]
"""One operation names its credential as a header parameter alone, which OpenAPI ignores."""


def test_pages_of_nexthink_as_one_api(shared: Path) -> None:
    """Seven APIs in one client: what is called alike and is not, is called by its API."""
    source = shared / "corpus/pages/gitbook/nexthink"
    files, warnings = made(source)
    assert warnings == [*RENDERED, "title-conflict", *OF_SPARK]
    assert len(operations(files)) == sum(APIS.values())
    errors = {path for path in files if path.endswith("error_response.py")}
    assert {"models/nql_error_response.py", "models/workflows_error_response.py"} <= errors
    assert made(source, *APIS) == (files, [*RENDERED, *OF_SPARK])


@pytest.mark.parametrize("api", APIS)
def test_pages_of_nexthink_as_seven_apis(shared: Path, api: str) -> None:
    """Each of the seven APIs alone, with names that need no API in front."""
    files, warnings = made(shared / "corpus/pages/gitbook/nexthink", api)
    assert warnings == [*RENDERED, *(OF_SPARK if api == "public-api" else [])]
    assert len(operations(files)) == APIS[api]
    prefixed = re.compile(r"models/(data_management|nql|public|remote_actions|workflows)_(error|execution)_")
    assert [path for path in files if prefixed.match(path)] == []


def test_pages_of_nexthink_pulled_from_its_site(
    pull: Pull, site: Site, specs: Path, shared: Path, project: Project
) -> None:
    """The index is `sitemap.md` below the site's root, `llms-full.txt` is not, and pages are missing with 200."""
    folder = shared / "corpus/pages/gitbook/nexthink/current"
    whole = (folder / "llms-full.txt").read_text(encoding="utf-8")
    site.missing = Answer(body="# Page Not Found\n")
    site.put("/api/llms-full.txt", whole)
    outcome = pull('{ site = "URL/api" }')
    assert outcome.code == 0, outcome.err
    assert outcome.out.startswith("pulled 17 operations"), outcome.out


@pytest.mark.types
def test_coinglass_type_checks(
    pull: Pull, site: Site, specs: Path, shared: Path, project: Project, tmp_path: Path
) -> None:
    """ReadMe: what its pages give is a package that mypy has nothing to say about."""
    publish(site, shared / "corpus/pages/readme/coinglass")
    outcome = pull('{ site = "URL" }')
    assert outcome.out.startswith("pulled 16 operations"), outcome.err
    assert project.run("generate").code == 0
    assert mypy_errors(project.folder / "generated", "boats", cache=tmp_path / "cache") == []
