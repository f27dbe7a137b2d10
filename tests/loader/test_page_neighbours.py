"""Pages as people save and write them: each is read where there is no doubt, or else named with what to do."""

from __future__ import annotations

import html
import json
import re
import textwrap
import time
from pathlib import Path
from typing import Any

import pytest
import yaml

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.loader.load import load

NBSP, ZERO_WIDTH = chr(0xA0), chr(0x200B)


def described(path: str) -> dict[str, Any]:
    return {
        "openapi": "3.0.3",
        "info": {"title": "Shop", "version": "1"},
        "servers": [{"url": "https://shop.example"}],
        "paths": {path: {"get": {"responses": {"200": {"description": "Fine."}}}}},
    }


VALUE = described("/x")
JSON = json.dumps(VALUE, indent=2)
YAML = yaml.safe_dump(VALUE, sort_keys=False)


def block(content: str = YAML, info: str = "yaml", mark: str = "```") -> str:
    return f"{mark}{info}\n{content.rstrip()}\n{mark}\n"


def indented(text: str, width: int) -> str:
    return textwrap.indent(text, " " * width)


def quoted(text: str, mark: str) -> str:
    return "".join(f"{mark}{line}\n" for line in text.splitlines())


READ = {
    "in a tab": f"<Tabs>\n  <Tab title='API'>\n{indented(block(), 4)}  </Tab>\n</Tabs>\n",
    "in a group": f"<CodeGroup>\n{block(info='yaml openapi.yaml')}</CodeGroup>\n",
    "in a list": f"1. It:\n\n{indented(block(), 3)}",
    "beside a bullet": f"- ```yaml\n{indented(YAML, 2)}  ```\n",
    "in a quote": quoted(block(), "> "),
    "in two quotes": quoted(block(), "> > "),
    "in details": f"<details>\n<summary>OpenAPI</summary>\n\n{block()}\n</details>\n",
    "tildes": block(mark="~~~"),
    "four backticks": block(mark="````"),
    "a space before the language": block(info=" yaml"),
    "attributes": block(info='yaml {1,3} title="a.yaml" showLineNumbers'),
    "attributes of pandoc": block(info="{.yaml .numberLines}"),
    "capitals": block(info="YAML"),
    "yml": block(info="yml"),
    "oas": block(info="oas3"),
    "YAML that is called JSON": block(info="json"),
    "JSON that is called YAML": block(JSON),
    "CRLF": f"# X\n\n{block()}".replace("\n", "\r\n"),
    "a mark of byte order": f"\ufeff# X\n\n{block()}",
    "front matter of TOML": f"+++\ntitle = 'X'\n+++\n{block()}",
    "front matter that names an operation": f"---\nopenapi: get /x\n---\n\n{block()}",
    "typographic quotes": block(JSON.replace('"', "\u201c"), "json"),
    "entities": block(html.escape(JSON), "json"),
    "entities in YAML": block(html.escape(YAML)),
    "hard spaces in YAML": block(YAML.replace("  ", NBSP * 2)),
    "hard spaces in JSON": block(JSON.replace("  ", NBSP * 2), "json"),
    "a character without width": block(ZERO_WIDTH + JSON, "json"),
    "a comment": block(JSON.replace("{", "{ // it", 1), "json"),
    "trailing commas": block(JSON.replace("}\n", "},\n"), "json").replace("},\n```", "}\n```"),
    "a comment of a shell": block(JSON.replace("{", "{ # it's", 1), "json"),
    "keys of JavaScript": block(re.sub(r'"(\w+)":', r"\1:", JSON), "js"),
    "quotes of JavaScript": block(JSON.replace('"', "'"), "json5"),
    "JavaScript with comments": block(re.sub(r'"(\w+)":', r"\1: /* it's */", JSON).replace('"', "'"), "js"),
    "hard spaces as entities": block(JSON.replace("  ", "&nbsp; "), "json"),
    "typographic quotes as entities": block(JSON.replace('"', "&ldquo;"), "json"),
    "a line separator": block(JSON.replace("\n", "\n" + chr(0x2028), 3), "json"),
    "keys of YAML in typographic quotes": block(YAML.replace("/x:", "\u2018/x\u2019:")),
    "keys of YAML in entities": block(YAML.replace("/x:", "&quot;/x&quot;:")),
    "a media type": block(JSON, "application/json"),
    "plaintext": block(JSON, "plaintext"),
    "a language that it is not": block(JSON, "python"),
    "a comment on one line": f"<!-- begin -->\n{block()}<!-- end -->\n",
    "a comment that nothing closes": f"# X\n\n<!-- begin\n\n{block()}",
    "beside a withdrawn one": f"# X\n\n<!--\n{block(YAML.replace('/x', '/old'))}-->\n\n## OpenAPI\n\n{block()}",
    "beside an example": f"## X\n\n{block(JSON, 'json')}\n## Example\n\n{block(JSON.replace('/x', '/y'), 'json')}",
    "beside one in Markdown": f"{block()}\n````md\n{block(YAML.replace('/x', '/y'))}````\n",
    "carriage returns": f"# X\n\n{block(JSON, 'json')}".replace("\n", "\r"),
    "a fence that nothing closes": f"```json\n{JSON}\n",
    "underlined headings": f"X\n=\n\nOpenAPI\n-------\n\n{block()}",
    "a heading of HTML": f"<h2>OpenAPI</h2>\n\n{block()}",
    "a heading in bold": f"**OpenAPI**\n\n{block()}",
    "the same twice": f"{block(JSON, 'json')}\n{block()}",
    "two versions": f"{block(JSON, 'json')}\n{block(json.dumps({**VALUE, 'info': {'title': 'Shop', 'version': '2'}}), 'json')}",
}
OUTSIDE = "This page has an OpenAPI description outside of a code block"
NO_VERSION = "does not say the version of OpenAPI"
ELSEWHERE = "The page's operations are in another description"
TOLD = {
    "directly below a heading": (f"## OpenAPI\n\n{YAML}", OUTSIDE),
    "without a fence": (f"# X\n\n{JSON}\n", OUTSIDE),
    "between sentences": (f"Intro\n\n{YAML}\n\nMore\n", OUTSIDE),
    "indented": (f"## OpenAPI\n\n{indented(YAML, 4)}", OUTSIDE),
    "preformatted": (f"# X\n\n<pre><code>{html.escape(JSON)}</code></pre>\n", OUTSIDE),
    "in the front matter": (f"---\n{YAML}---\n\nX\n", OUTSIDE),
    "in a script": (f"# X\n\n{block('spec = ' + JSON, 'python')}", "This block of `python`"),
    "in a shell": (f"# X\n\n{block('cat > a.yaml << END' + chr(10) + YAML + 'END', 'sh')}", "This block of `sh`"),
    "only paths": (f"# X\n\n## OpenAPI\n\n{block(json.dumps({'paths': VALUE['paths']}), 'json')}", NO_VERSION),
    "only paths, no heading": (f"# X\n\n{block(yaml.safe_dump({'paths': VALUE['paths']}))}", NO_VERSION),
    "all but the version": (
        f"# X\n\n## Get a pet\n\n{block(json.dumps({k: v for k, v in VALUE.items() if k != 'openapi'}), 'json')}",
        NO_VERSION,
    ),
    "only components": (
        f"# X\n\n## OpenAPI\n\n{block('components:' + chr(10) + '  schemas: {}')}",
        "is not an OpenAPI description",
    ),
    "only a path": (f"# X\n\n## OpenAPI\n\n{block(json.dumps(VALUE['paths']), 'json')}", NO_VERSION),
    "only info": (
        f"## OpenAPI\n\n{block(YAML.partition('servers')[0])}",
        "and has no `paths`, `components` or `webhooks`",
    ),
    "in a comment": (f"# X\n\n<!--\n{block()}-->\n", "in a comment"),
    "in a comment of MDX": (f"# X\n\n{{/*\n{block()}*/}}\n", "in a comment"),
    "in Markdown": (f"````md\n{block()}````\n", "This block of `md`"),
    "in a list": (block(json.dumps([VALUE]), "json"), "inside of another value"),
    "in an object": (block(json.dumps({"spec": VALUE}), "json"), "inside of another value"),
    "an export of JavaScript": (f"# X\n\n{block('export default ' + JSON, 'js')}", "Fledge cannot read it"),
    "cut off": (f"## OpenAPI\n\n{block(JSON[:200], 'json')}", "This is not valid JSON"),
    "an ellipsis": (f"## OpenAPI\n\n{block(JSON.replace('  ', '...', 1), 'json')}", "This is not valid JSON"),
    "UTF-16": (f"# X\n\n{block()}".encode("utf-16"), "it is UTF-16"),
    "Latin-1": (f"# X\n\n{block(YAML.replace('Fine', chr(0xF6)))}".encode("latin-1"), "is not UTF-8"),
    "an operation of Mintlify": ("---\nopenapi: GET /x\n---\n", "names an operation"),
    "an operation of Mintlify, from Windows": ("---\r\ntitle: X\r\nopenapi: GET /x\r\n---\r\n", "names an operation"),
    "a webhook of Mintlify": ("---\nopenapi: webhook ordered\n---\n", "names an operation"),
    "a schema of Mintlify": ("---\nopenapi-schema: Order\n---\n", "names a schema"),
    "an operation of Docusaurus": ("---\nid: get-x\napi: eJztWV9v2zYQ\n---\n", "packed form"),
    "a file, from Windows": ("---\r\nopenapi: four.json GET /x\r\n---\r\n", ELSEWHERE),
    "an operation in a file": ('---\nopenapi: "one.json GET /x"\n---\n', ELSEWHERE),
    "a tag of GitBook": ('{% swagger src="./two.yaml" path="/x" method="get" %}\n{% endswagger %}\n', ELSEWHERE),
    "a component of Fumadocs": ('<APIPage document={"./three.json"} operations={[]} />\n', ELSEWHERE),
    "a link": ("# X\n\nDownload the [OpenAPI document](https://shop.example/openapi.json).\n", "mentions OpenAPI"),
    "nothing": ("", "has no OpenAPI description"),
}


