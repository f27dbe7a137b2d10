"""Features of Bird's description that a generator must handle, one test for each.

If another file tests the feature at length, the docstring names that test.
"""

from __future__ import annotations

import inspect
import json
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints
from uuid import UUID

import pytest

from generated.bird_conversations import Client, NotFoundError, models
from generated.bird_conversations._runtime import codec
from generated.bird_conversations._runtime.model import Model
from tests.client import document, imported, make_from, operation, put

from . import examples
from .calls import CALLS, TEXT
from .conftest import KEY, Api
from .examples import CHANNEL, CONTACT, CONVERSATION, MESSAGE, RULE, WORKSPACE
from .server import Bird, operation_of


def decode(value: object, kind: Any) -> Any:
    return codec.decode(kind, json.dumps(value).encode(), strict=True)


def round_trip(value: object, kind: Any) -> Any:
    """What a model of the value is sent as."""
    return json.loads(codec.encode(decode(value, kind)))


def literals(name: str) -> list[str]:
    """The known values of an enum."""
    alias = getattr(models, name)
    return list(get_args(alias) if get_origin(alias) is Literal else get_args(get_args(alias)[0]))


def is_open(name: str) -> bool:
    """Whether values that nobody knows are of the enum's type, too."""
    return get_args(getattr(models, name))[1:] == (str,)


def signature(call: str) -> inspect.Signature:
    resource, method = call.split(".")
    return inspect.signature(getattr(getattr(Client(access_key="key"), resource), method))


def test_the_custom_scheme_is_sent_as_the_credential(api: Api, bird: Bird) -> None:
    """A custom scheme, spelt as given: also test_client.test_the_access_key_is_sent."""
    api("antispam.get", WORKSPACE)
    assert bird.last.headers["authorization"] == f"AccessKey {KEY}"


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.call)
def test_path_parameters_are_positional_in_order(call: Any) -> None:
    """Path parameters that no block declares are positional, in order; wire names are not component keys:
    test_operations.test_each_operation_sends_its_request.
    """
    _, template = operation_of(call.method, call.path) or ("", "")
    expected = [part[1:-1] for part in template.split("/") if part.startswith("{")]
    positional = [each for each in signature(call.call).parameters.values() if each.kind is each.POSITIONAL_ONLY]
    assert [each.name.replace("_", "") for each in positional] == [name.lower() for name in expected]
    assert all(each.default is each.empty for each in positional)


def test_one_wire_name_has_a_schema_for_each_use(api: Api, bird: Bird) -> None:
    """One wire name with different schemas: `status` filters by `deleted`, which no body has; a message's
    conversation need not be a UUID (test_messages.test_the_conversation_id_may_be_any_string).
    """
    assert "deleted" in literals("ConversationStatusFilter")
    assert "deleted" not in literals("ConversationStatus")
    assert signature("participants.list_conversations").parameters["channel_id"].kind.name == "KEYWORD_ONLY"
    assert signature("channels.get_conversations_configuration").parameters["channel_id"].kind.name != "KEYWORD_ONLY"


def test_a_component_of_several_sections_is_one_model() -> None:
    """A component key that stands in several sections gives one model, which a parameter uses, too."""
    assert [name for name in dir(models) if name.startswith("AllowBlockRuleType")] == ["AllowBlockRuleType"]
    parameter = signature("allow_block_rules.list").parameters["type"]
    assert "AllowBlockRuleType" in str(parameter.annotation)
    assert get_type_hints(models.AllowBlockRule)["type"] == models.AllowBlockRuleType
    assert isinstance(models.AllowBlockRule, type)


def test_component_names_become_class_names(tmp_path: Path) -> None:
    """Dotted, lower-case and double-underscore component names give good class names. The pages here have
    none, the newest pages of Bird's site do. Also tests/cases/component_names.
    """
    names = ["inbox.conversations.visibility", "channels.messages.body.body__variant__action", "message_list"]
    names += ["common.paginated_list.response_body", "error.detailed"]
    schemas = {name: {"type": "object", "properties": {"a": {"type": "string"}}} for name in names}
    package = make_from(document(**schemas), tmp_path)
    classes = [
        line.split("(")[0].removeprefix("class ")
        for path, text in package.files.items()
        if path.startswith("models/")
        for line in text.splitlines()
        if line.startswith("class ")
    ]
    assert len(set(classes)) == len(names)
    assert all(name.isidentifier() and "_" not in name and name[0].isupper() for name in classes)


