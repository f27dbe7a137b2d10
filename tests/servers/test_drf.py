"""The client of an application of Django REST framework, whose description drf-spectacular makes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from types import ModuleType
from typing import Any
from uuid import UUID

import pytest

from .serving import client_of, served

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[ModuleType, str]]:
    folder = tmp_path_factory.mktemp("drf")
    needs = ["django", "rest_framework", "drf_spectacular"]
    with served(["-m", "tests.servers.drf_app", "PORT"], "/api/schema/", folder, needs=needs) as (url, description):
        with client_of(description, folder, "shelf") as package:
            yield package, url


@pytest.fixture(scope="module")
def client(shelf: tuple[ModuleType, str]) -> Iterator[Any]:
    package, url = shelf
    with package.Client(base_url=url, max_retries=0, strict_responses=True, username="ann", password="pass") as client:
        yield client


@pytest.mark.parametrize(
    "resource, options",
    [
        ("by_number", {}),
        ("by_number", {"page_size": 3}),
        ("by_offset", {}),
        ("by_offset", {"limit": 3}),
        ("by_cursor", {}),
        ("by_plain_number", {}),
    ],
)
def test_every_list_goes_to_its_end(client: Any, resource: str, options: dict[str, int]) -> None:
    """By the URL of the next page; and by a number alone, where status 404 is behind the last page."""
    assert [each.id for each in getattr(client, resource).list(**options)] == [1, 2, 3, 4, 5]


def test_a_book_comes_back_as_it_was_sent(client: Any) -> None:
    """Decimals with all digits, dates, UUIDs, JSON, and a choice; what is only written does not come back."""
    sent: dict[str, Any] = {
        "title": "T",
        "author": 1,
        "price": Decimal("12345.60"),
        "genre": "prose",
        "published": date(2024, 2, 29),
        "key": UUID(int=7),
        "facts": {"a": [1]},
    }
    book = client.books.create(**sent, length=timedelta(days=3, hours=2), secret="s", tags=["a", "b"])
    assert {name: getattr(book, name) for name in sent} == sent
    assert (book.length, book.author_name) == ("3 02:00:00", "author 1")  # described as plain text
    assert client.books.retrieve(book.id) == book
    assert client.books.partial_update(book.id, price=Decimal("0.10")).price == Decimal("0.10")
    assert client.books.destroy(book.id) is None


@pytest.mark.parametrize("genre", ["", None, "verse"])
def test_choices_may_be_blank_or_null(client: Any, genre: str | None) -> None:
    """drf-spectacular writes a union of three enums."""
    assert client.books.create(title="T", author=1, genre=genre, price=None).genre == genre


@pytest.mark.parametrize("media_type", ["application/json", "application/x-www-form-urlencoded", "multipart/form-data"])
def test_each_media_type_that_is_described_works(client: Any, media_type: str) -> None:
    """JSON, and both kinds of forms."""
    book = client.books.create(title="ä&=", author=2, price=Decimal("1.50"), tags=["a", "b"], content_type=media_type)
    assert (book.title, book.author, book.price) == ("ä&=", 2, Decimal("1.50"))


def test_uploads_actions_and_lists_of_parameters(client: Any) -> None:
    """Actions of a view set."""
    book = client.books.create(title="T", author=1)
    assert client.books.cover_create(book.id, cover=("c.txt", b"abc")).cover.startswith(f"http")
    assert client.books.touch_create(book.id) is None
    assert client.books.words_list(word=["a", "b c"]) == ["a", "b c"]


def test_polymorphic_serializers(shelf: tuple[ModuleType, str], client: Any) -> None:
    """A union by discriminator, as one value and as items."""
    models = shelf[0].models
    firm = models.Firm(company="Acme", people=[models.Person(first_name="Ann")])
    assert client.parties.echo(body=firm) == models.Firm(company="Acme", people=[models.Person(first_name="Ann")])
    assert [type(each).__name__ for each in client.parties.list()] == ["Person", "Firm"]


def test_validation_errors_name_their_fields(shelf: tuple[ModuleType, str], client: Any) -> None:
    """A list of texts for each field, whatever fields are called; and one for the whole object."""
    with pytest.raises(shelf[0].BadRequestError) as invalid:
        client.books.create(title="", author=99, price="abc")
    assert invalid.value.message == (
        "title: This field may not be blank.; "
        'author: Invalid pk "99" - object does not exist.; '
        "price: A valid number is required."
    )
    with pytest.raises(shelf[0].BadRequestError) as invalid:
        client.books.create(title="forbidden", author=1)
    assert invalid.value.message == "This title is forbidden."
    with pytest.raises(shelf[0].NotFoundError) as missing:
        client.books.retrieve(99)
    assert missing.value.message == "No Book matches the given query."


def test_credentials(shelf: tuple[ModuleType, str], client: Any) -> None:
    """A name and a password, or a token whose prefix the description only mentions."""
    package, url = shelf
    assert client.me.who_am_i() == "ann"
    with package.Client(base_url=url, token="Token 0123456789") as by_token:
        assert by_token.me.who_am_i() == "ann"
