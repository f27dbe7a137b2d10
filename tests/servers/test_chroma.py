"""The client of Chroma's server, whose description the server writes itself (utoipa)."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from .serving import client_of, served

pytestmark = pytest.mark.slow
PLACE = ("default_tenant", "default_database")


@pytest.fixture(scope="module")
def chroma(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[ModuleType, str]]:
    folder = tmp_path_factory.mktemp("chroma")
    program = str(Path(sys.executable).with_name("chroma"))
    command = [program, "run", "--path", str(folder / "data"), "--host", "127.0.0.1", "--port", "PORT"]
    environment = {"ANONYMIZED_TELEMETRY": "False"}
    with served(command, "/openapi.json", folder, needs=["chromadb"], environment=environment) as (url, description):
        with client_of(description, folder, "chroma_api") as package:
            yield package, url


@pytest.fixture(scope="module")
def client(chroma: tuple[ModuleType, str]) -> Iterator[Any]:
    package, url = chroma
    with package.Client(base_url=url, max_retries=0, strict_responses=True, auth=None) as client:
        yield client


def test_records_are_added_and_found(client: Any) -> None:
    """Embeddings are a union of lists, metadata a map of unions, and answers lists of lists."""
    collection = client.collection.create(*PLACE, name="fruits", metadata={"shelf": 7, "ripe": True}).id
    at = (*PLACE, collection)
    client.record.collection_add(
        *at,
        ids=["apple", "pear"],
        embeddings=[[1.0, 0.0], [0.0, 1.0]],
        documents=["An apple", None],
        metadatas=[{"price": 1.5, "kind": "pome"}, None],
    )
    assert client.record.collection_count(*at) == 2
    answer = client.record.collection_get(*at, ids=["apple"], include=["documents", "metadatas", "embeddings"])
    assert (answer.ids, answer.documents) == (["apple"], ["An apple"])
    assert answer.metadatas == [{"price": 1.5, "kind": "pome"}] and answer.embeddings == [[1.0, 0.0]]
    nearest = client.record.collection_query(*at, query_embeddings=[[0.1, 0.9]], n_results=1, include=["distances"])
    assert nearest.ids == [["pear"]] and nearest.distances[0][0] < 0.1
    assert client.collection.get(*PLACE, "fruits").metadata == {"shelf": 7, "ripe": True}


def test_collections_are_listed_to_the_end(client: Any) -> None:
    """By limit and offset, without a total."""
    names = {f"list{number}" for number in range(5)}
    for name in sorted(names):
        client.collection.create(*PLACE, name=name)
    assert names <= {each.name for each in client.collection.list(*PLACE, limit=2)}


def test_errors_say_what_the_server_says(chroma: tuple[ModuleType, str], client: Any) -> None:
    """Its `error` is a kind, and its `message` the reason."""
    with pytest.raises(chroma[0].NotFoundError) as missing:
        client.collection.get(*PLACE, "nothing")
    assert missing.value.message == "Collection [nothing] does not exist"