def test_a_response_behind_two_references_is_a_typed_error(tmp_path: Path) -> None:
    """A response that refers to another response, as in the newest pages, is a typed error all the same."""
    spec = document(
        {
            "/a": {
                "get": operation(
                    operationId="getA",
                    responses={
                        "204": {"description": "Done"},
                        "404": {"$ref": "#/components/responses/notFound"},
                    },
                )
            }
        },
        **{
            "error.detailed": {
                "type": "object",
                "required": ["code"],
                "properties": {"code": {"type": "string"}},
            }
        },
    )
    spec["components"]["responses"] = {
        "notFound": {"$ref": "#/components/responses/error.response.not_found"},
        "error.response.not_found": {
            "description": "Gone",
            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/error.detailed"}}},
        },
    }
    put(make_from(spec, tmp_path), tmp_path / "chained")
    with imported(tmp_path, "chained") as package:
        assert package.errors.NotFoundError.body_type().__name__ == "ErrorDetailed"


def test_null_is_accepted_in_each_nullable_spelling() -> None:
    """nullable: enums whose list lacks null, allOf around an enum, objects, arrays, unions."""
    null = {"status": None}
    assert round_trip(null, models.UpdateParticipant) == null
    assert round_trip({"category": None, "type": None}, models.UpdateAllowBlockRule) == {
        "category": None,
        "type": None,
    }
    assert round_trip({"resource": None, "attributes": None}, models.CreateConversation) == {
        "resource": None,
        "attributes": None,
    }
    assert decode({"errors": None}, models.AllowBlockRuleProgress).errors is None
    assert decode(examples.message(body=None), models.Message).body is None
    assert round_trip({"body": None}, models.UpdateMessage) == {"body": None}
    assert "None" in str(signature("participants.create").parameters["body"].annotation)


def test_a_description_beside_a_reference_documents_the_field() -> None:
    """A description beside a $ref is that of the field, not lost and not that of the type."""
    from .test_docs import docs

    decoded = docs("models/create_conversation.py")
    assert "starts the conversation" in decoded["CreateConversation.initiating_participant"]


def test_all_of_objects_is_one_flat_model() -> None:
    """allOf of an object and an anyOf, and of two page wrappers, are one flat model."""
    assert issubclass(models.CreateConversation, Model)
    fields = {"name", "channel_id", "participants", "initial_message", "attributes", "resource"}
    assert fields <= set(models.CreateConversation.__struct_fields__)
    assert set(models.ConversationPage.__struct_fields__) == {
        "next_page_token",
        "total",
        "total_type",
        "results",
    }
    assert set(models.AllowBlockRulePage.__struct_fields__) == {"next_page_token", "results"}


@pytest.mark.parametrize(
    "value, kind",
    [
        ({"id": "1", "type": "user"}, "CreateParticipantUserOrFlow"),
        ({"id": "1", "type": "contact"}, "CreateParticipantWithContactID"),
        (
            {"id": "1", "type": "contact", "contact": {"platformAddressSelector": "a"}},
            "CreateParticipantWithContactID",
        ),
        (
            {"type": "contact", "contact": {"identifierKey": "a", "identifierValue": "b"}},
            "CreateParticipantWithContactIdentifier",
        ),
    ],
)
def test_each_form_of_a_new_participant_has_a_class(value: object, kind: str) -> None:
    """oneOf without a discriminator, which is only sent: each form has a class.

    Sent in test_participants.test_create_sends_each_form_of_a_participant.
    """
    assert json.loads(codec.encode(decode(value, getattr(models, kind)))) == value


