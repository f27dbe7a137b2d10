"""What sites and documents do besides: blocks at other places, parts of pages, odd references, and first pulls that fail."""

from __future__ import annotations

import html
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Project
from tests.pull.conftest import Pull, names
from tests.pull.documents import document, gitbook, index, mintlify
from tests.pull.server import Answer, Site

SITE = '{ site = "URL" }'


def with_part(reference: str) -> dict[str, Any]:
    """A description whose boats have a part in another file."""
    description = document("/a")
    description["components"]["schemas"]["Boat"]["properties"]["part"] = {"$ref": reference}
    return description


def block(description: Any, info: str = "json") -> str:
    return f"```{info}\n{json.dumps(description)}\n```\n"


UNUSUAL = {
    "a deep heading": f"# A\n\n### Get /a\n\nProse.\n\n{block(document('/a'))}",
    "no language": f"# A\n\n{block(document('/a'), '')}",
    "entities": f"# A\n\n```json\n{html.escape(json.dumps(document('/a')))}\n```\n",
    "a quote": f"# A\n\n> ```json\n> {json.dumps(document('/a'))}\n> ```\n",
}


@pytest.mark.parametrize("name", UNUSUAL)
def test_what_is_read_from_disk_is_pulled(pull: Pull, site: Site, specs: Path, project: Project, name: str) -> None:
    """A page that `generate` reads in a folder does not vanish on its way there."""
    site.put("/llms.txt", index("/a.md", "/b.md"))
    site.put("/a.md", UNUSUAL[name])
    site.put("/b.md", gitbook("/b"))
    assert pull(SITE).out.startswith("pulled 2 operations from 2 pages")
    assert "2 operations" in project.run("validate").out


def test_an_example_of_a_guide_is_not_pulled(pull: Pull, site: Site, specs: Path) -> None:
    """Where a platform's headings leave no doubt, OpenAPI elsewhere is an example; which page has it is said."""
    site.put("/llms.txt", index("/guide.md", "/b.md"))
    site.put("/guide.md", f"# Import\n\n## Import your own\n\nAs here.\n\n{block(document('/example'))}")
    site.put("/b.md", mintlify("/b"))
    outcome = pull(SITE)
    assert names(specs) == ["b.md"]
    assert "warning[page-block-ignored]" in outcome.err and "/guide.md" in outcome.err


def test_a_withdrawn_block_is_not_pulled(pull: Pull, site: Site, specs: Path) -> None:
    """A page whose only description stands in a comment has none."""
    site.put("/llms.txt", index("/a.md", "/b.md"))
    site.put("/a.md", f"# A\n\n<!--\n{block(document('/a'))}-->\n")
    site.put("/b.md", gitbook("/b"))
    assert pull(SITE).code == 0
    assert names(specs) == ["b.md"]


@pytest.mark.parametrize("is_absolute", [False, True])
@pytest.mark.parametrize("kind", ["page", "document", "one page"])
def test_parts_of_a_site(pull: Pull, site: Site, specs: Path, project: Project, kind: str, is_absolute: bool) -> None:
    """What documents and pages of a site refer to on its host comes with them, and is found again on disk."""
    description = with_part(f"{site.url if is_absolute else '..'}/shared/part.yaml")
    site.put("/shared/part.yaml", "type: object\nproperties: {size: {type: integer}}\n")
    site.put("/llms.txt", index("/docs/a.md", more="" if kind == "page" else "\n- [all](/docs/all.json)\n"))
    site.put("/docs/all.json", description)
    site.put("/docs/a.md", "# A\n" if kind == "document" else f"# A\n\n## Get /a\n\n{block(description)}")
    outcome = pull('"URL/docs/a.md"' if kind == "one page" else SITE)
    assert outcome.code == 0 and outcome.err == ""
    assert any(name.endswith("part.yaml") for name in names(specs))
    site.answers.clear()
    assert project.run("generate").code == 0
    assert "size: int | None" in "".join(path.read_text() for path in project.folder.rglob("models/*.py"))


def test_a_part_that_a_site_lacks(pull: Pull, site: Site, specs: Path) -> None:
    """The other pages are pulled, and who refers to what is said."""
    site.put("/llms.txt", index("/a.md", "/b.md"))
    site.put("/a.md", f"# A\n\n## Get /a\n\n{block(with_part('gone.yaml'))}")
    site.put("/b.md", gitbook("/b"))
    outcome = pull(SITE, "--force")
    assert f"{site.url}/a.md refers to {site.url}/gone.yaml, and the server responds 404" in outcome.err
    assert "b.md" in names(specs)