@pytest.mark.parametrize("name", READ)
def test_a_page_is_read(name: str, tmp_path: Path) -> None:
    """The operation of the page is there, and nothing is an error."""
    (tmp_path / "page.md").write_bytes(READ[name].encode())
    report = DiagnosticCollector()
    spec = load([str(tmp_path)], report, base=tmp_path)
    assert spec is not None and list(spec.root["paths"]) == ["/x"], [each.message for each in report]
    assert not [each for each in report if str(each.severity) == "error"]


@pytest.mark.parametrize("name", TOLD)
def test_a_page_that_is_not_read_says_why(name: str, tmp_path: Path) -> None:
    """The message is about the page, says what is wrong, and has a hint."""
    content, message = TOLD[name]
    (tmp_path / "page.md").write_bytes(content if isinstance(content, bytes) else content.encode())
    report = DiagnosticCollector()
    load([str(tmp_path)], report, base=tmp_path)
    (told,) = [each for each in report if message in each.message]
    assert told.hint
    assert "page.md" in told.message or told.source is not None and told.source.source.startswith("page.md")


HOSTILE = {
    "quotes that nothing closes": block("{'openapi':'3.0.0'," + "'a\\" * 50_000, "json"),
    "comments that nothing closes": block('{"openapi":"3.0.0",' + "/* " * 50_000, "json"),
    "slashes": block('{"openapi":"3.0.0",' + "/" * 50_000, "json"),
    "commas": block('{"openapi":"3.0.0",' + ", " * 50_000 + "x", "json"),
    "comments of a page": "<!--\n" * 50_000 + "-->\n" + "<!--\n" * 50_000,
    "conflicts": "<<<<<<< a\n" * 50_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_page_is_read_in_one_pass(name: str, tmp_path: Path) -> None:
    """No block makes its repairs take more than a moment."""
    (tmp_path / "page.md").write_text(f"# X\n\n{HOSTILE[name]}\n")
    started = time.process_time()
    load([str(tmp_path)], DiagnosticCollector(), base=tmp_path)
    assert time.process_time() - started < 3


def test_a_number_of_a_response_in_typographic_quotes(tmp_path: Path) -> None:
    """Quotes that an editor made typographic do not become a part of keys or values of YAML."""
    text = YAML.replace("'200'", "\u2018200\u2019").replace("Fine.", "\u201cFine.\u201d")
    (tmp_path / "page.md").write_text(f"# X\n\n{block(text)}")
    spec = load([str(tmp_path)], DiagnosticCollector(), base=tmp_path)
    assert spec is not None and spec.root["paths"]["/x"]["get"]["responses"] == {"200": {"description": "Fine."}}


def test_a_page_names_its_description(tmp_path: Path) -> None:
    """The hint of a page without a description names the file that it speaks of."""
    for name, content in {
        "link": "See [it](https://shop.example/openapi.json).",
        "viewer": '<redoc spec-url="./openapi.json"></redoc>',
        "import": 'import spec from "./openapi.json"',
        "plugin": "!!swagger openapi.json!!",
    }.items():
        (tmp_path / f"{name}.md").write_text(f"# X\n\n{content}\n")
    (tmp_path / "good.md").write_text(block())
    report = DiagnosticCollector()
    load([str(tmp_path)], report, base=tmp_path)
    assert [each.code for each in report] == ["page-without-openapi"] * 4
    assert all("openapi.json: if that is the description, add it" in (each.hint or "") for each in report)


def test_a_folder_of_all_pages(tmp_path: Path) -> None:
    """Beside a good page, each file is read or named, and no other page is lost for it."""
    readable = {name: content for name, (content, message) in TOLD.items() if isinstance(content, str)}
    for index, content in enumerate([*readable.values(), *READ.values()]):
        (tmp_path / f"page{index:03}.md").write_bytes(content.replace("/x", f"/x{index}").encode())
    (tmp_path / "good.md").write_text(f"## OpenAPI\n\n{block(json.dumps(described('/good')), 'json')}")
    report = DiagnosticCollector()
    load([str(tmp_path)], report, base=tmp_path)
    told = " ".join(f"{each.message} {each.source.source if each.source else ''}" for each in report)
    for index in range(len(readable)):
        assert f"page{index:03}.md" in told, list(readable)[index]