def test_each_form_of_a_new_message_has_a_class() -> None:
    """The same for a message with a body and one with a template."""
    known = {"participantId": "1", "participantType": "flow"}
    for value, kind in (
        ({**known, "body": TEXT}, models.CreateMessageWithBody),
        ({**known, "template": {}}, models.CreateMessageWithTemplate),
    ):
        assert json.loads(codec.encode(decode(value, kind))) == value


CONTENTS: dict[str, dict[str, Any]] = {
    "text": {"text": "a", "actions": [{"type": "link", "link": {"text": "t", "url": "https://example.com"}}]},
    "html": {"text": "a", "html": "<p>a"},
    "image": {"images": [{"mediaUrl": "https://example.com/a.png", "altText": ""}]},
    "file": {"files": [{"contentType": "text/csv", "mediaUrl": "https://example.com/a", "filename": "a"}]},
    "list": {"title": "t", "items": [{"title": "t", "actions": []}]},
    "carousel": {"items": [{"title": "t", "description": "d", "mediaUrl": "https://example.com/a", "actions": []}]},
    "gif": {},
    "location": {},
}


@pytest.mark.parametrize("kind", CONTENTS)
def test_a_discriminator_selects_the_class(kind: str) -> None:
    """A discriminator with a mapping, whose payload stands under a key of its own name."""
    value = {"type": kind, kind: CONTENTS[kind]}
    decoded = decode(value, models.Body)
    assert type(decoded).__name__ == f"Body{kind.capitalize()}"
    assert json.loads(codec.encode(decoded)) == value


@pytest.mark.parametrize("kind", ["action", "authentication"])
def test_a_variant_without_properties_keeps_its_fields(kind: str) -> None:
    """Of these two kinds the fields are unknown: all that comes is kept."""
    value = {"type": kind, kind: {"anything": [1, {"deep": None}]}}
    decoded = decode(value, models.Body)
    assert type(decoded).__name__ == f"Body{kind.capitalize()}"
    assert json.loads(codec.encode(decoded)) == value


def test_closed_objects_are_read_leniently_and_free_objects_are_maps(api: Api, bird: Bird) -> None:
    """Closed schemas are read leniently, and closed for arguments; free-form objects are maps.
    Also test_contradictions ("further fields") and test_client.test_a_misspelt_argument_raises_type_error.
    """
    assert decode(examples.contact(further=1), models.Participant).id == CONTACT
    assert decode(examples.conversation(attributes={"a": {"b": 1}}), models.Conversation).attributes == {"a": {"b": 1}}
    assert decode({"variables": {"a": "b"}}, models.Template).variables == {"a": "b"}
    api("conversations.create", WORKSPACE, channel_id=CHANNEL, attributes={"a": {"b": 1}})
    assert bird.last.json["attributes"] == {"a": {"b": 1}}


def test_an_object_without_a_type_keyword_is_a_model() -> None:
    """Properties without `type: object` make a model; an object without properties is a map."""
    assert issubclass(models.UpdateAllowBlockRule, Model)
    assert issubclass(models.NotFoundErrorBody, Model)
    assert decode(examples.upload(), models.PresignedUpload).upload_form_data["acl"] == "private"


def test_limits_are_left_to_the_server(api: Api, bird: Bird) -> None:
    """Limits are told in the docs and left to the server to enforce: it knows better."""
    api("participants.update", WORKSPACE, CONVERSATION, CONTACT)
    assert bird.last.body == b""
    api("conversations.list", WORKSPACE, limit=500)
    assert bird.last.arguments == {"limit": "500"}


def test_defaults_are_neither_sent_nor_invented() -> None:
    """Defaults are not sent (test_conversations.test_update_sends_what_was_passed) and not invented in what is read."""
    participant = decode({"id": "1", "type": "user"}, models.Participant)
    assert participant.status is None
    assert round_trip({"id": "1", "type": "user"}, models.CreateParticipant) == {"id": "1", "type": "user"}
    assert decode(examples.conversation(), models.Conversation).style is None


def test_absent_null_and_a_value_differ_in_a_model(api: Api, bird: Bird) -> None:
    """Absent, null and a value differ: test_participants.test_update_by_identifier_sends_what_was_passed, and as models."""
    bodies = [
        models.UpdateParticipant(status="active"),
        models.UpdateParticipant(status=None),
        models.UpdateParticipant(),
    ]
    assert [codec.encode(body) for body in bodies] == [b'{"status":"active"}', b'{"status":null}', b"{}"]


