"""Files, folders and globs: what is read, and what is said where nothing can be read."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from fledge.diagnostics.diagnostic import DiagnosticCollector, Severity
from fledge.loader.load import load

from .conftest import Load, api, page


def test_file_relative_to_base(loaded: Load) -> None:
    """A file is found from the base, and called by its way from there, with slashes."""
    run = loaded({"specs/deep/a.json": api()}, "specs/deep/a.json")
    assert run.spec.source_of("/info").source == "specs/deep/a.json"


def test_folder_is_read_whole(loaded: Load) -> None:
    """A folder gives all its descriptions, those of its folders too; other files are named and skipped."""
    files = {
        "a.json": api(paths={"/a": {}}),
        "sub/b.yaml": "openapi: 3.1.0\ninfo: {title: Pets, version: '1'}\npaths: {/b: {}}\n",
        "package.json": '{"name": "no description"}',
        "tsconfig.json": "{ // not even JSON\n}",
        "ci.yml": "on: push\n",
        "readme.md": "# Hello\n",
        "photo.png": b"\x89PNG\x00",
        "notes.rst": "Pets\n",
        ".hidden/c.json": "{",
        "node_modules/x/d.json": "{",
        "my-env/pyvenv.cfg": "home = /usr/bin\n",
        "my-env/lib/openapi.json": api(paths={"/of/a/library": {}}),
    }
    run = loaded(files)
    assert list(run.spec.root["paths"]) == ["/a", "/b"]
    assert [(each.severity, each.code, each.message) for each in run.report] == [
        ("warning", "source-skipped", "Fledge does not read 1 file of ., by the suffix: notes.rst."),
        ("note", "source-skipped", "Fledge does not read 1 file of ., by the suffix: photo.png."),
        ("note", "source-skipped", "Fledge does not look into what is hidden in .: .hidden."),
        ("note", "source-skipped", "Fledge does not look into installed dependencies in .: node_modules, my-env."),
        ("note", "page-without-openapi", "1 page has no OpenAPI description; Fledge skips it: readme.md."),
        (
            "note",
            "source-skipped",
            "3 files have no `openapi` or `swagger` at the root, and no description refers to them; Fledge skips them: "
            "ci.yml, package.json, tsconfig.json.",
        ),
    ]


@pytest.mark.parametrize("name", ["a.mdx", "a.markdown", "a.txt", "a.md?plain=1", "b.json?v=2"])
def test_names_in_a_folder(loaded: Load, name: str) -> None:
    """Pages and documents are read by their suffix, also behind the query of an address."""
    description = api(paths={"/a": {}})
    content = json.dumps(description) if ".json" in name else page("A", description)
    run = loaded({name: content})
    assert list(run.spec.root["paths"]) == ["/a"] and run.codes == []


def test_parts_of_a_description_are_not_reported(loaded: Load) -> None:
    """A file without `openapi` that a description refers to is used."""
    pets = {"get": {"responses": {"200": {"$ref": "b.yaml"}}}}
    assert loaded({"a.json": api(paths={"/a": pets}), "b.yaml": "description: Done\n"}).codes == []


def test_a_glob_names_files(loaded: Load) -> None:
    """A glob names the files that match it."""
    files = {
        "v1/a.json": api(paths={"/a": {}}),
        "v2/a.json": api(paths={"/b": {}}),
        "v2/b.json": api(paths={"/c": {}}),
    }
    assert list(loaded(files, "v2/*.json").spec.root["paths"]) == ["/b", "/c"]


def test_a_file_named_twice_is_read_once(loaded: Load) -> None:
    """A file that two sources name counts once."""
    run = loaded({"a.json": api(paths={"/a": {}})}, "a.json", "./a.json", "*.json", ".")
    assert list(run.report.sources) == ["a.json"]


def test_absolute_source_outside_of_base(tmp_path: Path) -> None:
    """A file that is not below the base is called as it was named."""
    (tmp_path / "base").mkdir()
    (tmp_path / "a.json").write_text('{"openapi":"3.1.0","info":{"title":"A","version":"1"},"paths":{}}')
    report = DiagnosticCollector()
    assert load([str(tmp_path / "a.json")], report, base=tmp_path / "base")
    assert list(report.sources) == [(tmp_path / "a.json").as_posix()]


@pytest.mark.parametrize("source", ["specs/pets.jsn", "spec/pets.json"])
def test_missing_name_gets_a_proposal(loaded: Load, source: str) -> None:
    """What is not there is said, with the nearest name that is."""
    run = loaded({"specs/pets.json": api()}, source)
    diagnostic = run.only("source-missing")
    assert run.result is None
    assert source in diagnostic.message
    assert diagnostic.hint is not None and "Did you mean specs" in diagnostic.hint


# A named pipe is made by `mkfifo`, which Python has on POSIX only.
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes")
def test_a_pipe_is_read_as_standard_input(loaded: Load, tmp_path: Path) -> None:
    """The shell's `<(command)` is a pipe, which is not opened; the hint says how to read a command's output."""
    os.mkfifo(tmp_path / "pipe.json")
    diagnostic = loaded({}, "pipe.json").only("source-unreadable")
    assert diagnostic.hint is not None and "COMMAND | fledge validate -" in diagnostic.hint


# Without a right that few users have, making a symbolic link raises OSError on Windows before the test begins.
@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets few users make links")
def test_links_that_lead_nowhere(loaded: Load, tmp_path: Path) -> None:
    """A link in a circle costs a folder nothing but a message, and one that is named is called a link."""
    (tmp_path / "specs").mkdir()
    (tmp_path / "specs" / "round").symlink_to("round")
    run = loaded({"specs/a.json": api()}, "specs")
    assert run.result is not None
    assert "specs/round" in run.only("source-skipped").message
    (tmp_path / "b.json").symlink_to("gone.json")
    run = loaded({}, "b.json")
    assert "b.json cannot be read: it is a link to gone.json" in run.only("source-unreadable").message


def test_every_fault_is_shown_at_once(loaded: Load) -> None:
    """One run names every source that is missing or unreadable."""
    run = loaded({"a.json": b"\xff\xfe{\x00}\x00", "b.json": "{"}, "a.json", "b.json", "c.json")
    assert sorted(run.codes) == ["json-invalid", "source-missing", "source-not-text"]


def test_a_folder_without_files_is_an_error(loaded: Load, tmp_path: Path) -> None:
    """A folder without files says so."""
    (tmp_path / "empty").mkdir()
    assert loaded({}, "empty").only("source-empty").message == "The folder empty has no file to read."


def test_folder_without_openapi(loaded: Load) -> None:
    """A folder whose files hold no description says so, at one of them."""
    run = loaded({"docs/a.md": "# A\n", "docs/b.json": "{}"}, "docs")
    assert "no OpenAPI description in the 2 files of docs" in run.only("source-without-openapi").message


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\x00\x00", b'{"openapi": "\xe9"}', b"{}\x00"])
def test_a_file_that_is_not_text_is_an_error(loaded: Load, data: bytes) -> None:
    """A file that is no UTF-8 text is refused, and shown by its name."""
    run = loaded({"a.json": data}, "a.json")
    diagnostic = run.only("source-not-text")
    assert diagnostic.source is not None and diagnostic.source.source == "a.json"


@pytest.mark.parametrize(
    ("data", "line_and_column"),
    [
        ("# Über\ntitle: Caf".encode() + b"\xe9 X\n", "2:11"),
        (b"\xef\xbb\xbftitle: " + b"\xe9", "1:8"),
        ("é: a".encode() + b"\0b", "1:5"),
        (b"\xff\xfea\0", "1:1"),
    ],
)
def test_the_place_of_what_is_not_text(loaded: Load, data: bytes, line_and_column: str) -> None:
    """The first byte that is not UTF-8 is shown at its line and column."""
    run = loaded({"a.yaml": data}, "a.yaml")
    assert run.place(run.only("source-not-text").source) == f"a.yaml:{line_and_column}"


def test_a_byte_order_mark_is_ignored(loaded: Load) -> None:
    """A byte order mark does no harm."""
    assert loaded({"a.json": b'\xef\xbb\xbf{"openapi":"3.1.0","paths":{}}'}, "a.json").spec


def test_a_url_of_a_host_that_is_not_allowed_is_an_error(loaded: Load) -> None:
    """A URL of a host that nobody allowed is refused in plain words."""
    run = loaded({}, "https://example.com/openapi.json")
    assert "its host is not allowed" in run.only("source-unsupported").message


@pytest.mark.parametrize("text", ["", "[]", "{}", '"openapi"', "null", '{"info": {}}'])
def test_named_file_must_be_a_description(loaded: Load, text: str) -> None:
    """A file that the user names and that holds something else is an error, never a traceback."""
    run = loaded({"a.json": text}, "a.json")
    assert run.result is None
    assert run.codes == ["source-empty" if text == "" else "not-openapi"]


def test_every_file_of_a_folder_is_accounted_for(tmp_path: Path) -> None:
    """Whatever lies beside a page is read, or a message has its name; links are no trap."""
    names = [f"kind{index:02}.{suffix}" for index, suffix in enumerate(("rst", "adoc", "oas", "bak", "md~", "xml") * 9)]
    others = [
        "README",
        "empty.json",
        "empty.yaml",
        "empty.html",
        "empty.md",
        "mint.json",
        "list.json",
        ".old.md",
        ".x/a.md",
    ]
    for name in (*names, *others):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text({"mint.json": '{"openapi": "api.json"}', "list.json": "[1]"}.get(name, ""))
    links = {"loop": "..", "again": "kind00.rst"}
    for name, target in links.items():
        (tmp_path / name).symlink_to(target)
    (tmp_path / "a.md").write_text(page("A", api(paths={"/a": {}})))
    report = DiagnosticCollector()
    spec = load([str(tmp_path)], report, base=tmp_path)
    assert spec is not None and list(spec.root["paths"]) == ["/a"]
    told = " ".join(f"{each.message} {each.source.source if each.source else ''}" for each in report)
    assert [name for name in (*names, *others[:-1], ".x", *links) if name not in told] == []


def test_a_link_that_leads_nowhere(loaded: Load, tmp_path: Path) -> None:
    """The message says where it leads."""
    (tmp_path / "a.md").symlink_to("gone.md")
    assert "a.md cannot be read: it is a link to gone.md" in loaded({"b.md": "x"}).only("source-unreadable").message


def test_a_very_deep_folder(loaded: Load, tmp_path: Path) -> None:
    """More folders in each other than Python has frames hold pages as any."""
    folders = [tmp_path / "/".join("d" * (depth + 1)) for depth in range(1200)]
    for folder in folders:
        folder.mkdir()
    (folders[-1] / "a.md").write_text(page("A", api(paths={"/a": {}})))
    try:
        assert list(loaded({"b.md": page("B", api(paths={"/b": {}}))}).spec.root["paths"]) == ["/b", "/a"]
    finally:
        (folders[-1] / "a.md").unlink()
        for folder in reversed(folders):
            folder.rmdir()


@pytest.mark.parametrize("key", ["OpenAPI", "openap", "opneapi", "open_api"])
def test_a_misspelt_openapi(loaded: Load, key: str) -> None:
    """The key that was meant is named, and shown where it stands."""
    diagnostic = loaded({"a.yaml": f"info: {{title: a, version: '3.1'}}\n{key}: 3.1.0\npaths: {{}}\n"}, "a.yaml").only(
        "not-openapi"
    )
    assert diagnostic.source is not None and diagnostic.source.pointer == f"/{key}"
    assert diagnostic.hint == f"Did you mean `openapi` by `{key}`?"


def test_an_overlay_is_no_description(loaded: Load) -> None:
    """An overlay that is named as a source is called one, and the hint says where it belongs."""
    diagnostic = loaded({"a.yaml": "overlay: 1.0.0\nactions: []\n"}, "a.yaml").only("not-openapi")
    assert diagnostic.message == "This is an OpenAPI Overlay."
    assert diagnostic.hint == "Name the description that it changes, and the Overlay in `overlays`."


@pytest.mark.parametrize("name", ["a.json", "a.yaml"])
def test_a_page_of_an_error_in_place_of_a_document(loaded: Load, name: str) -> None:
    """What `curl -o openapi.json` saves of a server that says no is called an HTML page."""
    run = loaded({name: "<!DOCTYPE html>\n<html><head><title>403 Forbidden</title></head></html>"}, name)
    [error] = [each for each in run.report if each.severity is Severity.ERROR]
    assert error.message == f"There is no OpenAPI description in {name}: it is an HTML page."
    assert error.hint is not None and error.hint.startswith("Fetch it again")


@pytest.mark.parametrize(
    ("name", "text"), [("a.md", "# Pets"), ("a.txt", "Pets"), ("a.xml", "<?xml version='1.0'?><a/>")]
)
def test_one_file_without_a_description(loaded: Load, name: str, text: str) -> None:
    """One mistake is one message."""
    assert loaded({name: text}, name).codes == ["source-without-openapi"]


def test_what_helps_with_a_text_that_is_cut_off(loaded: Load) -> None:
    """A page is fetched again as a page, and a file may be nobody's page."""
    for name, text in (("a.json", '{"openapi": '), ("a.yaml", "openapi: 3.1.0\na: [")):
        hint = next(iter(loaded({name: text}, name).report)).hint
        assert hint and "page" not in hint and "fetch the file again" in hint
    hint = next(iter(loaded({"b.md": page("OpenAPI", '{"openapi": ')}, "b.md").report)).hint
    assert hint and "fetch the page again" in hint


def test_a_folder_that_may_not_be_searched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody can say that a file in it does not exist. The administrator may search all, so that the error is made."""

    def denied(path: object, **_: object) -> os.stat_result:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "lstat", denied)
    report = DiagnosticCollector()
    load(["private/api.yaml"], report, base=tmp_path)
    [finding] = report.freeze().items
    assert finding.message == "The file or folder private/api.yaml cannot be reached."
    assert finding.hint == "Check the permissions of the folders above it."
