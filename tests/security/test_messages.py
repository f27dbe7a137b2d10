"""What a server, a file or a description may put into messages, headers, files and code: 25 texts."""

from __future__ import annotations

import json
import stat
from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest

from fledge.config.client import client_from_arguments
from fledge.runtime.client import BaseClient
from fledge.runtime.downloads import written
from fledge.runtime.errors import APIConnectionError, APIError
from fledge.runtime.messages import Headers, Response
from fledge.runtime.multipart import FormPart, MultipartBody
from fledge.runtime.oauth2 import OAuth2, OAuth2Error
from fledge.runtime.operation import Operation
from fledge.runtime.status_errors import APIStatusError
from fledge.runtime.transport import StreamedResponse
from fledge.workflows.generate import generate
from tests.runtime.http.operations import STATUS_ERRORS

GET = Operation[Any]("GET /x", success={200: Any})
SECRET, PASSWORD, REFRESH = "s3cr/t value+", "pa ss&w", "re/fresh=="


class Echo:
    """A transport whose responses repeat what `text` makes of the request."""

    def __init__(self, text: Any, status: int = 400) -> None:
        self.text, self.status = text, status

    def send(self, request: Any) -> StreamedResponse:
        body = json.dumps(self.text(request)).encode()
        return StreamedResponse(self.status, Headers(), lambda: iter([body]), lambda: None)

    def close(self) -> None:
        pass


@pytest.mark.parametrize("member", ["error", "error_description"])
@pytest.mark.parametrize("client_auth", ["basic", "post"])
@pytest.mark.parametrize("grant", ["client_credentials", "password", "refresh_token"])
def test_a_token_server_that_repeats_secrets(member: str, client_auth: Any, grant: str) -> None:
    """Neither message nor code has them, plain, percent-encoded, or as the header of Basic."""

    def repeated(request: Any) -> Any:
        return {member: f"{request.content.decode()} {request.headers} {SECRET} {PASSWORD} {REFRESH}"}

    users = {"username": "u", "password": PASSWORD} if grant == "password" else {}
    token = {"refresh_token": REFRESH} if grant == "refresh_token" else {}
    auth = OAuth2(
        None,
        token_urls={grant: "/token"},
        client_id="id",
        client_secret=SECRET,
        client_auth=client_auth,
        **users,
        **token,
    )
    options: Any = {
        "base_url": "http://x",
        "errors": STATUS_ERRORS,
        "schemes": {"o": auth},
        "security": (("o",),),
        "max_retries": 0,
    }
    client = BaseClient(transport=Echo(repeated), **options)
    with pytest.raises(OAuth2Error) as caught:
        client.call(GET({}))
    from urllib.parse import quote, quote_plus

    shown = f"{caught.value} {caught.value!r} {caught.value.code} {caught.value.args} {vars(caught.value)}"
    basic = b64encode(f"id:{quote_plus(SECRET)}".encode()).decode()
    secrets = [SECRET, *([PASSWORD] if users else []), *([REFRESH] if token else [])]
    for secret in [*secrets, *map(quote, secrets), *map(quote_plus, secrets), basic]:
        assert secret not in shown


@pytest.mark.parametrize("text", ["a\x1b[31mb", "a\nb", "a\rb", "a\x00b", "a\u202eb", "a\x9bb", "a\u2028b"])
def test_control_characters_of_a_server(text: str) -> None:
    """A message has them as escapes: no server steers a terminal or forges a line of a log."""
    client = BaseClient(
        transport=Echo(lambda _: {"message": text}), base_url="http://x", errors=STATUS_ERRORS, max_retries=0
    )
    with pytest.raises(APIStatusError) as caught:
        client.call(GET({}))
    assert str(caught.value).isprintable() and "a\\" in str(caught.value)
    raw = Response(400, Headers({"x": text}), b"", None)
    for error in (APIError(text), APIConnectionError(text), APIStatusError(text, raw, None)):
        assert str(error).isprintable()


@pytest.mark.parametrize("name", ["X-A\r\nX-Evil", "X A", "X:A", "", "X-\x00", "X-é"])
def test_names_of_headers_of_parts(name: str) -> None:
    """A header of a part is a token, whoever names it."""
    for body in (
        MultipartBody(encoding=(FormPart("f", headers={name: "v"}),)),
        MultipartBody(),
    ):
        value = {"f": b"x"} if body.encoding else {"f": ("n.txt", b"x", "text/plain", {name: "v"})}
        with pytest.raises(ValueError, match="is not the name of a header"):
            body.written(value)


def test_a_saved_file_keeps_its_mode(tmp_path: Path) -> None:
    """A file that only its owner may read stays so when a download replaces it."""
    path = tmp_path / "f"
    path.write_text("old")
    path.chmod(0o600)
    with written(path, {}) as file:
        [part] = [each for each in tmp_path.iterdir() if each != path]
        assert stat.S_IMODE(part.stat().st_mode) == 0o600
        file.write(b"new")
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"new", 0o600)


URLS = [
    "https://user:hunter2@api.example.com/v1",
    "https://hunter2@api.example.com",
    "//user:hunter2@api.example.com/v1",
    "{scheme}://user:hunter2@api.example.com",
]


@pytest.mark.parametrize("url", URLS)
def test_servers_with_a_user(tmp_path: Path, url: str) -> None:
    """A user and a password in a server's URL reach neither code, nor pages, nor messages."""
    server = {"url": url, "variables": {"scheme": {"default": "https"}}}
    operation = {"operationId": "getX", "servers": [server], "responses": {"200": {"description": "ok"}}}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "servers": [server],
        "paths": {"/x": {"get": operation}, "/y": {"get": {**operation, "operationId": "getY", "servers": []}}},
    }
    (tmp_path / "openapi.json").write_text(json.dumps(document))
    result = generate(client_from_arguments([str(tmp_path / "openapi.json")], str(tmp_path / "out")))
    assert {each.code for each in result.diagnostics.items} >= {"server-user"}
    assert "hunter2" not in "".join(each.message for each in result.diagnostics.items)
    texts = [path.read_text(encoding="utf-8") for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert texts and not [text for text in texts if "hunter2" in text]
    assert [text for text in texts if "api.example.com" in text]
