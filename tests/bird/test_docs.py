"""What a user reads: facts of the API that are no operations, and what is only inferred."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import generated.bird_conversations
from generated.bird_conversations import Client

from .calls import CALLS, Call
from .server import operation_of
from .wire import document

PACKAGE = Path(generated.bird_conversations.__file__ or "").parent


def docs(path: str) -> dict[str, str]:
    """The docstrings of a file: classes, `Class.attribute`s, aliases; the module as ""."""
    tree = ast.parse((PACKAGE / path).read_text(encoding="utf-8"))
    found = {"": _flat(ast.get_docstring(tree) or "")}

    def visit(body: list[ast.stmt], prefix: str) -> None:
        for node, following in zip(body, [*body[1:], None]):
            match node:
                case ast.ClassDef(name=name, body=inner):
                    found[f"{prefix}{name}"] = _flat(ast.get_docstring(node) or "")
                    visit(inner, f"{prefix}{name}.")
                case ast.If(body=inner):
                    visit(inner, prefix)
                case ast.AnnAssign(target=ast.Name(id=name)):
                    match following:
                        case ast.Expr(value=ast.Constant(value=str(text))):
                            found[f"{prefix}{name}"] = _flat(text)

    visit(tree.body, "")
    return found


def _flat(text: str) -> str:
    return " ".join(text.split())


PARTICIPANT_TYPES = {
    "user": "user ID",
    "contact": "contact ID",
    "agent": "agent ID",
    "flow": "flow ID",
    "bot": "bot ID",
    "accessKey": "access key ID",
    "channel": "channel ID",
    "connector": "connector ID",
    "collaborationAutomation": "action rule ID",
}


@pytest.mark.parametrize("kind, meaning", PARTICIPANT_TYPES.items())
def test_each_participant_type_is_explained(kind: str, meaning: str) -> None:
    """Each participant type says what its ID means."""
    text = docs("models/participant_type.py")["ParticipantType"]
    (entry,) = re.findall(rf"- `{kind}`: (.*?)(?= - `|$)", text)
    assert f"The id is a{'n' if meaning[0] in 'aeio' else ''} {meaning}." in entry


IDENTIFIERS = {
    "emailaddress": ("e-mail", "john.doe@example.com"),
    "phonenumber": ("WhatsApp, RCS, SMS and Viber", "+31612345678"),
    "facebookid-164849000012345": ("Facebook", "720197540012345"),
    "applebc-c72f4be3-2773-4ad4-86cf-6a6b4b3cb837": (
        "Apple Business Chat",
        "urn:mbid:c29tZSByYW5kb20gYmFzZTY0IGNvbnRlbnQ=",
    ),
}


@pytest.mark.parametrize("key", IDENTIFIERS)
def test_each_identifier_key_is_explained(key: str) -> None:
    """Identifier keys are told with their channels, and values with an example; the set is open."""
    found = docs("models/participant_contact.py")
    channels, value = IDENTIFIERS[key]
    text = found["ParticipantContact.identifier_key"]
    assert key in text and channels in text and "any string may come" in text
    assert value in found["ParticipantContact.identifier_value"]


def test_methods_by_identifier_explain_the_keys() -> None:
    """The resource of participants says what IDs and identifiers are, with examples."""
    text = docs("resources/participants.py")[""]
    for fact in ("access key ID for an `accessKey`", "`emailaddress`", "`phonenumber`", "+31612345678"):
        assert fact in text


KINDS = "text html image file list carousel action authentication gif location".split()


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_message_is_explained(kind: str) -> None:
    """Each kind of message body is told; the set is open."""
    text = docs("models/body.py")["Body"]
    assert f"- `{kind}`: " in text and "The set is open" in text
    assert docs(f"models/body_{kind}.py")[f"Body{kind.capitalize()}"]


# What is inferred


def _docstring(call: Call) -> str:
    resource, method = call.call.split(".")
    return _flat(inspect.getdoc(getattr(type(getattr(Client(access_key="key"), resource)), method)) or "")


def _inferred(operation: dict[str, Any]) -> Iterator[str]:
    if operation.get("x-fledge-inferred"):
        yield "the operation"
    for parameter in operation.get("parameters", []):
        if "$ref" not in parameter and "x-fledge-inferred" in {**parameter, **parameter.get("schema", {})}:
            yield f"parameter `{parameter['name']}`"
    for status, response in operation["responses"].items():
        if response.get("x-fledge-inferred"):
            yield f"status {status}"


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.call)
def test_inferred_parts_of_operations_are_marked(call: Call) -> None:
    """An operation's docs name what of it is inferred, and nothing else."""
    method, path = operation_of(call.method, call.path) or ("", "")
    expected = list(_inferred(document()["paths"][path][method.lower()]))
    text = _docstring(call)
    (found,) = re.findall(r"Inferred, not documented: (.*?)\.$", text) or [""]
    assert found == ", ".join(expected)


