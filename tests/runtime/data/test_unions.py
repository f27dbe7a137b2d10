"""Unions: the member is found by what is in the value."""

from __future__ import annotations

import logging
from datetime import datetime, timezone
from typing import Any
from uuid import UUID

import pytest

from .conftest import Package, Write

MODELS = {
    "body": """
Body = union(
    __name__,
    "Body",
    (
        "BodyImage",
        "BodyText",
    ),
    discriminator="type",
    mapping={
        "image": "BodyImage",
        "picture": "BodyImage",
        "text": "BodyText",
        "2": "Numbered",
        "nested": "Event",
    },
)
""",
    "body_image": """
class BodyImage(Model):
    type: str
    images: list[str]
    taken: datetime | None = None
""",
    "body_text": """
class BodyText(Model):
    type: str
    text: str
    quoted: Body | None = None
""",
    "numbered": """
class Numbered(Model):
    type: int
""",
    "event": """
class Joined(Model):
    event: Literal["joined"] = field(default_factory=lambda: "joined")
    who: str


class Left(Model):
    event: Literal["left"] = field(default_factory=lambda: "left")
    who: str


Event = union(__name__, "Event", ("Joined", "Left"))
""",
    "participant": """
class ById(Model):
    type: str
    id: UUID


class ByContact(Model, rename="camel"):
    type: str
    identifier_key: str
    identifier_value: str


class ByContactAndName(Model, rename="camel"):
    type: str
    identifier_key: str
    identifier_value: str
    display_name: str


Participant = union(
    __name__, "Participant", ("ById", "ByContact", "ByContactAndName")
)
""",
    "mixed": """
Mixed = union(
    __name__,
    "Mixed",
    ("str", "Moment", "list[ById]", "list[Joined]", "ById", "dict[str, int]", "int"),
)
Moment: TypeAlias = datetime | Literal["now"]
Deep = union(__name__, "Deep", ("Event", "Body", "None", "bool"))
Anything = union(__name__, "Anything", ("ById", "Any"))
""",
    "holder": """
class Holder(Model):
    body: Body | None | Unset = UNSET
    bodies: list[Body] | None = None
    named: dict[str, Mixed] | None = None
    event: Event | None = None
""",
}
ID = "0ff78529-eb64-400d-8522-c45ae2170885"


@pytest.fixture
def package(write: Write) -> Package:
    return write(MODELS)


@pytest.mark.parametrize(
    ("type_", "json", "member"),
    [
        ("Body", '{"type":"image","images":[]}', "BodyImage"),
        ("Body", '{"type":"picture","images":[]}', "BodyImage"),
        ("Body", '{"text":"a","type":"text"}', "BodyText"),
        ("Body", '{"type":2}', "Numbered"),
        ("Body", '{"type":"nested","event":"left","who":"x"}', "Left"),
        ("Event", '{"event":"joined","who":"x"}', "Joined"),
        ("Event", '{"event":"left","who":"x"}', "Left"),
        ("Participant", f'{{"type":"user","id":"{ID}"}}', "ById"),
        (
            "Participant",
            '{"type":"c","identifierKey":"k","identifierValue":"v"}',
            "ByContact",
        ),
        (
            "Participant",
            '{"type":"c","identifierKey":"k","identifierValue":"v","displayName":""}',
            "ByContactAndName",
        ),
        ("Mixed", f'{{"type":"t","id":"{ID}"}}', "ById"),
        ("Deep", '{"type":"text","text":"a"}', "BodyText"),
        ("Deep", '{"event":"joined","who":"x"}', "Joined"),
        ("Anything", f'{{"type":"t","id":"{ID}"}}', "ById"),
    ],
)
def test_an_object_becomes_the_member_it_is(package: Package, type_: str, json: str, member: str) -> None:
    """By discriminator, by const, by keys of its own, and by the best match."""
    value = package.decode(getattr(package, type_), json, strict=True)
    assert type(value) is getattr(package, member)


@pytest.mark.parametrize(
    ("type_", "json", "value"),
    [
        ("Mixed", '"text"', "text"),
        ("Mixed", '"now"', "now"),
        ("Mixed", '"2024-01-02T00:00:00Z"', datetime(2024, 1, 2, tzinfo=timezone.utc)),
        ("Mixed", "7", 7),
        ("Mixed", '{"a":1,"b":2}', {"a": 1, "b": 2}),
        ("Mixed", "[]", []),
        ("Deep", "null", None),
        ("Deep", "true", True),
        ("Anything", '[{"a":1}]', [{"a": 1}]),
        ("Anything", '{"a":1}', {"a": 1}),
    ],
)
def test_what_is_not_a_model_is_told_by_its_json_type(package: Package, type_: str, json: str, value: object) -> None:
    """Strings, numbers, maps and null, the narrower type first."""
    found = package.decode(getattr(package, type_), json, strict=True)
    assert (type(found), found) == (type(value), value)


