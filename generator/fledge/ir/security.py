"""Security schemes: the credentials that a client sends."""

from __future__ import annotations

import unicodedata
from enum import StrEnum

from fledge.ir.docs import Docs
from fledge.ir.names import Name
from fledge.ir.operations import Location
from fledge.quick_dataclass import quick_dataclass


def environment_variable(prefix: str, argument: str) -> str:
    """The variable that stands in for an argument. Shells know ASCII letters only: `größe` is read from `…_GROSSE`."""
    name = "".join(
        each if each.isascii() else f"U{ord(each):X}"
        for each in unicodedata.normalize("NFKD", argument.upper())
        if not unicodedata.combining(each)
    )
    return f"{prefix}_{name}".rstrip("_")


class SchemeKind(StrEnum):
    """How a credential travels."""

    HTTP = "http"  # Authorization: <scheme> <token>
    BASIC = "basic"
    API_KEY = "apiKey"
    OAUTH2 = "oauth2"  # a token, or what a grant needs to get one


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class SecurityScheme:
    """A way to authenticate. `scheme` is the HTTP scheme as the document spells it; `key` an API key's name.

    `arguments` are what the client takes for it. OAuth 2.0: `token_urls` by grant type, and the `scopes` that
    operations require.
    """

    name: Name
    kind: SchemeKind
    docs: Docs
    arguments: tuple[Name, ...]
    scheme: str = ""
    key: str = ""
    location: Location = Location.HEADER
    env: str = ""
    token_urls: tuple[tuple[str, str], ...] = ()
    scopes: tuple[str, ...] = ()
