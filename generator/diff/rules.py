"""The one table of what can change, and whom it breaks in which direction; docs/diff.md shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from generator.diff.values import Direction, Effect, Level


class Breaks(StrEnum):
    """What of a caller breaks; COMPARED is found out by comparing the two types."""

    NOTHING = "nothing"
    TYPES = "types"
    WIRE = "wire"
    BOTH = "both"
    COMPARED = "compared"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One kind of change. `level` is that of a change that breaks nothing; any other is major.

    None: the change is no matter of that direction.
    """

    code: str
    about: str
    request: Breaks | None = None
    response: Breaks | None = None
    client: Breaks | None = None
    level: Level = Level.MINOR

    def breaks(self, direction: Direction) -> Breaks | None:
        """What breaks in one direction."""
        return {
            Direction.REQUEST: self.request,
            Direction.RESPONSE: self.response,
            Direction.CLIENT: self.client,
        }[direction]


_N, _T, _W, _B, _C = Breaks
_PATCH = Level.PATCH

RULES = (
    # operations and what they are called
    Rule(code="operation-added", about="a method is new", client=_N),
    Rule(code="operation-removed", about="a method is gone", client=_B),
    Rule(code="operation-renamed", about="the same method and path is called by another Python name", client=_T),
    Rule(code="resource-renamed", about="all methods of a resource moved to a new attribute", client=_T),
    Rule(code="operation-moved", about="the same operationId stands at another method or path", request=_W),
    Rule(
        code="operation-id-changed", about="the operationId differs, the Python name does not", client=_N, level=_PATCH
    ),
    Rule(code="operation-server-changed", about="an operation is at another server", request=_W),
    Rule(code="pagination-added", about="a call returns pages that returned a value", client=_T),
    Rule(code="pagination-removed", about="a call returns a value that returned pages", client=_T),
    Rule(code="pagination-changed", about="pages are found in another way, or hold other items", response=_C),
    Rule(code="idempotency-changed", about="the header by which a repeated request is known", request=_N),
    # parameters
    Rule(code="parameter-added", about="an optional parameter is new", request=_N),
    Rule(code="parameter-added-required", about="a required parameter is new", request=_B),
    Rule(code="parameter-removed", about="a parameter is gone", request=_B),
    Rule(code="parameter-renamed", about="an argument, or a variable of the path, has another name", request=_T),
    Rule(code="parameter-wire-renamed", about="a query parameter, header or cookie has another name", request=_C),
    Rule(code="parameter-moved", about="a parameter travels in another place: query, header, cookie", request=_W),
    Rule(code="parameter-serialized", about="style, explode or media type of a parameter", request=_W),
    # what parameters, fields, bodies and responses have in common
    Rule(code="now-required", about="what was optional must be there", request=_B, response=_N),
    Rule(code="now-optional", about="what had to be there may be absent", request=_N, response=_B),
    Rule(code="now-nullable", about="null is a further value", request=_N, response=_C),
    Rule(code="no-longer-nullable", about="null is no value any more", request=_B, response=_N),
    Rule(code="type-changed", about="a type differs", request=_C, response=_C),
    Rule(code="constraint-tightened", about="fewer values are allowed by bounds or a pattern", request=_W, response=_N),
    Rule(code="constraint-loosened", about="more values are allowed by bounds or a pattern", request=_N, response=_N),
    Rule(code="default-changed", about="what the server takes where nothing is sent", request=_N, response=_N),
    Rule(code="deprecated", about="it is deprecated now", client=_N),
    Rule(code="no-longer-deprecated", about="it was deprecated", client=_N, level=_PATCH),
    Rule(code="docs-changed", about="prose differs", client=_N, level=_PATCH),
    # bodies
    Rule(code="body-added", about="an optional body is new", request=_N),
    Rule(code="body-added-required", about="a required body is new", request=_B),
    Rule(code="body-removed", about="there is no body any more", request=_B),
    Rule(code="body-kind-changed", about="a body is passed in another way: as arguments or as `body=`", request=_T),
    Rule(code="body-media-type-changed", about="a body is sent in another media type", request=_W),
    Rule(code="body-media-type-added", about="a body may also be sent in another media type", request=_N),
    Rule(code="body-media-type-removed", about="one of several media types is not taken any more", request=_B),
    Rule(code="body-media-type-preferred", about="another of several media types is sent by default", request=_C),
    Rule(code="body-encoding-changed", about="a part of a form is written in another way", request=_W),
    # responses
    Rule(code="response-added", about="a status is new; of a success, types tell", response=_C),
    Rule(code="response-removed", about="a status is gone", response=_N),
    Rule(code="response-body-added", about="a status brings a body that brought none", response=_N),
    Rule(code="response-body-removed", about="a status brings no body any more", response=_B),
    Rule(code="response-media-type-changed", about="a status brings another media type", response=_W),
    Rule(code="response-framing-changed", about="a stream is no stream now, or is framed in another way", response=_B),
    Rule(code="response-events-changed", about="the types of a stream's events by their names", response=_C),
    Rule(code="response-header-added", about="a header is documented", response=_N),
    Rule(code="response-header-removed", about="a header is documented no more", response=_W),
    # models
    Rule(code="model-added", about="a model is new", client=_N),
    Rule(code="model-removed", about="a model is gone", client=_T),
    Rule(code="model-added-with-calls", about="a model is new that only new methods use", client=_N),
    Rule(code="model-removed-with-calls", about="a model is gone with all methods that used it", client=_T),
    Rule(code="model-renamed", about="the same content at the same place has another name", client=_T),
    Rule(
        code="model-kind-changed", about="a model is another kind: object, enum, alias, union", request=_C, response=_C
    ),
    Rule(code="field-added", about="a field is new that need not be sent", request=_N, response=_N),
    Rule(code="field-added-required", about="a field is new that must be sent", request=_B, response=_N),
    Rule(code="field-added-constant", about="a field is new that is sent with one value", request=_W, response=_N),
    Rule(
        code="field-removed", about="a field is gone; on the wire it matters if it had to come", request=_B, response=_C
    ),
    Rule(code="field-renamed", about="a field has another Python name", request=_T, response=_T),
    Rule(code="field-wire-renamed", about="a property has another name", request=_C, response=_C),
    Rule(code="field-now-read-only", about="a field is sent no more", request=_B, response=_N),
    Rule(code="field-no-longer-read-only", about="a field may be sent", request=_N, response=_N),
    Rule(
        code="extra-changed",
        about="properties that are not declared: whether, and of which type",
        request=_C,
        response=_C,
    ),
    Rule(code="enum-value-added", about="a value is new; enums are open where they are read", request=_N, response=_N),
    Rule(code="enum-value-removed", about="a value is gone", request=_W, response=_N),
    Rule(code="enum-base-changed", about="what an unknown value may be", request=_C, response=_C),
    Rule(code="union-member-added", about="a union has a further member", request=_N, response=_B),
    Rule(code="union-member-removed", about="a union has a member less", request=_B, response=_N),
    Rule(code="union-tag-changed", about="what tells the members apart", request=_N, response=_W),
    # webhooks and callbacks
    Rule(code="event-added", about="a webhook is new", client=_N),
    Rule(code="event-removed", about="a webhook is gone", response=_B),
    Rule(code="event-renamed", about="the function that parses a webhook has another name", client=_T),
    # the API
    Rule(code="server-added", about="a server is new", client=_N),
    Rule(code="server-removed", about="a server is gone", request=_W),
    Rule(code="server-changed", about="one server is gone, and one is new", request=_W),
    Rule(code="server-default-changed", about="another server is the first, which is the client's default", client=_N),
    Rule(code="server-variable-added", about="a part of a server's URL can be chosen", client=_N),
    Rule(code="server-variable-removed", about="a part of a server's URL can not be chosen any more", client=_T),
    Rule(code="server-variable-renamed", about="the client's argument for a part of the URL", client=_T),
    Rule(code="server-value-added", about="a further value for a part of a server's URL", client=_N),
    Rule(code="server-value-removed", about="a value less for a part of a server's URL", request=_W),
    Rule(code="scheme-added", about="a way to authenticate is new", client=_N),
    Rule(code="scheme-removed", about="a way to authenticate is gone", client=_B),
    Rule(code="scheme-renamed", about="the client's argument for a credential has another name", client=_T),
    Rule(code="scheme-changed", about="a credential travels in another way", request=_W),
    Rule(
        code="scheme-kind-changed", about="a scheme is of another kind; types: if arguments of it are gone", client=_C
    ),
    Rule(code="scheme-arguments-changed", about="what the client takes for a scheme", client=_C),
    Rule(code="scope-added", about="operations require a further scope", request=_W),
    Rule(code="scope-removed", about="operations require a scope less", request=_N),
    Rule(code="env-changed", about="a credential is read from another environment variable", client=_W),
    Rule(code="security-added", about="another scheme is enough by itself", request=_N),
    Rule(code="security-removed", about="a scheme is not enough any more", request=_W),
    Rule(code="certificate-needed", about="operations want a certificate of the client", request=_W),
    Rule(code="certificate-not-needed", about="no operation wants a certificate any more", request=_N),
    Rule(code="title-changed", about="the API has another title", client=_N, level=_PATCH),
    Rule(code="changed", about="a part for which there is no rule yet", client=_N),
)
"""In the order of docs/diff.md."""

BY_CODE = {rule.code: rule for rule in RULES}


def effects(
    code: str, directions: Iterable[Direction], compared: dict[Direction, tuple[bool, bool]]
) -> tuple[Effect, ...]:
    """What a change does in those of `directions` that its rule knows; `compared` is (types, wire) where types tell."""
    found: list[Effect] = []
    for direction in directions:
        match BY_CODE[code].breaks(direction):
            case None:
                continue
            case Breaks.COMPARED:
                types, wire = compared[direction]
            case breaks:
                types, wire = breaks in (Breaks.TYPES, Breaks.BOTH), breaks in (Breaks.WIRE, Breaks.BOTH)
        found.append(Effect(direction=direction, types=types, wire=wire))
    return tuple(found)


def level(code: str, of: Iterable[Effect]) -> Level:
    """Major where something breaks, else what the rule says."""
    return Level.MAJOR if any(effect.breaks for effect in of) else BY_CODE[code].level
