"""What a client calls its credentials: as people say, without the words that only tell how or to whom they travel."""

from __future__ import annotations

import string
from collections.abc import Mapping, Sequence

from fledge.builder.names.reserved import CONSTRUCTOR_ARGUMENTS
from fledge.builder.names.resolve import PinnedNames, resolve_collisions
from fledge.builder.names.words import attribute, snake, symbols, words
from fledge.openapi.views.security import SecuritySchemeView

_TRAVEL = frozenset("auth authentication authorization basic bearer default http scheme sec security".split())
_OAUTH = frozenset("0 2 authorization client code credentials flow oauth oauth2 oidc openid password".split())
_PLACES = frozenset("cookie header query".split())
_NOUNS = frozenset("apikey jwt key passphrase pat secret sid signature token".split())
_USUAL = {"apiKey": "api_key"}


def credential_names(
    views: Mapping[str, SecuritySchemeView], pointers: Mapping[str, str], pins: PinnedNames, client: str
) -> dict[str, str]:
    """The argument of each security scheme: `bearerAuth` is `token`, `ApiKeyAuth` `api_key`, `AdminKey` `admin_key`.

    `client` are the words that each variable begins with, such as `ACME`: `acme_token` is `token`.
    Raise DiagnosticError for an override that cannot hold.
    """
    prefix = words(client.lower())
    alone = sum(1 for view in views.values() if view.type != "mutualTLS" and view.scheme.lower() != "basic") == 1
    candidates: dict[str, list[str]] = {}
    for key, view in views.items():
        plain = attribute(snake(words(key)) or snake(symbols(key)) or "credential")
        whole = [plain, attribute(snake(symbols(key)) or plain), f"{plain}_token"]
        is_basic = view.type == "http" and view.scheme.lower() == "basic"  # its name only tells two of them apart
        usual = [] if is_basic else [attribute(_usual_name(key, view, alone, prefix))]
        names = [*usual, *(["access_token"] if usual == ["token"] and view.type == "oauth2" else []), *whole]
        candidates[key] = list(dict.fromkeys(f"{name}_" if name in CONSTRUCTOR_ARGUMENTS else name for name in names))
    overrides = {key: pins.override(f"#{pointer}") for key, pointer in pointers.items()}
    chosen = {key: name and attribute(name) for key, name in overrides.items()}
    unchanged = {key for key, names in candidates.items() if names[0] == attribute(snake(words(key)))}

    def is_preferred(key: str) -> bool:
        return key in unchanged or not unchanged and views[key].type == "http"

    kept = {key: pins.locked_name(f"#{pointer}") for key, pointer in pointers.items()}
    return resolve_collisions(candidates, chosen=chosen, kept=kept, taken=CONSTRUCTOR_ARGUMENTS, preferred=is_preferred)


def _usual_name(key: str, view: SecuritySchemeView, alone: bool, prefix: Sequence[str]) -> str:
    """What people say for a scheme that may be `alone`: its own words, if these name a credential.

    Numbers, the `X` of a header and the client's `prefix` before them are none: `sec0` and `X-API-Key` are `api_key`.
    """
    spoken = _words(key, view, prefix)
    idle = _TRAVEL | (_PLACES if view.type == "apiKey" else _OAUTH if view.type != "http" else frozenset())
    rest = [word for word in spoken if word not in idle and (word.rstrip(string.digits) or "auth") not in idle]
    usual = _USUAL.get(str(view.type), "token")
    if rest == spoken or not _NOUNS.isdisjoint(rest):
        return snake(["api_key" if word == "apikey" else word for word in rest]) if rest else usual
    return usual if alone or not rest else f"{snake(rest)}_{usual.removeprefix('api_')}"


def _words(key: str, view: SecuritySchemeView, prefix: Sequence[str]) -> list[str]:
    """The words of a scheme's name, without those that stand before a name for a credential."""
    spoken = [word.lower() for word in words(key)]
    if view.type == "apiKey" and spoken[:1] == ["x"] and len(spoken) > 1:
        del spoken[0]
    behind = spoken[len(prefix) :]
    return behind if spoken[: len(prefix)] == prefix and not _NOUNS.isdisjoint(behind) else spoken
