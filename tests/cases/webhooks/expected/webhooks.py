# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""Parses the webhooks and callbacks that the API sends."""

from __future__ import annotations

from ._runtime.codec import decode
from .models import CreateSubscriptionOnEventCallback, Pet


def parse_create_subscription_on_event(
    body: bytes,
    *,
    strict: bool = False,
) -> CreateSubscriptionOnEventCallback:
    """Parse `create_subscription_on_event`."""
    event: CreateSubscriptionOnEventCallback = decode(
        CreateSubscriptionOnEventCallback, body, strict=strict
    )
    return event


def parse_new_pet(
    body: bytes,
    *,
    strict: bool = False,
) -> Pet:
    """A pet was born"""
    event: Pet = decode(Pet, body, strict=strict)
    return event