def test_lists_are_told_by_their_items(package: Package) -> None:
    """Of two members that are lists, the one whose items fit is taken."""
    json = '[{"event":"joined","who":"x"}]'
    assert package.decode(package.Mixed, json) == [package.Joined(who="x")]
    json = f'[{{"type":"t","id":"{ID}"}}]'
    assert package.decode(package.Mixed, json) == [package.ById(type="t", id=UUID(ID))]


def test_unions_stand_wherever_types_do(package: Package) -> None:
    """In lists and maps, nullable, optional, and inside their own members."""
    json = (
        '{"bodies":[{"type":"text","text":"a","quoted":{"type":"image","images":[]}}],'
        '"named":{"a":1,"b":"now"},"body":null}'
    )
    holder = package.decode(package.Holder, json, strict=True)
    assert holder == package.Holder(
        body=None,
        bodies=[
            package.BodyText(
                type="text",
                text="a",
                quoted=package.BodyImage(type="image", images=[]),
            )
        ],
        named={"a": 1, "b": "now"},
    )
    assert package.decode(package.Holder, "{}").body is package.unset
    assert package.decode(package.Holder, package.encode(holder)) == holder


@pytest.mark.parametrize(
    "value",
    [
        {"type": "video", "url": "u"},
        {"type": ["text"]},
        {"nothing": "known"},
        {"event": "promoted", "who": "x"},
        ["a"],
        1.5,
    ],
)
def test_what_no_member_fits_stays_raw(package: Package, value: Any, caplog: pytest.LogCaptureFixture) -> None:
    """An unknown tag, const or shape is kept, logged, and an error in strict mode."""
    type_ = package.Event if "event" in str(value) else package.Body
    json = package.encode(value)
    with caplog.at_level(logging.WARNING):
        assert package.decode(type_, json) == value
    assert len(caplog.records) == 1
    with pytest.raises(package.mismatch_error, match="No member of `(Body|Event)`"):
        package.decode(type_, json, strict=True)


def test_an_unknown_tag_leaves_its_neighbours_typed(package: Package) -> None:
    """In a list of a union, only the item that nobody knows is raw."""
    json = '{"bodies":[{"type":"video"},{"type":"text","text":"a"}]}'
    raw, text = package.decode(package.Holder, json).bodies
    assert raw == {"type": "video"}
    assert text == package.BodyText(type="text", text="a")


def test_a_fault_inside_a_member_does_not_hide_the_member(package: Package) -> None:
    """The member is still found, and built tolerantly."""
    json = '{"type":"image","images":null,"taken":"2024-01-02T00:00:00Z"}'
    image = package.decode(package.Body, json)
    assert type(image) is package.BodyImage
    assert (image.images, image.taken.year) == (None, 2024)
    [by_id] = package.decode(package.Mixed, '[{"type":null,"id":"x"}]')
    assert by_id == package.ById(type=None, id="x")


def test_strict_mode_names_the_whole_path(package: Package) -> None:
    """The path leads through the union to the fault."""
    json = '{"bodies":[{"type":"text","text":"a","quoted":{"type":"text","text":1}}]}'
    with pytest.raises(package.mismatch_error) as caught:
        package.decode(package.Holder, json, strict=True)
    assert str(caught.value) == ("Expected `str`, got `int` - at `$.bodies[0].quoted.text`")


def test_a_member_whose_const_is_missing_is_not_chosen(write: Write) -> None:
    """An empty object is none of those that would need a const to be there."""
    package = write(
        {
            "rule": """\
class Tagged(Model):
    kind: Literal["a"] = field(default_factory=lambda: "a")


Rule = union(__name__, "Rule", ("Tagged", "dict[str, Any]"))
""",
            "holder": "class Holder(Model):\n    rule: Rule\n",
        }
    )
    assert package.decode(package.Holder, '{"rule":{}}').rule == {}
    assert package.decode(package.Holder, '{"rule":{"kind":"a"}}').rule == package.Tagged()


@pytest.mark.parametrize(
    ("json", "expected"),
    [
        ("{}", "Inline"),
        ('{"rate":24000}', "Pcm"),
        ('{"type":"zip"}', "Zip"),
        ('{"name":"a"}', "Zip"),
        ('{"type":"pcm"}', "Pcm"),
    ],
)
@pytest.mark.parametrize("strict", [True, False])
def test_a_tag_that_is_absent_leaves_it_to_the_content(write: Write, json: str, expected: str, strict: bool) -> None:
    """Tags are always sent, and yet an answer without one is none of an unknown member, alone, in lists and in maps."""
    package = write(
        {
            "audio": """\
class Inline(Model):
    type: Literal["inline"] = field(default_factory=lambda: "inline")


class Pcm(Model):
    type: Literal["pcm"] = field(default_factory=lambda: "pcm")
    rate: Literal[24000] | None = None


class Zip(Model):
    type: Literal["zip"] = field(default_factory=lambda: "zip")
    name: str | None = None


Audio = union(__name__, "Audio", ("Inline", "Pcm", "Zip"))
""",
            "holder": "class Holder(Model):\n    one: Audio\n    more: list[Audio]\n    named: dict[str, Audio]\n",
        }
    )
    holder = package.decode(package.Holder, f'{{"one":{json},"more":[{json}],"named":{{"a":{json}}}}}', strict=strict)
    assert [type(each).__name__ for each in (holder.one, *holder.more, holder.named["a"])] == [expected] * 3
    assert package.encode(holder) == f'{{"one":{json},"more":[{json}],"named":{{"a":{json}}}}}'


