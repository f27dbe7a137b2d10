# Part of the client's runtime, the same in every client. Do not edit.
"""The base URL of an API whose description names no server."""

from __future__ import annotations

import os


def env_base_url(name: str) -> str:
    """The environment variable `name`, or ValueError where it is missing or empty."""
    if url := os.environ.get(name):
        return url
    message = "The description names no server to send requests to."
    raise ValueError(f'{message} Pass base_url="https://...", or set {name}.')
