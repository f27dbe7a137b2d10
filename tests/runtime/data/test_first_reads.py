"""What comes first is read without a decoder: only models in it are imported, and nothing else is different."""

from __future__ import annotations

import logging
import sys
from decimal import Decimal
from typing import Any

import pytest

from .conftest import Package, Write

MODELS = {
    "customer": "class Customer(Model):\n    id: str\n    balance: float | None = None\n"
    "    account: str | Account | None = None\n    sources: list[Source] | None = None\n"
    "    by_name: dict[str, Source] | None = None\n    fee: Decimal | None = None\n"
    "    kind: Literal['a', 'b'] | str | None = None\n    since: datetime | None = None\n",
    "account": "class Account(Model):\n    id: str\n    bank: Bank | None = None\n",
    "bank": "class Bank(Model):\n    iban: str\n",
    "source": "class Card(Model, tag_field='type', tag='card'):\n    number: str\n"
    "class Wallet(Model, tag_field='type', tag='wallet'):\n    owner: Customer | None = None\n"
    "Source: TypeAlias = Card | Wallet\n",
    "note": "class Note(OpenModel):\n    about: Bank | None = None\n"
    "    additional_properties: dict[str, Account] = field(default_factory=lambda: {})\n",
}


@pytest.fixture
def package(write: Write) -> Package:
    return write(MODELS)


def imported(package: Package) -> set[str]:
    """The modules of models that have been imported."""
    start = f"{package.name}.models."
    return {name.removeprefix(start) for name in sys.modules if name.startswith(start)}


def read(package: Package, type_: Any, data: str) -> Any:
    """Decode once, with no look at what comes later."""
    return package.module("_runtime.codec").decode(type_, data.encode())


def test_only_models_in_an_answer_are_imported(package: Package) -> None:
    """A customer names accounts and sources, and this one has neither."""
    customer = read(package, package.Customer, '{"id": "c", "account": "a", "sources": null, "balance": 1.5}')
    assert (customer.id, customer.account, customer.balance) == ("c", "a", 1.5)
    assert imported(package) == {"customer"}
    customer = read(package, package.Customer, '{"id": "c", "account": {"id": "a"}}')
    assert customer.account == package.Account(id="a")
    assert imported(package) == {"customer", "account"}


def test_so_are_those_of_dictionaries_and_of_json_methods(package: Package) -> None:
    """`from_json` and `from_dict` read in the same way."""
    for customer in (
        package.Customer.from_json('{"id": "c", "account": {"id": "a"}}'),
        package.Customer.from_dict({"id": "c", "account": {"id": "a"}}),
    ):
        assert customer == package.Customer(id="c", account=package.Account(id="a"))
    assert imported(package) == {"customer", "account"}


@pytest.mark.parametrize(
    "text",
    [
        '{"id": "c"}',
        '{"id": "c", "unknown": {"a": [1]}}',
        '{"id": "c", "balance": 9007199254740993}',
        '{"id": "c", "balance": 5.0, "fee": 1.10}',
        '{"id": "c", "fee": "1.10", "since": "2024-05-06T07:08:09Z", "kind": "z"}',
        '{"id": "c", "account": {"id": "a", "bank": {"iban": "x"}}, "sources": []}',
        '{"id": "c", "sources": [{"type": "card", "number": "1"}, {"type": "wallet", "owner": {"id": "d"}}]}',
        '{"id": "c", "by_name": {"x": {"type": "wallet"}, "y": {"type": "card", "number": "2"}}}',
        '{"id": 7, "balance": "much", "account": 1, "sources": [{"type": "coin"}, 1, null], "since": "today"}',
        '{"account": {}, "sources": {"type": "card"}}',
        '{"id": "c", "id": "d", "balance": 1e400}',
        '{"id": "\\ud83d", "kind": NaN}',
        "[]",
        "null",
    ],
)
def test_it_is_what_msgspec_decodes(package: Package, text: str) -> None:
    """`decode` of these tests compares what is read at first and later."""
    try:
        package.decode(package.Customer, text)
    except package.mismatch_error:
        with pytest.raises(package.mismatch_error):
            package.decode(package.Customer, text)
    package.decode(list[package.Customer], f"[{text}, {text}]")


def test_decimals_keep_their_digits(package: Package) -> None:
    """A number with a fraction is left to msgspec, which sees its digits."""
    customer = read(package, package.Customer, '{"id": "c", "fee": 1.10}')
    assert str(customer.fee) == str(Decimal("1.10"))


def test_open_models_are_read_so_too(package: Package) -> None:
    note = read(package, package.Note, '{"about": null, "more": {"id": "a"}}')
    assert note.additional_properties == {"more": package.Account(id="a")}
    assert package.decode(package.Note, '{"about": {"iban": "x"}, "more": {"id": "a"}}').about.iban == "x"


def test_what_contradicts_the_description_is_logged_once(package: Package, caplog: pytest.LogCaptureFixture) -> None:
    """Also if it is what comes first."""
    with caplog.at_level(logging.WARNING):
        for _ in range(2):
            assert read(package, package.Customer, '{"kind": "a"}').id is None
    assert [record.getMessage() for record in caplog.records] == [
        "Customer.id is required but did not come; it is None"
    ]


def test_after_five_hundred_models_msgspec_decodes(package: Package) -> None:
    """It is many times as fast, once it has learned all that a type leads to."""
    codec = package.module("_runtime.codec")
    hundred = ", ".join(['{"id": "c"}'] * 100)
    for _ in range(5):
        read(package, list[package.Customer], f"[{hundred}]")
    assert list[package.Customer] not in codec._decoders
    assert read(package, list[package.Customer], '[{"id": "c"}]') == [package.Customer(id="c")]
    assert list[package.Customer] in codec._decoders
    assert imported(package) == {"customer", "account", "bank", "source"}


def test_a_large_answer_is_msgspecs_from_the_start(package: Package) -> None:
    data = '[{"id": "' + "c" * 300_000 + '"}]'
    assert len(read(package, list[package.Customer], data)[0].id) == 300_000
    assert list[package.Customer] in package.module("_runtime.codec")._decoders
