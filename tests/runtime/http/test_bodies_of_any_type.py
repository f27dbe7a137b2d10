"""A body that may be anything may be null, too."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.client import document, imported, make_from, operation, put
from tests.runtime.http.conftest import Api, Server


@pytest.mark.parametrize("required", [True, False])
def test_null_is_a_value_and_nothing_is_no_body(api: Api, server: Server, tmp_path: Path, required: bool) -> None:
    """None is sent as null whether the body is required or not; without an argument, an optional one is absent."""
    content = {"application/json": {"schema": {"description": "Anything."}}}
    call = operation(operationId="store", tags=["x"], requestBody={"required": required, "content": content})
    put(make_from(document({"/x": {"post": call}}), tmp_path), tmp_path / "any_client")
    with imported(tmp_path, "any_client") as package:
        client = (package.AsyncClient if api.asynchronous else package.Client)(base_url=server.url)
        server.answer(204)
        for value, text in ((None, b"null"), (False, b"false"), ({}, b"{}")):
            api.run(client.x.store(body=value))
            assert (server.last.body, server.last.headers["content-type"]) == (text, "application/json")
        if not required:
            api.run(client.x.store())
            assert (server.last.body, server.last.headers.get("content-type")) == (b"", None)
        api.run(client.close())