def test_received_enums_are_open_and_keep_their_wire_values() -> None:
    """Values of enums are spelt as on the wire, whatever Python thinks of them; what is only sent is closed."""
    assert is_open("ParticipantType") and is_open("MessageStatus")
    assert not is_open("ListParticipantConversationsVisibility") and not is_open("ConversationStatusFilter")
    assert "accessKey" in literals("ParticipantType")
    assert literals("ConversationAccessibility") == ["open", "invite-only", "request-to-join"]
    assert "direct-multiple" in literals("ConversationPlatformStyle")
    assert "domain_suffix" in literals("AllowBlockRuleCategory")
    assert "sending_failed" in literals("MessageStatus")
    assert "default" in literals("ConversationStyle")
    assert set(literals("ListParticipantConversationsVisibility")) > set(literals("ConversationVisibility"))
    assert models.CreateParticipantWithContactID(id="1").type == "contact"
    assert decode({"id": "1", "type": "new"}, models.Participant).type == "new"


def test_python_names_are_snake_case_and_wire_names_stay() -> None:
    """Python names are snake_case, wire names stay; keywords and builtins get on with both."""
    value = {"email": {"from": {"username": "a", "displayName": "b"}, "subject": "s", "headers": {"X-A": "b"}}}
    decoded = decode(value, models.MessageMeta)
    assert decoded.email.from_.display_name == "b"
    assert json.loads(codec.encode(decoded)) == value
    assert models.BodyList(list_=models.ListContent(title="a")).list_.title == "a"
    assert {"id", "type", "display_name", "avatar_url"} <= set(models.Participant.__struct_fields__)


@pytest.mark.parametrize("status", [200, 201])
def test_statuses_of_success_can_be_distinguished(api: Api, bird: Bird, status: int) -> None:
    """Several statuses of success can be told apart: also
    test_participants.test_both_success_statuses_return_the_participant. 204 and a 403 without a body: test_operations,
    test_errors.test_an_error_without_a_body_has_unset_fields.
    """
    bird.responds(status, examples.contact())
    assert api.raw("participants.create", WORKSPACE, CONVERSATION, body=None).status_code == status


@pytest.mark.parametrize("call", ["messages.create", "allow_block_rules.create_bulk", "antispam.update"])
def test_a_body_is_required_where_the_call_needs_it(api: Api, bird: Bird, call: str) -> None:
    """text/csv: test_messages.test_rules_are_uploaded_as_csv. No page says that a body is required: it is where the
    call is nothing without it. One that may be null may be left out:
    test_participants.test_create_sends_null_or_no_body.
    """
    args = (WORKSPACE, CONVERSATION) if call == "messages.create" else (WORKSPACE,)
    with pytest.raises(TypeError, match="body|enabled"):
        api(call, *args)
    assert bird.requests == []


@pytest.mark.parametrize("empty", ["", b""])
def test_an_empty_text_body_is_sent(api: Api, bird: Bird, empty: str | bytes) -> None:
    """An empty CSV is sent as one, whether it is text or bytes: it is not the same as none."""
    api("allow_block_rules.create_bulk", WORKSPACE, body=empty)
    assert bird.last.headers["content-type"] == "text/csv" and bird.last.body == b""


def test_values_of_the_path_are_encoded(api: Api, bird: Bird) -> None:
    """Values of the path are encoded, so that templates which differ in length stay apart:
    test_operations.test_no_path_value_reaches_another_operation,
    test_participants.test_an_identifier_stays_in_its_path_segment.
    """
    api("participants.get", WORKSPACE, CONVERSATION, "emailaddress/john.doe@bird.com")
    assert bird.last.operation == operation_of("GET", f"/workspaces/a/conversations/b/participants/{CONTACT}")


