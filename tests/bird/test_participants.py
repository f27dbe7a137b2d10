"""Participants: change one, add one, list their conversations, by ID and by identifier."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

import pytest

from generated.bird_conversations import UNSET, APIError, models

from . import examples
from .conftest import Api
from .examples import CHANNEL, CONTACT, CONVERSATION, TOKEN, USER, WORKSPACE
from .server import Bird

APPLE = "applebc-c72f4be3-2773-4ad4-86cf-6a6b4b3cb837"
URN = "urn:mbid:c29tZSByYW5kb20gYmFzZTY0IGNvbnRlbnQ="
IDENTIFIERS = [
    ("emailaddress", "john.doe@bird.com", "emailaddress/john.doe%40bird.com"),
    ("phonenumber", "+31612345678", "phonenumber/%2B31612345678"),
    (APPLE, URN, f"{APPLE}/urn%3Ambid%3Ac29tZSByYW5kb20gYmFzZTY0IGNvbnRlbnQ%3D"),
    ("facebookid-164849000012345", "720197540012345", "facebookid-164849000012345/720197540012345"),
]
by_identifier = pytest.mark.parametrize("key, value, sent", IDENTIFIERS)

PARTICIPANTS = f"/workspaces/{WORKSPACE}/conversations/{CONVERSATION}/participants"
UPDATE = (
    "PATCH",
    "/workspaces/{workspaceId}/conversations/{conversationId}/participants/{identifierKey}/{identifierValue}",
)

STATUSES = [
    ({"status": "active"}, b'{"status":"active"}'),
    ({"status": None}, b'{"status":null}'),
    ({}, b""),
    ({"status": UNSET}, b""),
]


@by_identifier
@pytest.mark.parametrize("given, body", STATUSES)
def test_update_by_identifier_sends_what_was_passed(
    api: Api, bird: Bird, key: str, value: str, sent: str, given: dict[str, Any], body: bytes
) -> None:
    """A status that is set or null gives two bodies, and one that is left out gives none; the identifier is percent-encoded."""
    participant = api("participants.update_by_identifier", WORKSPACE, CONVERSATION, key, value, **given)
    assert bird.last.method == "PATCH"
    assert bird.last.target == f"{PARTICIPANTS}/{sent}"
    assert bird.last.body == body
    assert bird.last.headers.get("content-type") == ("application/json" if body else None)
    assert bird.last.operation == UPDATE
    assert isinstance(participant, models.Participant)
    assert (participant.id, participant.type, participant.status) == (CONTACT, "contact", "active")
    assert isinstance(participant.contact, models.ParticipantContact)
    assert participant.contact.platform_address_selector == "attributes.workEmail"


@pytest.mark.parametrize("given, body", STATUSES)
def test_update_sends_what_was_passed(api: Api, bird: Bird, given: dict[str, Any], body: bytes) -> None:
    """The same by participant ID."""
    api("participants.update", WORKSPACE, CONVERSATION, CONTACT, **given)
    assert bird.last.target == f"{PARTICIPANTS}/{CONTACT}"
    assert bird.last.body == body


@pytest.mark.parametrize("position", [0, 1])
@pytest.mark.parametrize("hostile", ["a/b", "%2F", "..%2F", "?x=1", "#", "a#b?c", " ", "ключ", "...", "a/./b"])
def test_an_identifier_stays_in_its_path_segment(api: Api, bird: Bird, position: int, hostile: str) -> None:
    """No identifier reaches the path of another operation, and the server reads back what was meant."""
    identifier = ["emailaddress", "john.doe@bird.com"]
    identifier[position] = hostile
    api("participants.update_by_identifier", WORKSPACE, CONVERSATION, *identifier, status="active")
    assert bird.last.operation == UPDATE
    assert "?" not in bird.last.target and "#" not in bird.last.target
    assert [unquote(part) for part in bird.last.path.split("/")[-2:]] == identifier


@pytest.mark.parametrize("position", [0, 1])
@pytest.mark.parametrize("corrupt", ["", ".", ".."])
def test_an_identifier_that_breaks_the_path_is_refused(api: Api, bird: Bird, position: int, corrupt: str) -> None:
    """Where the path would be another one, ValueError is raised and nothing is sent."""
    identifier = ["emailaddress", "john.doe@bird.com"]
    identifier[position] = corrupt
    with pytest.raises(ValueError):
        api("participants.update_by_identifier", WORKSPACE, CONVERSATION, *identifier, status="active")
    assert bird.requests == []


def test_an_unknown_argument_raises_type_error(api: Api, bird: Bird) -> None:
    """A field that an update does not have is a TypeError, not something that is sent."""
    with pytest.raises(TypeError):
        api("participants.update", WORKSPACE, CONVERSATION, CONTACT, state="active")
    assert bird.requests == []


USER_FORM = {"id": USER, "type": "user", "status": "invited"}
CONTACT_FORM = {
    "id": CONTACT,
    "type": "contact",
    "contact": {"platformAddressSelector": "attributes.workEmail"},
}
IDENTIFIER_FORM = {
    "type": "contact",
    "contact": {"identifierKey": "phonenumber", "identifierValue": "+31612345678"},
}
FORMS = {
    "user": (USER_FORM, models.CreateParticipantUserOrFlow(id=USER, type="user", status="invited")),
    "contact": (
        CONTACT_FORM,
        models.CreateParticipantWithContactID(
            id=CONTACT,
            contact=models.CreateParticipantWithContactIDContact(platform_address_selector="attributes.workEmail"),
        ),
    ),
    "identifier": (
        IDENTIFIER_FORM,
        models.CreateParticipantWithContactIdentifier(
            contact=models.CreateParticipantWithContactIdentifierContact(
                identifier_key="phonenumber", identifier_value="+31612345678"
            ),
        ),
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_create_sends_each_form_of_a_participant(api: Api, bird: Bird, form: str) -> None:
    """A participant is added in each of three forms, as a model or as a plain dict: the same body."""
    plain, model = FORMS[form]
    for body in (plain, model):
        participant = api("participants.create", WORKSPACE, CONVERSATION, body=body)
        assert bird.last.target == PARTICIPANTS
        assert bird.last.json == plain
        assert isinstance(participant, models.Participant)


def test_create_sends_null_or_no_body(api: Api, bird: Bird) -> None:
    """The body of this operation may be null, and may be left out; these are two things."""
    api("participants.create", WORKSPACE, CONVERSATION, body=None)
    assert bird.last.body == b"null" and bird.last.headers["content-type"] == "application/json"
    api("participants.create", WORKSPACE, CONVERSATION)
    assert bird.last.body == b"" and "content-type" not in bird.last.headers


@pytest.mark.parametrize("status", [200, 201])
def test_both_success_statuses_return_the_participant(api: Api, bird: Bird, status: int) -> None:
    """The raw response tells 201, added, from 200, there already."""
    bird.responds(status, examples.contact(), {"X-Request-Id": "abc"})
    response = api.raw("participants.create", WORKSPACE, CONVERSATION, body=USER_FORM)
    assert response.status_code == status
    assert response.request_id == "abc"
    assert isinstance(response.body, models.Participant) and response.body.id == CONTACT
    assert response.method == "POST" and response.url == f"{bird.url}{PARTICIPANTS}"


LISTS = {
    "participants.list_conversations": (CONTACT,),
    "participants.list_conversations_by_identifier": ("phonenumber", "+31612345678"),
}
PATHS = {
    "participants.list_conversations": f"/workspaces/{WORKSPACE}/participants/{CONTACT}/conversations",
    "participants.list_conversations_by_identifier": (
        f"/workspaces/{WORKSPACE}/participants/phonenumber/%2B31612345678/conversations"
    ),
}
each_list = pytest.mark.parametrize("call", LISTS)


@each_list
def test_a_call_fetches_one_page(api: Api, bird: Bird, call: str) -> None:
    """One page of a participant's conversations, filtered; no second page is asked for."""
    bird.responds(200, examples.page(examples.conversation(), token=TOKEN) | {"total": 31, "totalType": ""})
    page = api.run(
        api.method(call)(WORKSPACE, *LISTS[call], channel_id=CHANNEL, status="active", limit=1),
    )
    assert bird.last.path == PATHS[call]
    assert bird.last.arguments == {"channelId": CHANNEL, "status": "active", "limit": "1"}
    (conversation,) = page.items
    assert isinstance(conversation, models.Conversation)
    assert conversation.featured_participants[0].display_name == "John Doe"
    assert page.next_token == TOKEN and page.has_next
    assert isinstance(page.body, models.ConversationPage)
    assert (page.body.total, page.body.total_type) == (31, "")
    assert len(bird.requests) == 1


