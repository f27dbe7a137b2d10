# Part of the client's runtime, the same in every client. Do not edit.
"""The base URL of an API whose description names no server."""

from __future__ import annotations

import os


def env_base_url(name: str, path: str = "") -> str:
    """The environment variable `name`, or ValueError where it is missing or empty.

    `path` is what the description says of the URL: its end.
    """
    if url := os.environ.get(name):
        return url
    part = "host" if path else "server"
    message = f"The description names no {part} to send requests to."
    raise ValueError(f'{message} Pass base_url="https://...{path}", or set {name}.')
