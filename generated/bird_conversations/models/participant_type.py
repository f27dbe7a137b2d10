# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import Literal, TypeAlias

ParticipantType: TypeAlias = (
    Literal[
        "user",
        "contact",
        "agent",
        "flow",
        "bot",
        "accessKey",
        "channel",
        "connector",
        "collaborationAutomation",
    ]
    | str
)
"""Kind of participant. It decides what the participant's `id` means:

- `user`: somebody who works in the workspace, such as a support agent. The id is a
  user ID.
- `contact`: a customer, a lead or another end user. The id is a contact ID.
- `agent`: a customer service agent. The id is an agent ID.
- `flow`: a Bird flow. The id is a flow ID.
- `bot`: a bot driven by a language model. The id is a bot ID.
- `accessKey`: an API access key, the usual sender for a program. The id is an access
  key ID.
- `channel`: the channel itself, seen on messages that Instagram echoes. The id is a
  channel ID.
- `connector`: a campaign that sent a message. The id is a connector ID.
- `collaborationAutomation`: an action rule that acted on its own. The id is an
  action rule ID.
"""