def test_visibility_filters_the_list(api: Api, bird: Bird) -> None:
    """The list by ID can be filtered by visibility, and by the value `direct`, which no body has."""
    api("participants.list_conversations", WORKSPACE, CONTACT, channel_id=CHANNEL, visibility="direct")
    assert bird.last.arguments == {"channelId": CHANNEL, "visibility": "direct"}


LAST = [{}, {"nextPageToken": ""}, {"nextPageToken": None}]


@each_list
@pytest.mark.parametrize("last", LAST, ids=["missing", "empty", "null"])
def test_iteration_fetches_all_pages(api: Api, bird: Bird, call: str, last: dict[str, Any]) -> None:
    """Iteration goes over all pages, with the same filters, until the token is missing or empty."""
    for number, end in enumerate([{"nextPageToken": TOKEN}, {"nextPageToken": "second"}, last]):
        bird.responds(200, examples.page(examples.conversation(id=f"id-{number}")) | end)
    listed = api.all(api.method(call)(WORKSPACE, *LISTS[call], channel_id=CHANNEL, limit=1, status="closed"))
    assert [each.id for each in listed] == ["id-0", "id-1", "id-2"]
    requested = {"channelId": CHANNEL, "limit": "1", "status": "closed"}
    tokens: list[dict[str, str]] = [{}, {"pageToken": TOKEN}, {"pageToken": "second"}]
    assert [recorded.arguments for recorded in bird.requests] == [requested | token for token in tokens]
    assert {recorded.path for recorded in bird.requests} == {PATHS[call]}
    assert "VoiXQ%2B%2F8%3D" not in bird.requests[0].query
    assert "pageToken=" + TOKEN.replace("+", "%2B").replace("/", "%2F").replace("=", "%3D") in bird.requests[1].query