def test_a_key_that_is_added_does_not_make_up_for_one_that_is_lost(write: Write) -> None:
    """The map keeps the value as it is, and the model would drop its only key and add a constant."""
    package = write(
        {
            "rule": """\
class Tagged(Model):
    kind: Literal["a"] = field(default_factory=lambda: "a")


Rule = union(__name__, "Rule", ("Tagged", "dict[str, Any]"))
""",
            "holder": "class Holder(Model):\n    rule: Rule\n",
        }
    )
    assert package.decode(package.Holder, '{"rule":{"x":1}}').rule == {"x": 1}


MESSAGES = {
    "item": """
class Easy(Model):
    role: Literal["user", "assistant", "developer"] | str
    content: str | list[str]
    type: Literal["message"] | None = None


class Output(Model):
    id: str
    type: Literal["message"] = field(default_factory=lambda: "message")
    role: Literal["assistant"] = field(default_factory=lambda: "assistant")
    content: list[str]


class Tools(Model):
    type: Literal["tools"] = field(default_factory=lambda: "tools")
    role: Literal["developer"] = field(default_factory=lambda: "developer")
    tools: list[str]


class Reference(Model):
    type: Literal["reference"] | None | Unset = UNSET
    id: str


Item = union(
    __name__,
    "Item",
    ("Easy", "Output", "Tools", "Reference"),
    discriminator="type",
    mapping={"reference": "Reference", "tools": "Tools"},
)
""",
    "options": """
class Specific(Model):
    capture: Literal["manual"] | None = None
    mandate: Dates | None = None


class General(Model):
    capture: Literal["manual", "automatic"] | str | None = None
    mandate: Amounts | None = None
    plan: str | None = None


class Dates(Model):
    start: str | None = None


class Amounts(Model):
    currency: str | None = None


Options = union(__name__, "Options", ("Specific", "General"))
""",
}


@pytest.mark.parametrize(
    ("json", "member"),
    [
        ('{"type":"message","role":"assistant","content":["a"],"id":"1"}', "Output"),
        ('{"type":"message","role":"user","content":["a"]}', "Easy"),
        ('{"type":"reference","id":"1"}', "Reference"),
        ('{"type":null,"id":"1"}', "Reference"),
        ('{"type":"tools","role":"developer","tools":[]}', "Tools"),
    ],
)
def test_a_value_that_several_members_share(write: Write, json: str, member: str) -> None:
    """A value that the mapping leaves out is decided among those that it leaves out; null says nothing."""
    package = write(MESSAGES)
    assert type(package.decode(package.Item, json, strict=True)) is getattr(package, member)
    assert package.decode(package.Item, '{"type":"video","id":"1"}') == {"type": "video", "id": "1"}


@pytest.mark.parametrize(
    "json",
    [
        '{"role":"developer","content":"text"}',
        '{"type":"message","role":"assistant","content":"text"}',
    ],
)
def test_constants_that_agree_do_not_make_up_for_what_is_missing(write: Write, json: str) -> None:
    """Nor does a member that is chosen add what was not sent."""
    package = write(MESSAGES)
    found = package.decode(package.Item, json, strict=True)
    assert type(found) is package.Easy
    assert (found.content, "type" in package.encode(found)) == ("text", "type" in json)


def test_a_constant_that_agrees_does_not_lose_a_property(write: Write) -> None:
    """A member that knows more of what came is preferred to one whose constant is met."""
    package = write(MESSAGES)
    json = '{"capture":"manual","plan":"p"}'
    assert package.encode(package.decode(package.Options, json, strict=True)) == json
    assert type(package.decode(package.Options, '{"capture":"manual"}')) is package.Specific


@pytest.mark.parametrize(("inner", "member"), [("start", "Specific"), ("currency", "General")])
def test_members_that_fit_equally_are_told_by_what_is_inside(write: Write, inner: str, member: str) -> None:
    """What is lost inside of properties that both members know decides, with unknown properties as well."""
    package = write(MESSAGES)
    known = f'{{"mandate":{{"{inner}":"a"}}}}'
    for json in (known, f'{{"unknown":1,"mandate":{{"{inner}":"a","unknown":[{{"b":2}}]}}}}'):
        found = package.decode(package.Options, json, strict=True)
        assert type(found) is getattr(package, member)
        assert package.encode(found) == known
