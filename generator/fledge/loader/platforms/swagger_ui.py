"""Swagger UI, by whatever framework serves it: the configuration of its call, or JSON beside it."""

from __future__ import annotations

from collections.abc import Iterator

from fledge.loader.pages.html import HtmlPage
from fledge.loader.pages.html_platform import HtmlPlatform, LinkKind, PageDocument, from_value, text_of
from fledge.openapi.json_values import JSON, as_array, as_object


def recognise(page: HtmlPage) -> bool:
    """An element for Swagger UI, its script, or a call of it."""
    return page.has(r"swagger-?ui|swagger-(?:container|settings|data)") or any(
        script.reads("SwaggerUI") for script in page.scripts
    )


def read(page: HtmlPage) -> Iterator[PageDocument]:
    """What Swagger UI would load: a fetched configuration, else `urls`, else `spec`, else `url` (5.35)."""
    documents: list[PageDocument] = []
    settings = [as_object(value) for value in page.json("swagger-settings", "swagger-data", "swagger-config")]
    arguments = [as_object(each[0]) for each in page.calls("SwaggerUIBundle", "SwaggerUI") if each]
    for config in (*settings, *arguments):
        documents += read_config(config, page)
    for element in page.by_id("swagger-ui"):
        for name in ("data-source", "data-url", "data-spec-url"):
            documents += from_value(element.attributes.get(name, ""))
    if page.has("springfox"):
        above = "../" if "/swagger-ui/" in page.url else ""
        documents = [PageDocument(address=f"{above}swagger-resources", kind=LinkKind.CONFIG)]
    if settings and not documents and page.has("drf-yasg|swagger-ui-init"):
        documents = [PageDocument(address="?format=openapi")]  # drf-yasg answers by content negotiation
    yield from documents


def read_config(config: JSON, page: HtmlPage) -> list[PageDocument]:
    """The documents of one configuration, as a call has it or a file."""
    query = _query(config, page)
    config_url = query.get("configUrl") or query.get("config") or text_of(config, "configUrl")
    if config_url:
        return [PageDocument(address=config_url, kind=LinkKind.CONFIG)]
    if query.get("url"):
        return [PageDocument(address=query["url"], is_default=True)]
    return documents_of(config, query.get("urls.primaryName") or text_of(config, "urls.primaryName"))


def documents_of(config: JSON, primary: str = "") -> list[PageDocument]:
    """The documents that a configuration names, if it is not another configuration."""
    urls = config if isinstance(config, list) else as_array(as_object(config).get("urls"))  # Springfox has a list
    many = [
        PageDocument(
            address=text_of(each, "url"), title=text_of(each, "name"), is_default=text_of(each, "name") == primary
        )
        for each in urls
        if text_of(each, "url")
    ]
    if many:
        return many
    return [*from_value(as_object(config).get("spec"))] or [*from_value(as_object(config).get("url"))]


def _query(config: JSON, page: HtmlPage) -> dict[str, str]:
    """The part of the page's query that counts: Swagger UI reads it if it may, or if a script of the page does."""
    is_read = as_object(config).get("queryConfigEnabled") is True
    is_read = is_read or any(script.reads("location.search") for script in page.scripts)
    return dict(page.query) if is_read else {}


PLATFORM = HtmlPlatform(name="Swagger UI", recognise=recognise, read=read)