@each_list
def test_a_page_that_names_itself(api: Api, bird: Bird, call: str) -> None:
    """A server that repeats the same token does not keep the client for ever."""
    for _ in range(3):
        bird.responds(200, examples.page(examples.conversation(), token="same"))
    with pytest.raises(APIError):
        api.all(api.method(call)(WORKSPACE, *LISTS[call], channel_id=CHANNEL))
    assert len(bird.requests) == 2


@each_list
def test_the_channel_is_a_required_argument(api: Api, bird: Bird, call: str) -> None:
    """Without a channel nothing is sent."""
    with pytest.raises(TypeError, match="channel_id"):
        api(call, WORKSPACE, *LISTS[call], limit=1)
    assert bird.requests == []


@each_list
def test_the_raw_view_returns_a_page(api: Api, bird: Bird, call: str) -> None:
    """The raw response of a list holds its first page, which leads on to the others."""
    bird.responds(200, examples.page(examples.conversation(), token="a"))
    response = api.raw(call, WORKSPACE, *LISTS[call], channel_id=CHANNEL)
    assert response.status_code == 200 and len(response.body.items) == 1
    following = api.run(response.body.next_page())
    assert len(following.items) == 1 and not following.has_next
    assert bird.last.arguments == {"channelId": CHANNEL, "pageToken": "a"}


def test_delete_returns_none(api: Api, bird: Bird) -> None:
    """Taking a participant out gives nothing back: 204."""
    assert api("participants.delete", WORKSPACE, CONVERSATION, CONTACT) is None
    assert api.raw("participants.delete", WORKSPACE, CONVERSATION, CONTACT).status_code == 204
