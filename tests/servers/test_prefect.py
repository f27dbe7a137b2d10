"""The client of Prefect's server: lists by POST, whose limit and offset are fields of the body."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest

from .serving import client_of, served

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def prefect(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[ModuleType, str]]:
    folder = tmp_path_factory.mktemp("prefect")
    command = ["-m", "uvicorn", "--factory", "prefect.server.api.server:create_app", "--port", "PORT"]
    environment = {
        "PREFECT_HOME": str(folder),
        "DO_NOT_TRACK": "1",
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_API_DATABASE_CONNECTION_URL": f"sqlite+aiosqlite:///{folder}/prefect.db",
    }
    with served(command, "/openapi.json", folder, needs=["prefect"], environment=environment) as (url, description):
        with client_of(description, folder, "prefect_api") as package:
            yield package, f"{url}/api"


@pytest.fixture(scope="module")
def client(prefect: tuple[ModuleType, str]) -> Iterator[Any]:
    package, url = prefect
    with package.Client(base_url=url, max_retries=0) as client:
        for name in ("a", "b", "c", "d", "e"):
            client.flows.create(name=name, tags=["test"], labels={"n": 1, "x": "y"})
        yield client


def test_a_list_by_post_goes_to_its_end(client: Any) -> None:
    """By an offset in the body; and by a page with their number."""
    assert [each.name for each in client.flows.read_flows(limit=2)] == ["a", "b", "c", "d", "e"]
    assert [each.name for each in client.flows.paginate(limit=2)] == ["a", "b", "c", "d", "e"]
    assert [each.name for each in client.flows.read_flows(limit=2, offset=3, sort="NAME_DESC")] == ["b", "a"]


def test_values_come_back(client: Any) -> None:
    """Times, UUIDs, maps of unions, and states with a union of details."""
    flow = client.flows.read_by_name("a")
    assert (flow.tags, flow.labels) == (["test"], {"n": 1, "x": "y"})
    assert client.flows.read_flow(flow.id).created == flow.created
    run = client.flow_runs.create(flow_id=flow.id, parameters={"n": 9007199254740993}, state={"type": "SCHEDULED"})
    assert run.parameters == {"n": 9007199254740993} and run.state.type == "SCHEDULED"