REFERENCES = {
    "no suffix": "./shared/part",
    "no suffix, absolute": "URL/shared/part",
    "a query": "URL/shared/part.json?v=1",
    "two queries": "URL/shared/part.json?v=2",
    "escapes": ".\\/sh\\u0061red\\/part.json",
    "from the root": "/shared/part.json#/here",
}


@pytest.mark.parametrize("name", REFERENCES)
def test_references_as_people_write_them(pull: Pull, site: Site, specs: Path, project: Project, name: str) -> None:
    """A file on the document's host is pulled, however its address is spelled."""
    part = {"type": "object", "properties": {"size": {"type": "integer"}}}
    site.put(
        REFERENCES[name].replace("URL", "").replace("\\/", "/").replace("\\u0061", "a").lstrip(".").split("#")[0],
        part | {"here": part},
    )
    body = json.dumps(with_part("REFERENCE")).replace("REFERENCE", REFERENCES[name].replace("URL", site.url))
    site.answers["/openapi.json"] = Answer(body=body)
    outcome = pull('"URL/openapi.json"')
    assert outcome.code == 0, outcome.err
    site.answers.clear()
    generated = project.run("generate")
    assert "reference-" not in generated.err, generated.err
    assert "size: int | None" in "".join(path.read_text() for path in project.folder.rglob("models/*.py"))


def test_what_looks_like_a_reference(pull: Pull, site: Site) -> None:
    """A `$ref` in data names no file, and costs nothing."""
    description = document("/a")
    description["components"]["schemas"]["Boat"]["example"] = {"$ref": "users/1", "next": "./more.json"}
    site.put("/openapi.json", description)
    assert pull('"URL/openapi.json"').code == 0
    assert "/users/1" not in site.paths()


def test_files_of_a_mapping_are_pulled(pull: Pull, site: Site, specs: Path) -> None:
    """The mapping of a discriminator names files as well."""
    variants = {"oneOf": [{"$ref": "#/components/schemas/Boat"}]}
    mapping = {"propertyName": "kind", "mapping": {"sail": "./sail.json"}}
    site.put("/openapi.json", document("/a", Any={**variants, "discriminator": mapping}))
    site.put("/sail.json", {"type": "object"})
    assert pull('"URL/openapi.json"').code == 0
    assert names(specs) == ["openapi.json", "sail.json"]


def test_an_index_that_redirects(pull: Pull, site: Site, specs: Path) -> None:
    """Links of an index are relative to where it is in the end."""
    site.answers["/llms.txt"] = Answer(status=302, headers={"Location": "/docs/llms.txt"})
    site.put("/docs/llms.txt", index("a.md"))
    site.put("/docs/a.md", gitbook("/a"))
    assert pull(SITE).code == 0
    assert names(specs) == ["a.md"]


def test_an_index_whose_pages_are_gone(pull: Pull, site: Site) -> None:
    """The error says why, and not that the pages have no description."""
    site.put("/llms.txt", index("/a.md"))
    outcome = pull(SITE)
    assert "lists 1 page, but none can be fetched" in outcome.err and "/a.md: the server responds 404" in outcome.err


def test_a_page_that_names_its_description(pull: Pull, site: Site, specs: Path) -> None:
    """The source of a page of Mintlify leads to the description, as one of GitBook does."""
    site.put("/docs/a.md", "---\nopenapi: ../spec.yaml GET /a\n---\n")
    site.put("/spec.yaml", json.dumps(document("/a")))
    assert pull('"URL/docs/a.md"').code == 0
    assert names(specs) == ["spec.yaml"]


@pytest.mark.parametrize("body", ["{broken", '{"a": 1}', "openapi: 3.1.0\npaths: [", "# A page about OpenAPI\n"])
def test_a_first_pull_is_not_worse_than_anything(pull: Pull, site: Site, body: str) -> None:
    """Nothing is compared with what is not there, and what is wrong is said once."""
    site.put("/openapi.yaml", body)
    err = pull('"URL/openapi.yaml"').err
    assert "is worse than" not in err and "error[upstream-unreadable]" in err
    assert err.count("There is no OpenAPI description") + err.count("This is not valid") == 1


def test_a_pull_that_is_worse_says_why_once(pull: Pull, site: Site) -> None:
    """With files to compare, too, an error stands once."""
    site.put("/openapi.json", document("/a"))
    assert pull('"URL/openapi.json"').code == 0
    site.put("/openapi.json", '{"openapi": "3.1.0", ')
    err = pull('"URL/openapi.json"').err
    assert "is worse than specs/boats: Fledge cannot read it\n" in err and err.count("This is not valid JSON") == 1
