"""The same method and path on several servers are several operations: none is dropped, and each calls its own server."""

from __future__ import annotations

import json
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from fledge.config.filters import Filter
from fledge.diff import compare_apis
from fledge.ir import Api
from tests.client import imported, make, put, understand

CLIENT, FEDERATION = "/_matrix/client/v3", "/_matrix/federation/v1"
BASE = "{scheme}://{host}{basePath}"


def write(folder: Path, name: str, base: str, *methods: str, path: str = "/rooms", url: str = BASE) -> None:
    """A description whose server has the default `base` of a variable, and returns what only it has."""
    schema = {"type": "object", "required": [name], "properties": {name: {"type": "string"}}}
    responses = {"200": {"description": "x", "content": {"application/json": {"schema": schema}}}}
    variables = {"scheme": "https", "host": "example.com", "basePath": base}
    parameters = [
        {"name": each.partition("}")[0], "in": "path", "required": True, "schema": {"type": "string"}}
        for each in path.split("{")[1:]
    ]
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.json").write_text(
        json.dumps(
            {
                "openapi": "3.1.0",
                "info": {"title": f"The {name} API", "version": "1"},
                "servers": [{"url": url, "variables": {key: {"default": each} for key, each in variables.items()}}],
                "paths": {
                    path: {
                        method: {"operationId": f"{method}Rooms", "responses": responses, "parameters": parameters}
                        for method in methods
                    }
                },
            }
        )
    )


def requests(api: Api) -> list[str]:
    return sorted(operation.request for resource in api.resources for operation in resource.operations)


def calls(api: Api) -> dict[str, str]:
    return {
        operation.request: f"{resource.name.python}.{operation.name.python}"
        for resource in api.resources
        for operation in resource.operations
    }


def test_operations_of_several_servers_are_all_kept(tmp_path: Path) -> None:
    """The path alone is that of the usual server; what is called differently says by which server."""
    write(tmp_path / "api", "client", CLIENT, "get", "post")
    write(tmp_path / "api", "federation", FEDERATION, "get")
    write(tmp_path / "api", "more", CLIENT, "get", path="/more")
    api, diagnostics = understand(tmp_path / "api")
    assert requests(api) == ["GET /more", "GET /rooms", f"GET /rooms @ {FEDERATION}", "POST /rooms"]
    assert not [each for each in diagnostics if each.code == "operation-conflict"]
    named = calls(api)
    assert named[f"GET /rooms @ {FEDERATION}"] == f"{named['GET /rooms']}_federation_v1"


def test_servers_with_one_in_common_are_one_api(tmp_path: Path) -> None:
    """A page that names only one of two servers describes the same operation, and so does one that names none."""
    write(tmp_path / "api", "one", "/v1", "get", url="https://example.com/v1")
    write(tmp_path / "api", "two", "/v1", "get", url="https://example.com/v1/")
    write(tmp_path / "api", "three", "/v1", "get", url="/")
    assert requests(understand(tmp_path / "api")[0]) == ["GET /rooms"]


def test_hosts_tell_servers_apart_where_paths_do_not(tmp_path: Path) -> None:
    """The whole URL is the label where the paths of the servers are the same."""
    write(tmp_path / "api", "one", "/v1", "get", url="https://a.example.com/v1")
    write(tmp_path / "api", "two", "/v1", "get", url="https://b.example.com/v1")
    assert requests(understand(tmp_path / "api")[0]) == ["GET /rooms", "GET /rooms @ https://b.example.com/v1"]


