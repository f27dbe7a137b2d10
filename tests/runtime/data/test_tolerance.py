"""Servers contradict their descriptions; reading goes on, and says so once."""

from __future__ import annotations

import logging
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from uuid import UUID

import pytest

from .conftest import Package, Write

MODELS = {
    "message": """
class Message(Model, rename="camel"):
    id: UUID
    status: Status | None = None
    kind: Literal["message"] = field(default_factory=lambda: "message")
    sender: Sender
    recipients: list[Sender] | None = None
    errors: list[str]
    labels: dict[str, int] | None = None
    point: tuple[int, Sender] | None = None
    created_at: datetime | None = None
    due: date | None | Unset = UNSET
    delay: timedelta | None = None
    price: Decimal | None = None
    raw: bytes | None = None
    reply_to: Message | None = None
""",
    "messages": """
from .message import Message

Messages: TypeAlias = list[Message]
""",
    "inbox": """
class Inbox(Model):
    messages: list[Message]
""",
    "sender": """
class Sender(Model, rename="camel"):
    display_name: str
    avatar_url: str | None = None
    joined_at: datetime | None = None
""",
    "status": """
Status: TypeAlias = Literal["accepted", "sent"] | str
""",
}
ID = "0ff78529-eb64-400d-8522-c45ae2170885"
GOOD = f'"id":"{ID}","sender":{{"displayName":"Ann"}},"errors":[]'


@pytest.fixture
def package(write: Write) -> Package:
    return write(MODELS)


def test_what_is_as_described_is_typed(package: Package) -> None:
    """Every JSON form becomes the Python type that the annotation promises."""
    json = (
        f'{{{GOOD},"status":"sent","due":"2024-02-29","delay":"PT90S","price":"1.10",'
        '"raw":"aGk=","point":[1,{"displayName":""}],"labels":{"a":1},'
        '"createdAt":"2024-11-27T14:47:59.123456789Z"}'
    )
    message = package.decode(package.Message, json, strict=True)
    assert message == package.Message(
        id=UUID(ID),
        status="sent",
        sender=package.Sender(display_name="Ann"),
        errors=[],
        labels={"a": 1},
        point=(1, package.Sender(display_name="")),
        created_at=datetime(2024, 11, 27, 14, 47, 59, 123457, timezone.utc),
        due=date(2024, 2, 29),
        delay=timedelta(seconds=90),
        price=Decimal("1.10"),
        raw=b"hi",
    )
    assert package.decode(package.Message, package.encode(message)) == message


def test_unknown_fields_never_matter(package: Package) -> None:
    """A property that the description does not know is passed over in strict mode, too."""
    message = package.decode(package.Message, f'{{{GOOD},"new":[1]}}', strict=True)
    assert message.errors == []


def test_an_unknown_value_of_an_open_enum_is_no_mismatch(package: Package) -> None:
    """Enums are read as open: new values come as they are."""
    json = f'{{{GOOD},"status":"launched"}}'
    assert package.decode(package.Message, json, strict=True).status == "launched"


@pytest.mark.parametrize(
    ("field", "json", "value"),
    [
        ("kind", '"other"', "other"),
        ("errors", "null", None),
        ("errors", '["a",null,1]', ["a", None, 1]),
        ("labels", '{"a":1,"b":"two"}', {"a": 1, "b": "two"}),
        ("id", '""', ""),
        ("sender", '"Ann"', "Ann"),
        ("created_at", '"2024-11-27"', "2024-11-27"),
        ("due", '""', ""),
        ("point", "[1]", [1]),
        ("status", "7", 7),
    ],
)
def test_what_contradicts_the_description_stays_what_it_is(
    package: Package, field: str, json: str, value: object
) -> None:
    """One bad value is kept as it came, and all the others are typed as ever."""
    wire = {"created_at": "createdAt"}.get(field, field)
    good = {
        "id": f'"{ID}"',
        "sender": '{"displayName":"Ann"}',
        "errors": "[]",
        "recipients": '[{"displayName":"Bob","joinedAt":"2024-01-01T00:00:00Z"}]',
    }
    given = ",".join(f'"{k}":{v}' for k, v in {**good, wire: json}.items())
    message = package.decode(package.Message, f"{{{given}}}")
    assert getattr(message, field) == value
    assert message.recipients[0].joined_at.year == 2024
    assert field == "id" or message.id == UUID(ID)


def test_a_missing_required_field_is_none(package: Package) -> None:
    """An attribute is always there, so that reading it never raises."""
    message = package.decode(package.Message, '{"errors":["x"]}')
    assert message.id is None
    assert message.sender is None
    assert (message.errors, message.kind) == (["x"], "message")


def test_what_is_wrong_is_sent_back(package: Package) -> None:
    """A model that was read tolerantly can be sent as it came; a required field that did not come is null."""
    json = '{"id":null,"kind":"other","sender":null,"errors":null}'
    assert package.encode(package.decode(package.Message, '{"kind":"other","errors":null}')) == json


