"""The client of an application of FastAPI: every idiom arrives as it was sent, and comes back as it is."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, timezone
from types import ModuleType
from typing import Any
from uuid import UUID

import pytest

from .serving import client_of, served

pytestmark = pytest.mark.slow
REQUIRED: dict[str, Any] = {
    "at": datetime(2024, 1, 2, 3, 4, 5, 6, tzinfo=timezone.utc),
    "day": date(2024, 2, 29),
    "clock": time(1, 2, 3),
    "id": UUID(int=5),
    "price": "1.10",
}


@pytest.fixture(scope="module")
def kennel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[ModuleType, str]]:
    folder = tmp_path_factory.mktemp("fastapi")
    command = ["-m", "uvicorn", "tests.servers.fastapi_app:app", "--port", "PORT", "--log-level", "warning"]
    with served(command, "/openapi.json", folder, needs=["fastapi", "uvicorn", "multipart"]) as (url, description):
        with client_of(description, folder, "kennel") as package:
            yield package, url


@pytest.fixture(scope="module")
def client(kennel: tuple[ModuleType, str]) -> Iterator[Any]:
    package, url = kennel
    with package.Client(base_url=url, max_retries=0, strict_responses=True) as client:
        yield client


@pytest.fixture(scope="module")
def models(kennel: tuple[ModuleType, str]) -> Any:
    return kennel[0].models


LISTS = ["list_by_number", "list_by_offset", "list_by_cursor", "list_bare", "filter_items", "search_items"]


@pytest.mark.parametrize("name", LISTS)
def test_every_list_goes_to_its_end(client: Any, name: str) -> None:
    """By number, offset and cursor, in the query or in the body of a POST, with and without a total."""
    assert [each.id for each in getattr(client.pages, name)()] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("name", LISTS)
def test_every_list_goes_to_its_end_async(kennel: tuple[ModuleType, str], name: str) -> None:
    async def ids() -> list[int]:
        package, url = kennel
        async with package.AsyncClient(base_url=url) as client:
            return [each.id async for each in getattr(client.pages, name)()]

    assert asyncio.run(ids()) == [1, 2, 3, 4, 5]


def test_a_search_keeps_its_other_fields_on_later_pages(client: Any) -> None:
    """Only the offset changes from page to page."""
    assert [each.id for each in client.pages.filter_items(at_least=2, limit=1)] == [2, 3, 4, 5]
    assert [each.id for each in client.pages.search_items(at_least=3, limit=3)] == [3, 4, 5]


def test_unions_by_discriminator_come_back_as_their_members(client: Any, models: Any) -> None:
    """In a body, in its lists, maps and nullable fields."""
    pets = [models.Cat(lives=3), models.Dog(tricks=["roll"]), models.Bird(kind="finch", says=None)]
    owner = client.owners.create(name="Ann", pets=pets, by_room={"hall": pets[0]}, favourite=pets[2])
    assert owner.pets == pets
    assert owner.by_room == {"hall": pets[0]} and owner.favourite == pets[2]
    assert [client.owners.echo_pet(body=each) for each in pets] == pets
    assert client.owners.echo_pets(body=pets) == {str(index): pet for index, pet in enumerate(pets)}


def test_values_come_back_as_they_were_sent(client: Any, models: Any) -> None:
    """Large integers, durations, times, UUIDs, enums, tuples, free values, and names that Python reserves."""
    sent: dict[str, Any] = {
        **REQUIRED,
        "prices": ["12345678901234567890.12"],
        "ratio": 0.1,
        "count": 9007199254740993,
        "big": 2**70,
        "wait": timedelta(days=1, seconds=3, microseconds=5),
        "size": "large",
        "rank": 2,
        "pair": (3, "z"),
        "anything": {"a": [1, None]},
        "labels": {"a": 1, "b": "c", "d": None},
        "camel_case": "x",
        "class_": "y",
    }
    echoed = client.values.echo(**sent)
    given = {name: getattr(echoed, name) for name in sent}
    assert {**given, "price": str(given["price"]), "prices": [str(each) for each in given["prices"]]} == sent


def test_what_the_server_leaves_out_is_none(client: Any) -> None:
    """`response_model_exclude_unset` leaves out what the caller did not send."""
    sparse = client.values.echo_sparse(**REQUIRED)
    assert sparse.day == date(2024, 2, 29) and sparse.wait is None and sparse.labels is None


def test_models_of_their_own_kinds(client: Any, models: Any) -> None:
    """Recursive models, root models, and those that differ between input and output."""
    tree = client.values.echo_tree(name="a", children=[models.TreeInput(name="b")])
    assert tree.children[0].name == "b"
    assert client.values.echo_numbers(body=[1, 2]) == [1, 2]
    assert client.values.echo_square(side=1.5).area == 2.25


def test_parameters_arrive(client: Any) -> None:
    """Each in its place and form."""
    when = datetime(2024, 1, 2, 3, 4, 5, tzinfo=timezone.utc)
    echoed = client.values.echo_parameters(
        when, tag=["a", "b c"], wait=timedelta(minutes=5), price="1.50", size="small", flag=True, id=[2, 1], session="s"
    )
    assert echoed == {
        "when": "2024-01-02T03:04:05Z",
        "tag": ["a", "b c"],
        "wait": 300.0,
        "price": "1.50",
        "size": "small",
        "flag": True,
        "ids": [1, 2],
        "x_token": None,
        "x_many": None,
        "session": "s",
    }
    assert client.values.echo_filters(tags=["x", "y"], size="large").tags == ["x", "y"]


def test_optional_bodies(client: Any, models: Any) -> None:
    """They are sent if they are passed, also by DELETE."""
    assert client.bodies.optional() is None
    assert client.bodies.optional(id=4).id == 4
    assert client.bodies.no_answer() is None and client.bodies.no_answer(id=1) is None
    assert client.bodies.embedded(item=models.Item(id=1)) == 1
    assert client.bodies.two(item=models.Item(id=1))["weight"] == 1


def test_bodies_with_a_default(client: Any) -> None:
    """They are optional, as for FastAPI, which leaves `required` out: the server takes the default."""
    assert (client.bodies.count_or_default(), client.bodies.count_or_default(body=0)) == (3, 0)
    assert (client.bodies.list_or_default(), client.bodies.list_or_default(body=[])) == ([1, 2], [])
    assert (client.bodies.item_or_default().id, client.bodies.item_or_default(id=1).id) == (7, 1)
    assert client.bodies.text_or_default() == "none"


def test_uploads_and_forms(client: Any) -> None:
    """Files with and without names, lists of them, and text beside them."""
    received = client.bodies.upload(
        file=("a.txt", b"abc", "text/plain"), more=[("p.bin", b"x"), ("q.bin", b"y")], title="t", tags=["u", "v"]
    )
    assert received["file"] == ["a.txt", "text/plain", 3] and received["more"] == ["p.bin", "q.bin"]
    assert (received["title"], received["tags"], received["optional"]) == ("t", ["u", "v"], None)
    assert client.bodies.upload_bytes(data=b"abc", many=[b"x"]) == [3, 1]
    assert client.bodies.form(name="n", age=3) == {"name": "n", "age": 3}


def test_answers_of_all_media_types(kennel: tuple[ModuleType, str], client: Any) -> None:
    """Text, what is not declared, and answers for which nothing is declared: FastAPI does that for files."""
    assert client.answers.plain() == "12" and client.answers.html() == "<p>ä</p>"
    assert client.answers.with_raw_response.undeclared().content == b"\x00\xff"
    with kennel[0].Client(base_url=kennel[1]) as lenient:
        assert lenient.answers.undeclared() == b"\x00\xff"
    assert client.answers.nothing() is None and client.answers.maybe() is None
    assert client.answers.maybe(there=True).id == 1
    assert client.answers.file().startswith('"""An application of FastAPI')
    assert client.answers.download() == b"ab"
    assert client.answers.with_raw_response.download().content == b"ab"


def test_redirects_are_followed(client: Any) -> None:
    """By GET, and by POST where the server says 303."""
    assert client.answers.moved() == {"id": 1}
    assert client.answers.moved_get() == {"id": 1}


def test_errors_say_what_the_server_says(kennel: tuple[ModuleType, str], client: Any) -> None:
    """Lists of validation problems, and `detail` as an object."""
    with pytest.raises(kennel[0].UnprocessableEntityError) as invalid:
        client.bodies.form(name="n", age="x")
    assert invalid.value.message.startswith("body.age: Input should be a valid integer")
    assert invalid.value.body.detail[0].loc == ["body", "age"]
    with pytest.raises(kennel[0].NotFoundError) as missing:
        client.answers.missing(5)
    assert (missing.value.message, missing.value.status_code) == ("There is no 5", 404)


def test_streams(client: Any) -> None:
    """JSON lines, and events with and without names."""
    assert [each.id for each in client.streams.lines()] == [1, 2, 3, 4, 5]
    assert [each.id for each in client.streams.events()] == [1, 2, 3, 4, 5]
    events = [(each.event, each.id, each.data) for each in client.streams.named_events().events()]
    assert [each[:2] for each in events] == [("item", "1"), ("message", "1")]
    assert events[1][2] == "plain"
