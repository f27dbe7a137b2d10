"""Scalar: the script element `#api-reference`, or the configuration of its call."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from fledge.loader.pages.html import Element, HtmlPage, parse_json_text
from fledge.loader.pages.html_platform import HtmlPlatform, PageDocument, from_value, text_of
from fledge.openapi.json_values import JSON, as_array, as_object

_URL = re.compile(r'"url"\s*:\s*"(?P<url>[^"\\]+)"')


def recognise(page: HtmlPage) -> bool:
    """Its element, its script, or a call of it."""
    return page.has(r"^api-reference$|scalar") or any(
        script.reads("createApiReference") or script.reads("scalar") for script in page.scripts
    )


def read(page: HtmlPage) -> Iterator[PageDocument]:
    """The element's text beats its configuration, and that its address, as in the viewer (1.46)."""
    documents: list[PageDocument] = []
    for element in page.elements:
        if element.attributes.get("id") == "api-reference" or "data-spec-url" in element.attributes:
            documents += _read_element(element)
    for arguments in page.calls("Scalar.createApiReference", "createApiReference"):
        documents += [document for each in arguments[-1:] for document in read_config(each)]
    for arguments in page.calls("initialize"):  # Scalar.AspNetCore: a suffix of the page's path, and a configuration
        if len(arguments) > 1 and isinstance(arguments[0], str):
            documents += [replace(each, page_suffix=arguments[0]) for each in read_config(arguments[-1])]
    yield from documents


def read_config(config: JSON) -> list[PageDocument]:
    """The documents of one configuration: `sources`, or one document; or of a list of configurations."""
    if isinstance(config, list):
        return [document for each in config for document in read_config(each)]
    sources = as_array(as_object(config).get("sources"))
    if sources:
        return [document for each in sources for document in _read_source(each)]
    return [*_read_source(config)] or [*_read_source(as_object(config).get("spec"))]


def _read_source(source: JSON) -> Iterator[PageDocument]:
    values = as_object(source)
    title, is_default = text_of(source, "title") or text_of(source, "slug"), values.get("default") is True
    address = [*from_value(values.get("url"), title=title, is_default=is_default)]
    yield from address or from_value(values.get("content"), title=title, is_default=is_default)


def _read_element(element: Element) -> list[PageDocument]:
    attributes = element.attributes
    configuration = attributes.get("data-configuration", "")
    config = parse_json_text(configuration)
    documents = [*from_value(element.text)] or read_config(config)
    if not documents and config is None and (match := _URL.search(configuration)):
        documents = [*from_value(match["url"])]  # an apostrophe cuts the attributes that Elysia writes
    for name in ("data-url", "data-spec-url", "data-spec"):
        documents = documents or [*from_value(attributes.get(name, ""))]
    return documents


PLATFORM = HtmlPlatform(name="Scalar", recognise=recognise, read=read)
