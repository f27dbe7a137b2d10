"""Enums that are closed: those that are only sent, if classes fill in no other value."""

from __future__ import annotations

from typing import Any

import pytest

from fledge.ir.traversal import closed_enums
from tests.builder.specs import api_of, body, ref, spec_of


@pytest.mark.parametrize(("kinds", "closed"), [(["reboot", "resize"], True), (["reboot", "snapshot"], False)])
def test_a_class_that_fills_in_another_value_opens_the_enum(kinds: list[str], closed: bool) -> None:
    """DigitalOcean maps `change_backup_policy`, which the enum of its parent lacks, to a class."""
    schemas: dict[str, Any] = {
        "Action": {
            "type": "object",
            "required": ["type"],
            "properties": {"type": {"type": "string", "enum": kinds}},
            "discriminator": {
                "propertyName": "type",
                "mapping": {"reboot": "#/components/schemas/Reboot", "resize": "#/components/schemas/Resize"},
            },
        },
        **{
            name: {"allOf": [ref("Action"), {"type": "object", "properties": {name: {"type": "integer"}}}]}
            for name in ("Reboot", "Resize")
        },
    }
    operation = {
        "operationId": "act",
        "requestBody": body({"anyOf": [ref("Reboot"), ref("Resize")]}),
        "responses": {"204": {"description": "Done."}},
    }
    api = api_of(spec_of(paths={"/actions": {"post": operation}}, components={"schemas": schemas}))
    names = {model.name.python for model in api.models}
    assert {"ActionType"} & names
    assert (closed_enums(api.models, sent=names, received=()) == {"ActionType"}) is closed
