"""The lists in which hosts name their descriptions by convention."""

from __future__ import annotations

from collections.abc import Iterator

from fledge.loader.pages.html import parse_json_text
from fledge.openapi.json_values import as_array, as_object, as_string


def catalog_addresses(text: str) -> Iterator[str]:
    """The addresses of descriptions in an API catalog (RFC 9727): `service-desc` of each entry of its `linkset`."""
    for entry in as_array(as_object(parse_json_text(text)).get("linkset")):
        for link in as_array(as_object(entry).get("service-desc")):
            yield as_string(as_object(link).get("href"))


def listing_addresses(text: str) -> Iterator[str]:
    """The addresses of descriptions in an `apis.json`."""
    for api in as_array(as_object(parse_json_text(text)).get("apis")):
        for entry in as_array(as_object(api).get("properties")):
            if as_string(as_object(entry).get("type")).lower() in ("openapi", "swagger"):
                yield as_string(as_object(entry).get("url"))
