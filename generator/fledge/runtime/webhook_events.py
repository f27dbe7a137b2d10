# Part of the client's runtime, the same in every client. Do not edit.
"""Which of the API's webhooks a body is, told by a header and by constants in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct

from .codec import convert, decode, normal, parse
from .shapes import is_object


class UnknownWebhook(Struct, frozen=True):
    """A webhook that the description does not have; `name` is what it calls itself."""

    name: str
    data: Any  # the body as plain JSON values


class KnownWebhook(Struct, frozen=True):
    """One that the description has.

    `values` are those of properties; None: it may be absent. `names` are those of a
    header, whose case and separators do not matter.
    """

    type: Any
    values: Mapping[str, tuple[object, ...]] = {}
    names: tuple[str, ...] = ()

    def fit(self, name: str, data: Any) -> int | None:
        """How many values are as described; None: it is another webhook."""
        if self.names and name not in map(_key, self.names):
            if name or not self.values:
                return None
        if self.values and not is_object(data):
            return None
        for key, values in self.values.items():
            if not any(_is_same(data.get(key), each) for each in values):
                return None
        return sum(key in data for key in self.values)


def parse_webhook(
    webhooks: Sequence[KnownWebhook],
    body: bytes,
    headers: Mapping[str, str],
    *,
    header: str = "",
    strict: bool = False,
) -> Any:
    """The model of the webhook that a body is; UnknownWebhook where it is none of them.

    `header` names the webhook. ValueError: the body is not JSON.
    """
    data = parse(body)
    names = (value for key, value in headers.items() if key.lower() == header.lower())
    name = next(names, "")
    key = _key(name)
    matches = [
        (fit, each.type)
        for each in webhooks
        if (fit := each.fit(key, data)) is not None
    ]
    best = max((fit for fit, _ in matches), default=0)
    types = list(dict.fromkeys(type_ for fit, type_ in matches if fit == best))
    if len(types) > 1:
        types = [each for each in types if _is_valid(data, each)]
    if len(types) == 1:
        return decode(types[0], body, strict=strict)
    return UnknownWebhook(name or _name(webhooks, data), data)


def _name(webhooks: Iterable[KnownWebhook], data: Any) -> str:
    """The first text by which the body would be one of the webhooks."""
    keys = dict.fromkeys(key for each in webhooks for key in each.values)
    values = [data.get(key) for key in keys] if is_object(data) else []
    return next((each for each in values if isinstance(each, str)), "")


def _is_valid(data: Any, type_: Any) -> bool:
    try:
        convert(normal(data), type_)
    except ValueError:
        return False
    return True


def _key(name: str) -> str:
    return "".join(filter(str.isalnum, name.lower()))


def _is_same(one: Any, other: Any) -> bool:
    """Whether two JSON values are equal, as `1` and `true` are not."""
    return bool(one == other) and isinstance(one, bool) == isinstance(other, bool)