def test_each_operation_calls_its_own_server(tmp_path: Path) -> None:
    """A variable of the client's server is no variable of one with another default; the others follow the client."""
    write(tmp_path / "api", "client", CLIENT, "get")
    write(tmp_path / "api", "federation", FEDERATION, "get")
    write(tmp_path / "api", "more", CLIENT, "get", path="/more")
    api, _ = understand(tmp_path / "api")
    put(make(tmp_path / "api"), tmp_path / "rooms_client")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = json.dumps({"client": self.path, "federation": self.path}).encode()
            self.send_response(200)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            """Print nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        with imported(tmp_path, "rooms_client") as package:
            with package.Client(scheme="http", host=f"127.0.0.1:{server.server_port}") as client:
                received: dict[str, str] = {}
                for request, call in calls(api).items():
                    resource, name = call.split(".")
                    if "more" not in request:
                        result = getattr(getattr(client, resource), name)()
                        received[request] = getattr(result, "client", None) or result.federation
    finally:
        server.shutdown()
        server.server_close()
    assert received == {
        "GET /rooms": f"{CLIENT}/rooms",
        f"GET /rooms @ {FEDERATION}": f"{FEDERATION}/rooms",
    }


def test_filters_take_the_path_and_the_server(tmp_path: Path) -> None:
    """A path means it on all servers; with a server it means one operation."""
    write(tmp_path / "api", "client", CLIENT, "get", "post")
    write(tmp_path / "api", "federation", FEDERATION, "get")
    write(tmp_path / "api", "more", CLIENT, "get", path="/more")

    def excluded(**patterns: tuple[str, ...]) -> list[str]:
        return requests(understand(tmp_path / "api", exclude=Filter(**patterns))[0])

    assert excluded(paths=("/rooms",)) == ["GET /more"]
    assert excluded(paths=(f"/rooms @ {FEDERATION}",)) == ["GET /more", "GET /rooms", "POST /rooms"]
    assert excluded(operations=("GET /rooms",)) == ["GET /more", "POST /rooms"]
    assert excluded(operations=("GET /rooms @ **",)) == ["GET /more", "GET /rooms", "POST /rooms"]


def test_diff_compares_each_with_itself(tmp_path: Path) -> None:
    """An operation of another server is added, and takes the name of none; a server that goes takes only its own."""
    write(tmp_path / "old", "client", CLIENT, "get", "post")
    write(tmp_path / "new", "client", CLIENT, "get", "post")
    write(tmp_path / "new", "federation", FEDERATION, "get")
    old, _ = understand(tmp_path / "old")
    new, _ = understand(tmp_path / "new", given=old.names)
    changes = {(change.code, change.endpoint) for change in compare_apis(old, new).changes if change.endpoint}
    assert ("operation-added", f"GET /rooms @ {FEDERATION}") in changes or ("operation-added", "GET /rooms") in changes
    assert not [code for code, _ in changes if code.startswith("operation-") and code != "operation-added"]
    back = compare_apis(new, understand(tmp_path / "old", given=new.names)[0])
    codes: Mapping[str, Any] = {change.code: change for change in back.changes}
    assert "operation-removed" in codes and "operation-renamed" not in codes


def test_names_of_variables_are_not_in_the_lock(tmp_path: Path) -> None:
    """Whoever renames a variable of a path changes no key, and a lock that has the old keys keeps its names."""
    write(tmp_path / "old", "client", CLIENT, "get", path="/rooms/{room}/users/{user}")
    write(tmp_path / "new", "client", CLIENT, "get", path="/rooms/{roomId}/users/{userId}")
    old, new = understand(tmp_path / "old")[0], understand(tmp_path / "new")[0]
    assert "GET /rooms/{}/users/{}" in old.names
    assert list(old.names) == list(new.names)
    path = "/rooms/{room}/users/{user}"
    escaped = path.replace("/", "~1")
    older = {
        f"GET {path}": "chat.members",
        f"class #/paths/{escaped}/get/responses/200/content/application~1json/schema": "Members",
    }
    for folder in ("old", "new"):
        kept = understand(tmp_path / folder, given=older)[0]
        assert list(calls(kept).values()) == ["chat.members"]
        assert [model.name.python for model in kept.models] == ["Members"]


def test_names_of_variables_stay_where_only_they_differ(tmp_path: Path) -> None:
    """Two paths of which a server sees one: both operations are generated, and the lock tells them apart."""
    write(tmp_path / "api", "one", CLIENT, "get", path="/rooms/{id}")
    write(tmp_path / "api", "two", CLIENT, "get", path="/rooms/{name}")
    api, _ = understand(tmp_path / "api")
    assert [key for key in api.names if key.startswith("GET")] == ["GET /rooms/{id}", "GET /rooms/{name}"]
    again, _ = understand(tmp_path / "api", given=api.names)
    assert again.names == api.names
