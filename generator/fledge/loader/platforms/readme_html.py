"""ReadMe's HTML pages: the whole description among the properties of the page."""

from __future__ import annotations

from collections.abc import Iterator

from fledge.loader.pages.html import HtmlPage, parse_json_text
from fledge.loader.pages.html_platform import HtmlPlatform, PageDocument, from_value, text_of
from fledge.openapi.json_values import as_object

_REGISTRY = "https://dash.readme.com/api/v1/api-registry/"


def recognise(page: HtmlPage) -> bool:
    """Its properties, or the name of its deployment."""
    return any(page.by_id("ssr-props")) or any(
        each.get("name") == "readme-deploy" for each in page.attributes("name", "meta")
    )


def read(page: HtmlPage) -> Iterator[PageDocument]:
    """`oasDefinition` of the properties, which are the script's text, or in an attribute on older pages.

    Newer pages name an entry of ReadMe's registry instead.
    """
    for element in page.by_id("ssr-props"):
        for text in (element.text, element.attributes.get("data-initial-props", "")):
            properties = as_object(parse_json_text(text))
            documents = [*from_value(properties.get("oasDefinition"))]
            identifier = text_of(properties, "oasPublicUrl").partition("#")[2]
            yield from documents or ([PageDocument(address=f"{_REGISTRY}{identifier}")] if identifier else [])


PLATFORM = HtmlPlatform(name="ReadMe", recognise=recognise, read=read)