def test_a_fault_deep_inside_leaves_everything_around_it_typed(
    package: Package,
) -> None:
    """Lists, maps, tuples and models are rebuilt item by item."""
    json = (
        f'{{{GOOD},"recipients":[{{"displayName":"A"}},{{"avatarUrl":""}},null],'
        f'"point":[1,{{"displayName":2}}],"replyTo":{{{GOOD},"replyTo":7}}}}'
    )
    message = package.decode(package.Message, json)
    first, second, third = message.recipients
    assert first == package.Sender(display_name="A")
    assert second == package.Sender(display_name=None, avatar_url="")
    assert third is None
    assert message.point == (1, package.Sender(display_name=2))
    assert message.reply_to.id == UUID(ID)
    assert message.reply_to.reply_to == 7


@pytest.mark.parametrize("json", ["[1]", "null", '"oops"', "3"])
def test_another_kind_of_body_is_returned_as_it_is(package: Package, json: str) -> None:
    """Where no part of a body fits, the plain JSON value is the result."""
    import json as stdlib

    assert package.decode(package.Message, json) == stdlib.loads(json)


@pytest.mark.parametrize("json", ["{}", '{"detail":"no"}', '{"recipients":[],"createdAt":"2020-01-01T00:00:00Z"}'])
@pytest.mark.parametrize("around", ["%s", "[%s]", '{"a":%s}'])
def test_an_object_without_its_required_fields_is_another(package: Package, json: str, around: str) -> None:
    """It is an error for a body, and for an item of one."""
    types = {"[%s]": list[package.Message], '{"a":%s}': dict[str, package.Message]}
    with pytest.raises(package.mismatch_error, match="without any required property of Message"):
        package.decode(types.get(around, package.Message), around % json)


def test_another_object_inside_a_model_stays_what_it_is(package: Package, caplog: pytest.LogCaptureFixture) -> None:
    """A field that contradicts the description costs no answer: it is the plain JSON, and that is logged."""
    message = package.decode(package.Message, f'{{{GOOD},"replyTo":{{}},"recipients":[{{"x":1}}]}}')
    assert message.reply_to == {} and message.recipients == [{"x": 1}]
    assert "Message.reply_to is not as described: dict came, and is left so" in caplog.messages


def test_one_of_one_required_field_may_be_forgotten(package: Package) -> None:
    """What else is declared shows which object it is; and a server may leave an empty list out."""
    assert package.decode(package.Sender, '{"avatarUrl":""}') == package.Sender(display_name=None, avatar_url="")
    assert package.decode(package.Inbox, "{}").messages is None
    with pytest.raises(package.mismatch_error):
        package.decode(package.Inbox, '{"error":"x"}')


@pytest.mark.parametrize("data", [b"", b"<html>", b'{"id"', b'{"id":"\xff"}'])
@pytest.mark.parametrize("strict", [True, False])
def test_what_is_not_json_is_a_value_error(package: Package, data: bytes, strict: bool) -> None:
    """Tolerance ends where there is no JSON."""
    with pytest.raises(ValueError):
        package.decode(package.Message, data, strict=strict)


def test_json_of_any_depth_cannot_crash(package: Package) -> None:
    """Hostile nesting is a ValueError; nesting as people write it is read."""
    for json in ('{"x":' + "[" * 100_000, '{"id":1,"x":' + "[" * 100_000):
        with pytest.raises(ValueError, match="deeply"):
            package.decode(package.Message, json)
    depth = 80
    json = f'{{{GOOD},"replyTo":' * depth + "1" + "}" * depth
    message = package.decode(package.Message, json)
    for _ in range(depth):
        message = message.reply_to
    assert message == 1


def test_strict_mode_names_the_path(package: Package) -> None:
    """The error of strict mode says what is wrong and where."""
    json = f'[{{{GOOD},"recipients":[{{"displayName":null}}]}}]'
    with pytest.raises(package.mismatch_error) as caught:
        package.decode(package.Messages, json, strict=True)
    assert str(caught.value) == ("Expected `str`, got `null` - at `$[0].recipients[0].displayName`")
    assert isinstance(caught.value, ValueError)


def test_a_place_is_logged_once_and_never_its_value(package: Package, caplog: pytest.LogCaptureFixture) -> None:
    """One warning for each class and field, however often it happens."""
    json = '{"id":"secret-1","kind":"secret-2","sender":{"displayName":"Ann"},"errors":null}'
    with caplog.at_level(logging.WARNING):
        for _ in range(3):
            package.decode(package.Messages, f"[{json},{json}]")
    assert [record.getMessage() for record in caplog.records] == [
        "Message.id is not as described: str came, and is left so",
        "Message.kind is not as described: str came, and is left so",
        "Message.errors is not as described: NoneType came, and is left so",
    ]
    assert {record.name for record in caplog.records} == {package.name}


def test_what_did_not_come_is_logged(package: Package, caplog: pytest.LogCaptureFixture) -> None:
    """A required field that is missing is worth a warning."""
    with caplog.at_level(logging.WARNING):
        package.decode(package.Message, f'{{"id":"{ID}","sender":{{"displayName":"Ann"}}}}')
    assert [record.getMessage() for record in caplog.records] == [
        "Message.errors is required but did not come; it is None"
    ]
