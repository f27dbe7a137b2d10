"""The client of an application of Litestar: every idiom arrives as it was sent, and comes back as it is."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from types import ModuleType
from typing import Any
from uuid import UUID

import pytest

from .serving import client_of, served

pytestmark = pytest.mark.slow
LISTS = ["list_by_number", "list_by_offset", "list_by_cursor"]


@pytest.fixture(scope="module")
def kennel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[ModuleType, str]]:
    folder = tmp_path_factory.mktemp("litestar")
    command = ["-m", "uvicorn", "tests.servers.litestar_app:app", "--port", "PORT", "--log-level", "warning"]
    needs = ["litestar", "uvicorn", "multipart"]
    with served(command, "/schema/openapi.json", folder, needs=needs) as (url, description):
        with client_of(description, folder, "litestar_kennel") as package:
            yield package, url


@pytest.fixture(scope="module")
def client(kennel: tuple[ModuleType, str]) -> Iterator[Any]:
    package, url = kennel
    with package.Client(base_url=url, max_retries=0, strict_responses=True) as client:
        yield client


@pytest.mark.parametrize("name", LISTS)
def test_every_list_goes_to_its_end(kennel: tuple[ModuleType, str], client: Any, name: str) -> None:
    """By the number of the page, by offset and by cursor."""

    async def ids() -> list[int]:
        async with kennel[0].AsyncClient(base_url=kennel[1]) as other:
            return [each.id async for each in getattr(other.pages, name)()]

    assert [each.id for each in getattr(client.pages, name)()] == [1, 2, 3, 4, 5]
    assert asyncio.run(ids()) == [1, 2, 3, 4, 5]


def test_pages_begin_where_the_caller_says(client: Any) -> None:
    """Of the size that the caller wants."""
    assert [each.id for each in client.pages.list_by_number(page_size=3, current_page=2)] == [4, 5]
    assert [each.id for each in client.pages.list_by_offset(limit=3, offset=1)] == [2, 3, 4, 5]
    assert [each.id for each in client.pages.list_by_cursor(cursor="3")] == [4, 5]


def test_items(kennel: tuple[ModuleType, str], client: Any) -> None:
    """Models of dataclasses, parts of them, and what the server says of errors."""
    assert client.items.create(id=3, tags=["a"]).tags == ["a"]
    assert client.items.update(3, name="y") == {"id": 3, "name": "y"}
    assert client.items.delete(3) is None
    assert client.items.get(2).id == 2
    with pytest.raises(kennel[0].NotFoundError) as missing:
        client.items.get(9)
    assert (missing.value.message, missing.value.status_code) == ("There is no 9", 404)
    with pytest.raises(kennel[0].ConflictError) as conflict:
        client.items.create(id=9)
    assert conflict.value.message == "It is there"


def test_tagged_unions(kennel: tuple[ModuleType, str], client: Any) -> None:
    """msgspec tells structs apart by a constant, which is sent."""
    models = kennel[0].models
    pets = [models.Cat(lives=3), models.Dog(tricks=["roll"])]
    owner = client.owners.create(name="Ann", pet=pets[0], pets=pets, by_room={"hall": pets[1]}, nick=None)
    assert (owner.pet, owner.pets, owner.by_room, owner.nick) == (pets[0], pets, {"hall": pets[1]}, None)
    assert client.owners.echo_pets(body=pets) == {"0": pets[0], "1": pets[1]}


def test_values_come_back_as_they_were_sent(client: Any) -> None:
    """Durations, times, UUIDs, enums, tuples, large integers and free values."""
    sent: dict[str, Any] = {
        "wait": timedelta(days=1, seconds=3),
        "at": datetime(2024, 1, 2, 3, 4, 5, 6, tzinfo=timezone.utc),
        "day": date(2024, 2, 29),
        "id": UUID(int=5),
        "size": "large",
        "rank": 2,
        "pair": [3, "z"],
        "anything": {"a": [1, None]},
        "labels": {"a": 1, "b": "c", "d": None},
        "mixed_up": "s",
        "count": 9007199254740993,
    }
    echoed = client.values.echo(**sent)
    assert {name: getattr(echoed, name) for name in sent} == sent


def test_parameters_arrive(client: Any) -> None:
    """In the path, the query, headers and cookies."""
    day, ident = date(2024, 2, 29), UUID(int=5)
    assert client.values.echo_path(day, ident, "a/b c") == ["2024-02-29", str(ident), "/a/b c"]
    when = datetime(2024, 1, 2, 3, 4, 5, tzinfo=timezone.utc)
    echoed = client.values.echo_parameters(
        ids=[2, 1],
        when=when,
        size="small",
        wait=timedelta(minutes=5),
        price="1.50",
        flag=True,
        x_token="t",
        session="s",
    )
    assert echoed == {
        "ids": [2, 1],
        "when": "2024-01-02T03:04:05Z",
        "size": "small",
        "wait": 300.0,
        "price": "1.50",
        "flag": True,
        "token": "t",
        "session": "s",
    }


def test_forms_uploads_and_bodies_that_nobody_describes(client: Any) -> None:
    """Forms of both kinds, files with names, and bytes."""
    assert client.bodies.form(name="n", age=3).age == 3
    files = [("p.bin", b"x"), ("q.bin", b"y")]
    assert client.bodies.upload(title="t", file=("a.txt", b"abc"), more=files) == ["t", "a.txt", 3, ["p.bin", "q.bin"]]
    assert client.bodies.raw(extra_body=b"abc") == 3


def test_answers(kennel: tuple[ModuleType, str], client: Any) -> None:
    """Text, files, what is packed or moved, nothing, and events that are described as JSON."""
    assert client.answers.text() == "12"
    assert client.answers.file().startswith(b'"""An application of Litestar')
    assert client.answers.packed()[:1] == b"\x83"
    assert client.answers.moved() == {"id": 1, "name": "x", "tags": []}
    assert client.answers.maybe() is None and client.answers.maybe(there=True).id == 1
    assert client.answers.with_raw_response.headers().headers["x-rate"] == "7"
    with kennel[0].Client(base_url=kennel[1]) as lenient:
        assert "data: a" in lenient.answers.events()
