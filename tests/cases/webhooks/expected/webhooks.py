# Generated from an OpenAPI description. Do not edit.
"""Parses what the API sends by itself: webhooks and callbacks."""

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
        body, CreateSubscriptionOnEventCallback, strict=strict
    )
    return event


def parse_new_pet(
    body: bytes,
    *,
    strict: bool = False,
) -> Pet:
    """A pet was born"""
    event: Pet = decode(body, Pet, strict=strict)
    return event
