"""Each of the 31 operations, called once: how a user calls it, and what must go over the wire."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any

from .examples import ACCESS_KEY, BULK, CHANNEL, CONTACT, CONVERSATION, MESSAGE, RULE, TOKEN, USER, WORKSPACE

TEXT = {"type": "text", "text": {"text": "Your refund is on its way."}}
TO = {"type": "to", "identifierKey": "emailaddress", "identifierValue": "john.doe@example.com"}
MAIL = ("emailaddress", "john.doe@bird.com")


@dataclass(frozen=True)
class Call:
    """A call, and the request that it makes. `body`: JSON, or bytes of another media type; ... is none."""

    call: str
    args: tuple[str, ...]
    method: str
    path: str
    kwargs: dict[str, Any] = field(default_factory=dict)
    query: dict[str, str] = field(default_factory=dict)
    body: Any = ...
    media_type: str = "application/json"


_ONE = f"/workspaces/{WORKSPACE}/conversations/{CONVERSATION}"
_RULES = f"/workspaces/{WORKSPACE}/conversation-allowblock-rules"
_CHANNEL = f"/workspaces/{WORKSPACE}/channels/{CHANNEL}/conversational"
_ANTISPAM = f"/workspaces/{WORKSPACE}/conversations-antispam-settings"
_IN = (WORKSPACE, CONVERSATION)

_PAGE = {"limit": 5, "page_token": TOKEN, "reverse": True}
_PAGE_SENT = {"limit": "5", "pageToken": TOKEN, "reverse": "true"}

_MESSAGE: dict[str, Any] = {
    "participantType": "accessKey",
    "participantId": ACCESS_KEY,
    "addMissingParticipants": True,
    "reference": "refund-12345",
    "recipients": [TO],
    "body": TEXT,
}

CALLS = [
    Call("channels.get_conversations_configuration", (WORKSPACE, CHANNEL), "GET", _CHANNEL),
    Call(
        "channels.update_conversations_configuration",
        (WORKSPACE, CHANNEL),
        "PATCH",
        _CHANNEL,
        {"status": "active"},
        body={"status": "active"},
    ),
    Call("messages.create", _IN, "POST", f"{_ONE}/messages", {"body": _MESSAGE}, body=_MESSAGE),
    Call(
        "messages.list",
        _IN,
        "GET",
        f"{_ONE}/messages",
        {**_PAGE, "date_from": datetime(2024, 11, 29, 13, 22, 22, tzinfo=timezone.utc)},
        query={**_PAGE_SENT, "dateFrom": "2024-11-29T13:22:22Z"},
    ),
    Call("messages.get", (*_IN, MESSAGE), "GET", f"{_ONE}/messages/{MESSAGE}"),
    Call(
        "messages.update",
        (*_IN, MESSAGE),
        "PATCH",
        f"{_ONE}/messages/{MESSAGE}",
        {"draft": False, "body": TEXT, "recipients": [TO]},
        body={"draft": False, "body": TEXT, "recipients": [TO]},
    ),
    Call("messages.delete", (*_IN, MESSAGE), "DELETE", f"{_ONE}/messages/{MESSAGE}"),
    Call(
        "conversations.create_presigned_upload",
        _IN,
        "POST",
        f"{_ONE}/presigned-upload",
        {"content_type": "image/png"},
        body={"contentType": "image/png"},
    ),
    Call(
        "conversations.create",
        (WORKSPACE,),
        "POST",
        f"/workspaces/{WORKSPACE}/conversations",
        {
            "name": "Re: Your refund request",
            "channel_id": CHANNEL,
            "initial_message": {"body": TEXT, "recipients": [TO]},
        },
        body={
            "name": "Re: Your refund request",
            "channelId": CHANNEL,
            "initialMessage": {"body": TEXT, "recipients": [TO]},
        },
    ),
    Call(
        "conversations.list",
        (WORKSPACE,),
        "GET",
        f"/workspaces/{WORKSPACE}/conversations",
        {**_PAGE, "resource": f"task:{RULE}"},
        query={**_PAGE_SENT, "resource": f"task:{RULE}"},
    ),
    Call("conversations.get", _IN, "GET", _ONE),
    Call(
        "conversations.update",
        _IN,
        "PATCH",
        _ONE,
        {"name": "new name", "description": None, "attributes": {"my-attribute": "123"}},
        body={"name": "new name", "description": None, "attributes": {"my-attribute": "123"}},
    ),
    Call("conversations.delete", _IN, "DELETE", _ONE),
    Call(
        "participants.create",
        _IN,
        "POST",
        f"{_ONE}/participants",
        {"body": {"id": USER, "type": "user"}},
        body={"id": USER, "type": "user"},
    ),
    Call("participants.list", _IN, "GET", f"{_ONE}/participants", _PAGE, query=_PAGE_SENT),
    Call("participants.get", (*_IN, CONTACT), "GET", f"{_ONE}/participants/{CONTACT}"),
    Call(
        "participants.get_by_identifier",
        (*_IN, *MAIL),
        "GET",
        f"{_ONE}/participants/emailaddress/john.doe%40bird.com",
    ),
    Call(
        "participants.update",
        (*_IN, CONTACT),
        "PATCH",
        f"{_ONE}/participants/{CONTACT}",
        {"status": "active"},
        body={"status": "active"},
    ),
    Call(
        "participants.update_by_identifier",
        (*_IN, *MAIL),
        "PATCH",
        f"{_ONE}/participants/emailaddress/john.doe%40bird.com",
        {"status": None},
        body={"status": None},
    ),
    Call("participants.delete", (*_IN, CONTACT), "DELETE", f"{_ONE}/participants/{CONTACT}"),
    Call(
        "participants.list_conversations",
        (WORKSPACE, CONTACT),
        "GET",
        f"/workspaces/{WORKSPACE}/participants/{CONTACT}/conversations",
        {**_PAGE, "channel_id": CHANNEL, "status": "deleted", "visibility": "direct"},
        query={**_PAGE_SENT, "channelId": CHANNEL, "status": "deleted", "visibility": "direct"},
    ),
    Call(
        "participants.list_conversations_by_identifier",
        (WORKSPACE, "phonenumber", "+31612345678"),
        "GET",
        f"/workspaces/{WORKSPACE}/participants/phonenumber/%2B31612345678/conversations",
        {**_PAGE, "channel_id": CHANNEL, "status": "active"},
        query={**_PAGE_SENT, "channelId": CHANNEL, "status": "active"},
    ),
    Call("antispam.get", (WORKSPACE,), "GET", _ANTISPAM),
    Call("antispam.update", (WORKSPACE,), "PATCH", _ANTISPAM, {"enabled": False}, body={"enabled": False}),
    Call(
        "allow_block_rules.create",
        (WORKSPACE,),
        "POST",
        _RULES,
        {"category": "domain_suffix", "value": "example.com", "type": "reject"},
        body={"category": "domain_suffix", "value": "example.com", "type": "reject"},
    ),
    Call("allow_block_rules.get", (WORKSPACE, RULE), "GET", f"{_RULES}/{RULE}"),
    Call(
        "allow_block_rules.list",
        (WORKSPACE,),
        "GET",
        _RULES,
        {**_PAGE, "type": "allow", "category": "email", "value": "a+b@example.com"},
        query={**_PAGE_SENT, "type": "allow", "category": "email", "value": "a+b@example.com"},
    ),
    Call(
        "allow_block_rules.update",
        (WORKSPACE, RULE),
        "PATCH",
        f"{_RULES}/{RULE}",
        {"type": "suspend", "category": None},
        body={"type": "suspend", "category": None},
    ),
    Call("allow_block_rules.delete", (WORKSPACE, RULE), "DELETE", f"{_RULES}/{RULE}"),
    Call(
        "allow_block_rules.create_bulk",
        (WORKSPACE,),
        "POST",
        f"{_RULES}-bulk",
        {"body": "test@example.com,allow\nexämple.com,reject\n"},
        body="test@example.com,allow\nexämple.com,reject\n".encode(),
        media_type="text/csv",
    ),
    Call("allow_block_rules.get_bulk_status", (WORKSPACE, BULK), "GET", f"{_RULES}-bulk/{BULK}/status"),
]
