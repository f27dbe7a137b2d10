"""Texts from the network: only from hosts that the user named, and never without end."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request
from collections.abc import Sequence
from typing import IO
from urllib.parse import urlsplit

TIMEOUT = 30.0
"""Seconds that a host may be silent."""

LIMIT = 64 * 1024 * 1024
"""The most bytes of one text: five times the largest description that is known."""


class Unfetched(Exception):
    """A text that could not be fetched, and why, in words that end a sentence."""


def is_remote(address: str) -> bool:
    """Whether an address is a URL of the web."""
    return address.startswith(("http://", "https://"))


def allowed(url: str, hosts: Sequence[str]) -> bool:
    """Whether a host of the list (`example.com` or `localhost:8000`) is that of the URL."""
    try:
        parts = urlsplit(url)
        names = (parts.hostname or "", parts.netloc.rpartition("@")[2].lower())
    except ValueError:
        return False
    return any(host.lower() in names for host in hosts)


def fetch(url: str, hosts: Sequence[str], *, timeout: float = TIMEOUT, limit: int = LIMIT) -> bytes:
    """What stands at a URL of an allowed host. Raises Unfetched."""
    request = urllib.request.Request(url, headers={"Accept": "application/json, application/yaml, text/yaml, */*"})
    opener = urllib.request.build_opener(_Redirects(hosts))
    try:
        with opener.open(request, timeout=timeout) as response:
            data: bytes = response.read(limit + 1)
    except urllib.error.HTTPError as error:
        raise Unfetched(f"the server answers {error.code}") from None
    except urllib.error.URLError as error:
        raise Unfetched(str(error.reason)) from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise Unfetched(str(error) or type(error).__name__) from None
    if len(data) > limit:
        raise Unfetched(f"it is larger than {limit // (1024 * 1024) or 1} MB")
    return data


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows a redirect to a host that is allowed, and no other."""

    def __init__(self, hosts: Sequence[str]) -> None:
        self.hosts = hosts

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        if not is_remote(newurl) or not allowed(newurl, self.hosts):
            raise urllib.error.URLError(f"it redirects to {newurl}, and that host is not allowed")
        return super().redirect_request(req, fp, code, msg, headers, newurl)
