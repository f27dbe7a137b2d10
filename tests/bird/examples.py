"""What Bird answers: bodies in the shapes of its documentation, made anew at each call."""

from __future__ import annotations

from typing import Any

WORKSPACE = "b4e02c85-c6d2-4b15-8885-e09671799c61"
CONVERSATION = "67e4d358-ca94-421e-98b7-448860df9d33"
MESSAGE = "f303d128-0619-49ce-9e2a-669098d7d78b"
CONTACT = "274bd6ff-3295-49a0-a02d-651fb661d7fb"
ACCESS_KEY = "85762b7e-1e25-4648-8e06-27195433cfe2"
USER = "cb22b001-6226-4d7c-acdd-7414b2bcdbaf"
CHANNEL = "ab651378-579a-4491-abe6-eec97d4c0fa3"
RULE = "3f0c8f0e-7d0a-4b57-9a39-6b6f0d2f5a11"
BULK = "9a1f6c52-5c1b-4c5e-8f6d-0f7f1f4f2b77"
NIL = "00000000-0000-0000-0000-000000000000"
TOKEN = "WyIyMDI0LTExLTI5VDEzOjIyOjIyLjg3NVoi+/8="
"""A page token: base64, with all three characters that a query must not hold as they are."""

Body = dict[str, Any]


def contact(**changes: Any) -> Body:
    """A customer, as a participant."""
    return {
        "id": CONTACT,
        "type": "contact",
        "status": "active",
        "displayName": "John Doe",
        "avatarUrl": "",
        "contact": {
            "identifierKey": "emailaddress",
            "identifierValue": "john.doe@example.com",
            "platformAddress": "john.doe@example.com",
            "platformAddressSelector": "attributes.workEmail",
        },
        **changes,
    }


def sender() -> Body:
    """The access key of a program, as a participant: it has no contact."""
    return {
        "id": ACCESS_KEY,
        "type": "accessKey",
        "status": "active",
        "displayName": "Shop backend",
        "avatarUrl": "",
    }


def recipient() -> Body:
    return {
        "type": "to",
        "id": CONTACT,
        "identifierKey": "emailaddress",
        "identifierValue": "john.doe@example.com",
        "platformAddress": "john.doe@example.com",
        "contactAnnotation": {"name": "John Doe"},
    }


def last_message(**changes: Any) -> Body:
    return {
        "id": MESSAGE,
        "type": "text",
        "preview": {"text": "Hey, listen! 👍"},
        "recipients": [recipient()],
        "status": "delivered",
        "sender": sender(),
        "createdAt": "2024-11-29T13:22:22.875Z",
        **changes,
    }


def conversation(**changes: Any) -> Body:
    return {
        "id": CONVERSATION,
        "name": "Re: Your refund request",
        "description": "",
        "status": "active",
        "visibility": "private",
        "accessibility": "invite-only",
        "featuredParticipants": [contact(), sender()],
        "activeParticipantCount": 2,
        "pendingParticipantCount": 1,
        "initiatingParticipant": contact(),
        "channelId": CHANNEL,
        "lastMessage": last_message(),
        "createdAt": "2024-11-25T19:31:47.264Z",
        "updatedAt": "2024-11-29T15:37:20.534Z",
        "platformStyle": "email",
        "attributes": {"my-attribute": "123"},
        **changes,
    }


def message(**changes: Any) -> Body:
    """A message. `source` and `interactions` are as in Bird's samples, which contradict its document."""
    return {
        "id": MESSAGE,
        "conversationId": CONVERSATION,
        "reference": "refund-12345",
        "sender": sender(),
        "draft": False,
        "recipients": [recipient()],
        "status": "accepted",
        "source": "channels",
        "body": {"type": "text", "text": {"text": "Your refund is on its way."}},
        "reason": "",
        "interactions": None,
        "createdAt": "2024-11-29T13:22:22.875Z",
        "updatedAt": "2024-11-29T13:22:22.875Z",
        **changes,
    }


def rule(**changes: Any) -> Body:
    return {
        "id": RULE,
        "workspaceId": WORKSPACE,
        "category": "domain",
        "value": "example.com",
        "type": "reject",
        "createdBy": NIL,
        "createdAt": "2024-11-29T15:27:38.436082756Z",
        "updatedBy": NIL,
        "updatedAt": "2024-11-29T15:27:38.436082756Z",
        **changes,
    }


def progress(**changes: Any) -> Body:
    return {
        "workspaceId": WORKSPACE,
        "bulkId": BULK,
        "currentIndex": 0,
        "total": 1,
        "status": "pending",
        "errors": None,
        "updatedAt": "2024-11-29T15:27:38.55Z",
        **changes,
    }


def upload() -> Body:
    return {
        "mediaUrl": "https://media.api.bird.com/workspaces/media/logo.png",
        "uploadUrl": "https://uploads.example.com/",
        "uploadMethod": "POST",
        "uploadFormData": {"Content-Type": "image/png", "acl": "private", "key": "media/logo.png"},
    }


def channel() -> Body:
    """The configuration of a channel, with the two fields that its schema forbids."""
    return {
        "status": "active",
        "createdAt": "2024-12-02T09:14:05.113Z",
        "updatedAt": "2024-12-02T09:14:05.113Z",
    }


def page(*results: Body, token: str | None = None) -> Body:
    """One page of a list; without `token` the last, which has no token at all."""
    return {"results": list(results)} | ({} if token is None else {"nextPageToken": token})


def error(code: str, message: str = "No such luck.", **details: Any) -> Body:
    return {"code": code, "message": message, "details": details}
