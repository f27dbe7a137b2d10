"""The words of security schemes that are spelt otherwise, and can only mean one of the standard (OpenAPI 3.2.0, 4.27)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from fledge.loader.normalize.swagger2_values import security_scheme
from fledge.openapi.json_values import JSON, as_object
from fledge.openapi.pointer import join

Warn = Callable[[str, str], None]
Moved = Callable[[str, str], None]


def _folded(word: str) -> str:
    return "".join(letter for letter in word.casefold() if letter not in " _-")


def _by_folded(words: Iterable[str]) -> Mapping[str, str]:
    return {_folded(word): word for word in words}


_HTTP = ("basic", "bearer")
"""Schemes of HTTP that are named as a type: the first is one of Swagger 2.0."""

_WORDS = {
    "type": _by_folded(("apiKey", "http", "mutualTLS", "oauth2", "openIdConnect", *_HTTP)),
    "in": _by_folded(("query", "header", "cookie")),
    "flow": _by_folded(("implicit", "password", "application", "accessCode")),
}
_FLOWS = {
    **_by_folded(("implicit", "password", "clientCredentials", "authorizationCode", "deviceAuthorization")),
    **{"application": "clientCredentials", "accesscode": "authorizationCode"},
}


def are_scheme_words(scheme: Mapping[str, JSON]) -> bool:
    """Whether no word of a scheme of OpenAPI 3 is spelt otherwise."""
    return not (_spelt(scheme) or _spelt_flows(scheme) or scheme.get("type") in _HTTP or _is_one_flow(scheme))


def read_words(pointer: str, scheme: dict[str, JSON], warn: Warn) -> None:
    """Put the words that the standard has in the place of others, with a warning for each."""
    for key, word in _spelt(scheme).items():
        warn(f"{pointer}/{key}", f"`{key}` must be `{word}`, but is `{scheme[key]}`; Fledge reads it so.")
        scheme[key] = word


def read_scheme(pointer: str, scheme: dict[str, JSON], warn: Warn, moved: Moved) -> None:
    """Set right the words of a scheme of OpenAPI 3, with a warning for each.

    Call `moved` for what gets another pointer.
    """
    read_words(pointer, scheme, warn)
    if (name := scheme.get("type")) in _HTTP:
        warn(f"{pointer}/type", f"`type` must be `http`, with `scheme: {name}`, but is `{name}`; Fledge reads it so.")
        scheme.update(type="http", scheme=name)
    if _is_one_flow(scheme):
        flow = scheme["flow"]
        warn(f"{pointer}/flow", f"`flow` must be a key of `flows`, beside `type`; Fledge reads `{flow}` so.")
        converted = security_scheme(scheme)
        scheme.clear()
        scheme.update(converted)
        moved(f"{pointer}/flows", f"{pointer}/flow")
    for key, word in _spelt_flows(scheme).items():
        at = join(pointer, "flows", key)
        warn(at, f"`{key}` must be `{word}`; Fledge reads it so.")
        moved(join(pointer, "flows", word), at)
        scheme["flows"][word] = scheme["flows"].pop(key)


def _is_one_flow(scheme: Mapping[str, JSON]) -> bool:
    """Whether a scheme has its flow as in Swagger 2.0."""
    return scheme.get("type") == "oauth2" and isinstance(scheme.get("flow"), str) and "flows" not in scheme


def _spelt(scheme: Mapping[str, JSON]) -> dict[str, str]:
    """The words of the standard for the fields that have others."""
    spelt: dict[str, str] = {}
    for key, words in _WORDS.items():
        stated = scheme.get(key)
        word = words.get(_folded(stated)) if isinstance(stated, str) else None
        if word is not None and word != stated:
            spelt[key] = word
    return spelt


def _spelt_flows(scheme: Mapping[str, JSON]) -> dict[str, str]:
    flows = as_object(scheme.get("flows"))
    spelt = {key: _FLOWS.get(_folded(key), key) for key in flows}
    return {key: word for key, word in spelt.items() if word != key and word not in flows}
