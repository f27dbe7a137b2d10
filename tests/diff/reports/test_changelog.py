"""The changelog: grouped by call, in sentences that stand alone, shared changes once."""

from __future__ import annotations

from pathlib import Path

from fledge.diff.reports.changelog import render_changelog
from fledge.diff.reports.markdown import render_markdown
from tests.diff.description import PETS, compare_documents, modified, put
from tests.diff.pairs.pair import description, operation

STEPS = (
    put("info version", "2"),
    put(f"{PETS} parameters 0 schema type", "string"),
    put("components schemas Shelter properties places type", "string"),
    put("components schemas Pet properties age maximum", 30),
    put(f"{PETS} parameters 3", {"name": "page", "in": "query", "schema": {"type": "string"}}),
    put("components schemas Pet properties name description", "What it is called."),
)


def changelog(folder: Path, *steps: object) -> str:
    """The changelog of the description after some steps."""
    comparison = compare_documents(folder, modified(), modified(*steps))
    return render_changelog(comparison.diff, comparison.changes, *comparison.versions)


def test_each_sentence_stands_under_its_endpoint(tmp_path: Path) -> None:
    """What breaks comes first, the wire before types; the headings have versions and no paths of files."""
    assert changelog(tmp_path, *STEPS) == """\
# `1` → `2`

Major: breaks callers (3 breaking changes, 1 compatible change, 1 change of documentation).

## Breaking changes

### `GET /pets` (`client.pets.list`)

- Query parameter `limit` changed its type from `int` to `str`. **Breaks types.**

### Models

- In the response, `Shelter.places` changed its type from `int` to `str` (used by `client.pages.list`, `client.pets.replace`). **Breaks types and the wire.**
- In the request, `Pet.age` changed its maximum from `40` to `30` (used by `client.pets.list`, `client.pets.replace`). **Breaks the wire.**

## Other changes

### `GET /pets` (`client.pets.list`)

- Query parameter `page` was added.
"""


def test_a_change_that_operations_share_is_one_entry(tmp_path: Path) -> None:
    """A prefix of all paths is told once, with its calls."""
    paths = {f"/{name}": {"get": operation(operationId=name)} for name in ("cats", "dogs")}
    moved = {f"/api{path}": item for path, item in paths.items()}
    comparison = compare_documents(tmp_path, description(paths), description(moved))
    lines = render_changelog(comparison.diff, comparison.changes, "1", "2").splitlines()
    assert lines[6:] == [
        "### Several operations",
        "",
        "- The operation gained the prefix `/api` of its path (2 calls: `client.orders.cats`, `client.orders.dogs`). "
        "**Breaks the wire.**",
    ]


def test_nothing_is_a_verdict(tmp_path: Path) -> None:
    """Equal descriptions have a heading and a verdict."""
    assert changelog(tmp_path).splitlines()[1:] == ["", "Nothing changed for callers."]


def test_code_keeps_the_spaces_around_it(tmp_path: Path) -> None:
    """In Markdown, a name does not run into the words beside it."""
    comparison = compare_documents(tmp_path, modified(), modified(*STEPS))
    text = render_markdown(comparison.diff, comparison.changes, "a", "b")
    assert "Query parameter `limit` changed its type from `int` to `str`" in text


def test_files_of_the_same_version_are_called_by_their_names(tmp_path: Path) -> None:
    """The folders that both are in say nothing."""
    comparison = compare_documents(tmp_path, modified(), modified(put(f"{PETS} summary", "List them.")))
    assert [Path(name).name for name in comparison.versions] == list(comparison.versions)
    assert comparison.versions[0] != comparison.versions[1]