def test_the_overlay_marks_inferred_parts() -> None:
    """The test above would pass if no mark were read at all: these operations have one."""
    texts = {call.call: _docstring(call) for call in CALLS}
    inferred = {name for name, text in texts.items() if "Inferred, not documented" in text}
    assert inferred == {
        "allow_block_rules.create_bulk",
        "allow_block_rules.delete",
        "antispam.get",
        "antispam.update",
        "conversations.get",
        "messages.get",
        "participants.list_conversations",
        "participants.list_conversations_by_identifier",
    }


INFERRED = [
    ("conversation_status", "ConversationStatus"),
    ("message_status", "MessageStatus"),
    ("body_gif", "BodyGif"),
    ("body_location", "BodyLocation"),
    ("gif_content", "GifContent"),
    ("location_content", "LocationContent"),
    ("create_participant", "CreateParticipantWithContactIdentifier"),
    ("create_message", "CreateMessageWithTemplate"),
    ("create_message_recipients", "CreateMessageRecipientsItemWithContactID"),
    ("create_initial_message", "CreateInitialMessage.template"),
    ("conversation", "Conversation.participants"),
    ("list_participant_conversations", "ListParticipantConversationsVisibility"),
]


@pytest.mark.parametrize("module, name", INFERRED)
def test_inferred_models_are_marked(module: str, name: str) -> None:
    """Models and fields that are inferred say so."""
    assert "Inferred" in docs(f"models/{module}.py")[name]


def test_the_inferred_rule_of_a_new_conversation_is_marked() -> None:
    """That a conversation needs a channel or participants is inferred; the docs say both."""
    (call,) = [call for call in CALLS if call.call == "conversations.create"]
    text = _docstring(call) + docs("models/create_conversation.py")["CreateConversation"]
    assert re.search("channel_?[iI]d", text) and "participants" in text
    assert "nferred" in text


# Reading a method


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.call)
def test_each_method_is_explained(call: Call) -> None:
    """Each method has a summary, and names the exceptions of its own."""
    text = _docstring(call)
    assert re.match(r"[A-Z][^.]{8,}\.", text)
    assert "Keyword arguments are fields of" in text or "Fields" not in text
    method, path = operation_of(call.method, call.path) or ("", "")
    errors = {
        "400": "BadRequestError",
        "401": "AuthenticationError",
        "403": "PermissionDeniedError",
        "404": "NotFoundError",
        "409": "ConflictError",
        "422": "UnprocessableEntityError",
    }
    documented = document()["paths"][path][method.lower()]["responses"]
    assert set(re.findall(r"\b\w+Error\b", text)) == {errors[status] for status in documented if status in errors}


def test_each_resource_is_explained() -> None:
    """No resource of the client is explained by the name of its class alone."""
    for name in {call.call.partition(".")[0] for call in CALLS}:
        text = inspect.getdoc(vars(Client)[name].func) or ""
        assert " " in text, f"client.{name}: {text}"


def test_limits_and_defaults_are_documented() -> None:
    """What the document says of a list's parameters can be read at the method."""
    (call,) = [call for call in CALLS if call.call == "participants.list_conversations"]
    text = _docstring(call)
    assert "1 to 100" in text and "default: `10`" in text and "At most 8000 characters" in text
    assert "How sure" not in text