def test_each_type_is_encoded_in_the_query(api: Api, bird: Bird) -> None:
    """Numbers, booleans, moments, enums and UUIDs in the query."""
    moment = datetime(2024, 11, 29, 13, 22, 22, 5, tzinfo=timezone(timedelta(hours=2)))
    api("messages.list", WORKSPACE, CONVERSATION, limit=2**40, reverse=False, date_from=moment)
    sent = bird.last.arguments
    assert (sent["limit"], sent["reverse"]) == (str(2**40), "false")
    assert datetime.fromisoformat(sent["dateFrom"]) == moment
    assert "+" not in bird.last.query
    api("participants.list_conversations", WORKSPACE, CONTACT, channel_id=UUID(CHANNEL), status="closed")
    assert bird.last.arguments == {"channelId": CHANNEL, "status": "closed"}


PAGED = [call for call in CALLS if "page_token" in call.kwargs]


@pytest.mark.parametrize("call", PAGED, ids=lambda call: call.call)
def test_every_list_ends_with_an_empty_token(api: Api, bird: Bird, call: Any) -> None:
    """All lists come in pages, which end with an empty token: also test_participants.test_iteration_fetches_all_pages."""
    assert len(PAGED) == 6
    item = json.loads(json.dumps({"id": MESSAGE}))
    for end in ({"nextPageToken": "a="}, {"nextPageToken": ""}):
        bird.responds(200, {"results": [item, item]} | end)
    kwargs = {name: value for name, value in call.kwargs.items() if name != "page_token"}
    assert len(api.all(api.method(call.call)(*call.args, **kwargs))) == 4
    first, second = (recorded.arguments for recorded in bird.requests)
    assert second == {**first, "pageToken": "a="}


def test_operations_without_a_tag_have_documented_methods() -> None:
    """Operations without tag, summary or good ID have call paths as good as the others:
    test_operations.test_the_table_has_every_operation.
    """
    for call in ("participants.list_conversations", "participants.list_conversations_by_identifier"):
        assert signature(call)
    assert signature("messages.delete") and signature("allow_block_rules.get")
    assert inspect.getdoc(Client(access_key="key").allow_block_rules.get)


@pytest.mark.parametrize("digits", range(10))
def test_date_times_have_up_to_nine_digits(digits: int) -> None:
    """Moments with none to nine digits after the point."""
    fraction = "436082756"[:digits]
    text = f"2024-11-29T15:27:38{'.' if digits else ''}{fraction}Z"
    decoded = decode({"createdAt": text}, models.LastMessage).created_at
    exact = datetime(2024, 11, 29, 15, 27, 38, tzinfo=timezone.utc)
    exact += timedelta(seconds=float(f"0.{fraction}") if fraction else 0)
    assert abs(decoded - exact) <= timedelta(microseconds=1) and decoded.utcoffset() == timedelta(0)


def test_a_shared_schema_is_one_class() -> None:
    """What many schemas share is one class: templates, attachments, actions."""
    for name, users in {
        "Template": ["Message", "CreateMessageWithTemplate", "CreateInitialMessage"],
        "MessageAction": ["TextContent", "ImageContent", "FileContent"],
        "MessageAttachment": ["TextContent", "Template"],
        "Participant": ["Conversation", "Message", "LastMessage"],
    }.items():
        assert [each for each in dir(models) if each == name or each.endswith(f"_{name}")] == [name]
        for user in users:
            annotations = str(getattr(models, user).__annotations__)
            assert name in annotations, f"{user} has its own {name}"


def test_samples_of_the_documentation_are_decoded(api: Api, bird: Bird) -> None:
    """Bird's own samples decode: test_contradictions."""
    assert isinstance(api("messages.get", WORKSPACE, CONVERSATION, MESSAGE), models.Message)
    assert isinstance(api("allow_block_rules.get", WORKSPACE, RULE), models.AllowBlockRule)


def test_an_error_without_a_type_keyword_has_a_typed_body(api: Api, bird: Bird) -> None:
    """Error schemas without `type: object` are typed at the exception."""
    bird.responds(404, examples.error("ResourceNotFound"))
    with pytest.raises(NotFoundError) as caught:
        api("participants.get", WORKSPACE, CONVERSATION, CONTACT)
    assert caught.value.body.code == "ResourceNotFound"
