"""The table of rules: every kind of change, and what it breaks in each direction; docs/diff.md shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from fledge.diff.changes import Direction, Effect, Level

TypeEffects: TypeAlias = Mapping[Direction, tuple[bool, bool]]
"""Whether types and the wire break, in each direction."""


class Breakage(StrEnum):
    """What a change breaks; COMPARED depends on the two types."""

    NOTHING = "nothing"
    TYPES = "types"
    WIRE = "wire"
    BOTH = "both"
    COMPARED = "compared"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One kind of change. `level` is the level of a change that breaks nothing; a change that breaks is major.

    A direction is None if the change does not concern it.
    """

    code: str
    summary: str
    request: Breakage | None = None
    response: Breakage | None = None
    client: Breakage | None = None
    level: Level = Level.MINOR

    def breaks(self, direction: Direction) -> Breakage | None:
        """Return what breaks in one direction."""
        return {
            Direction.REQUEST: self.request,
            Direction.RESPONSE: self.response,
            Direction.CLIENT: self.client,
        }[direction]


_N, _T, _W, _B, _C = Breakage
_PATCH = Level.PATCH

RULES = (
    # operations and what they are called
    Rule(code="operation-added", summary="a method was added", client=_N),
    Rule(code="operation-removed", summary="a method was removed", client=_B),
    Rule(code="operation-renamed", summary="the method for an operation has a new Python name", client=_T),
    Rule(code="resource-renamed", summary="all methods of a resource moved to a new attribute", client=_T),
    Rule(
        code="operation-moved",
        summary="the operation with the same operationId has a new HTTP method or path",
        request=_W,
    ),
    Rule(
        code="operation-id-changed", summary="the operationId changed, the Python name did not", client=_N, level=_PATCH
    ),
    Rule(code="operation-server-changed", summary="an operation moved to another server", request=_W),
    Rule(code="pagination-added", summary="a call returns pages instead of one value", client=_T),
    Rule(code="pagination-removed", summary="a call returns one value instead of pages", client=_T),
    Rule(
        code="pagination-changed",
        summary="the client asks for the next page in another way",
        response=_W,
    ),
    Rule(code="pagination-items-changed", summary="the items of pages have another type", response=_C),
    Rule(code="idempotency-changed", summary="the header that identifies repeated requests changed", request=_C),
    # parameters
    Rule(code="parameter-added", summary="an optional parameter was added", request=_N),
    Rule(code="parameter-added-required", summary="a required parameter was added", request=_B),
    Rule(code="parameter-removed", summary="a parameter was removed", request=_B),
    Rule(code="parameter-renamed", summary="an argument has a new name", request=_T),
    Rule(code="parameter-wire-renamed", summary="a query parameter, header or cookie has a new name", request=_C),
    Rule(code="parameter-moved", summary="a parameter moved between query, headers and cookies", request=_W),
    Rule(code="parameter-serialized", summary="style, explode or media type of a parameter changed", request=_W),
    # what parameters, fields, bodies and responses have in common
    Rule(code="became-required", summary="an optional part became required", request=_C, response=_N),
    Rule(code="became-optional", summary="a required part became optional", request=_N, response=_C),
    Rule(code="became-nullable", summary="null is allowed now", request=_N, response=_C),
    Rule(code="became-not-nullable", summary="null is no longer allowed", request=_C, response=_N),
    Rule(code="type-changed", summary="a type changed", request=_C, response=_C),
    Rule(code="constraint-tightened", summary="constraints allow fewer values", request=_W, response=_N),
    Rule(code="constraint-loosened", summary="constraints allow more values", request=_N, response=_N),
    Rule(
        code="constraint-changed",
        summary="constraints changed, and Fledge cannot tell whether they allow fewer values",
        request=_N,
        response=_N,
    ),
    Rule(
        code="path-parameter-renamed",
        summary="a path parameter has another name, which no caller writes",
        request=_N,
        level=_PATCH,
    ),
    Rule(
        code="path-parameters-reordered",
        summary="path parameters changed their order, so arguments go to others",
        request=_W,
    ),
    Rule(
        code="default-changed",
        summary="the value that the server uses if none is sent changed",
        request=_N,
        response=_N,
    ),
    Rule(code="deprecated", summary="a part is now deprecated", client=_N),
    Rule(code="no-longer-deprecated", summary="a part is no longer deprecated", client=_N, level=_PATCH),
    Rule(code="docs-changed", summary="a summary or description changed", client=_N, level=_PATCH),
    Rule(
        code="spelling-changed",
        summary="a name, URL or media type is written in another form that means the same",
        client=_N,
        level=_PATCH,
    ),
    # bodies
    Rule(code="body-added", summary="an optional request body was added", request=_N),
    Rule(code="body-added-required", summary="a required request body was added", request=_C),
    Rule(
        code="body-became-required",
        summary="an optional body became required, whose fields are arguments",
        request=_C,
    ),
    Rule(code="body-removed", summary="the request body was removed", request=_B),
    Rule(
        code="body-kind-changed",
        summary="callers pass the body in another form: as arguments or as `body=`",
        request=_T,
    ),
    Rule(code="body-media-type-changed", summary="the body has another media type", request=_C),
    Rule(code="body-media-type-added", summary="the body may have a further media type", request=_N),
    Rule(code="body-media-type-removed", summary="one of several media types of the body was removed", request=_B),
    Rule(
        code="body-media-type-preferred",
        summary="the client sends another of several media types by default",
        request=_C,
    ),
    Rule(code="body-encoding-changed", summary="the encoding of a part of a form changed", request=_W),
    # responses
    Rule(code="response-added", summary="a status was added", response=_C),
    Rule(code="response-removed", summary="a status was removed", response=_C),
    Rule(
        code="return-type-changed",
        summary="a call returns another type, since its successful responses changed",
        response=_C,
    ),
    Rule(code="response-body-added", summary="a response gained a body", response=_C),
    Rule(code="response-body-removed", summary="a response lost its body", response=_C),
    Rule(code="response-media-type-changed", summary="a response has another media type", response=_W),
    Rule(
        code="stream-format-changed",
        summary="a stream became a whole response or the reverse, or has another format",
        response=_C,
    ),
    Rule(code="response-events-changed", summary="the types of the events of a stream changed", response=_C),
    Rule(code="response-header-added", summary="a response header was added", response=_N),
    Rule(code="response-header-removed", summary="a response header was removed", response=_W),
    Rule(code="response-header-became-optional", summary="a response may lack a header", response=_W),
    Rule(code="response-header-became-required", summary="a response always has a header", response=_N),
    Rule(
        code="response-header-serialized",
        summary="a header became JSON or plain text, or has another media type",
        response=_W,
    ),
    # models
    Rule(code="model-added", summary="a model was added", client=_N),
    Rule(code="model-removed", summary="a model was removed", client=_T),
    Rule(code="model-added-with-calls", summary="a model was added that only new methods use", client=_N),
    Rule(code="model-removed-with-calls", summary="a model was removed with all methods that used it", client=_T),
    Rule(code="model-renamed", summary="a model with the same use and content has a new name", client=_T),
    Rule(
        code="model-kind-changed",
        summary="a model became another kind: object, enum, alias, union",
        request=_C,
        response=_C,
    ),
    Rule(code="field-added", summary="a field was added that callers need not send", request=_N, response=_N),
    Rule(code="field-added-required", summary="a field was added that callers must send", request=_B, response=_N),
    Rule(
        code="field-added-constant",
        summary="a field was added that the client always sends with one value",
        request=_C,
        response=_N,
    ),
    Rule(code="field-removed", summary="a field was removed", request=_B, response=_C),
    Rule(code="field-renamed", summary="a field has a new Python name", request=_T, response=_T),
    Rule(code="field-wire-renamed", summary="a property has a new name", request=_C, response=_C),
    Rule(code="field-became-read-only", summary="callers can no longer send a field", request=_C, response=_N),
    Rule(code="field-became-not-read-only", summary="callers can send a field now", request=_N, response=_N),
    Rule(
        code="field-absence-changed",
        summary="a field without a value is `UNSET` instead of `None`, since its model is sent now, or the reverse",
        response=_C,
    ),
    Rule(
        code="additional-properties-changed",
        summary="additional properties appeared, disappeared, or have another type",
        request=_C,
        response=_C,
    ),
    Rule(
        code="enum-value-added", summary="an enum gained a value; enums are open in responses", request=_N, response=_N
    ),
    Rule(code="enum-value-removed", summary="an enum lost a value", request=_C, response=_N),
    Rule(
        code="enum-closed",
        summary="an enum is only sent now, so arguments are its values alone",
        request=_T,
        response=_N,
    ),
    Rule(code="enum-opened", summary="an enum is no longer only sent, so it is open", request=_N, response=_N),
    Rule(code="enum-base-changed", summary="the type of unknown values of an enum changed", request=_C, response=_C),
    Rule(code="union-variant-added", summary="a union gained a variant", request=_N, response=_C),
    Rule(code="union-variant-removed", summary="a union lost a variant", request=_C, response=_N),
    Rule(code="discriminator-changed", summary="the discriminator of a union changed", request=_C, response=_C),
    Rule(
        code="discriminator-value-added",
        summary="a discriminator has a further value",
        request=_N,
        response=_W,
    ),
    Rule(
        code="discriminator-value-removed",
        summary="a discriminator has lost a value",
        request=_W,
        response=_N,
    ),
    Rule(
        code="discriminator-value-changed",
        summary="a discriminator value stands for another variant",
        request=_W,
        response=_W,
    ),
    # webhooks and callbacks
    Rule(code="webhook-added", summary="a webhook was added", client=_N),
    Rule(code="webhook-removed", summary="a webhook was removed", response=_B),
    Rule(code="webhook-renamed", summary="the function that parses a webhook has a new name", client=_T),
    # the API
    Rule(code="server-added", summary="a server was added", client=_N),
    Rule(code="server-removed", summary="a server was removed", request=_W),
    Rule(code="server-changed", summary="the only server that was removed is replaced by a new one", request=_W),
    Rule(
        code="server-prefix-moved",
        summary="a part of all URLs moved between servers and paths; the URLs are the same",
        client=_N,
    ),
    Rule(code="server-default-changed", summary="another server is the default of the client", client=_N),
    Rule(code="server-variable-added", summary="callers can choose a variable of a server's URL", client=_N),
    Rule(
        code="server-variable-removed", summary="callers can no longer choose a variable of a server's URL", client=_T
    ),
    Rule(
        code="server-variable-renamed", summary="the client's argument for a server variable has a new name", client=_T
    ),
    Rule(code="server-value-added", summary="a server variable allows a further value", client=_N),
    Rule(code="server-value-removed", summary="a server variable allows fewer values", request=_B),
    Rule(code="security-scheme-added", summary="a security scheme was added", client=_N),
    Rule(code="security-scheme-removed", summary="a security scheme was removed", client=_C),
    Rule(code="security-scheme-renamed", summary="the client's argument for a credential has a new name", client=_T),
    Rule(
        code="security-scheme-changed",
        summary="a credential travels in another header, parameter or HTTP scheme",
        request=_C,
    ),
    Rule(
        code="security-scheme-kind-changed",
        summary="a scheme is of another kind; types break if arguments are removed",
        client=_C,
    ),
    Rule(code="security-scheme-arguments-changed", summary="the client's arguments for a scheme changed", client=_C),
    Rule(code="scope-added", summary="operations require a further scope", request=_W),
    Rule(code="scope-removed", summary="operations no longer require a scope", request=_N),
    Rule(
        code="credential-variable-changed",
        summary="the client reads a credential from another environment variable",
        client=_W,
    ),
    Rule(code="security-added", summary="a further security requirement is sufficient", request=_N),
    Rule(code="security-removed", summary="a security requirement is no longer sufficient", request=_W),
    Rule(code="mutual-tls-required", summary="operations require a client certificate", request=_W),
    Rule(code="mutual-tls-not-required", summary="no operation requires a client certificate any more", request=_N),
    Rule(code="title-changed", summary="the title of the API changed", client=_N, level=_PATCH),
    Rule(code="changed", summary="a part changed for which there is no rule yet", client=_N),
)
"""In the order of docs/diff.md."""

BY_CODE = {rule.code: rule for rule in RULES}


def evaluate(code: str, directions: Iterable[Direction], compared: TypeEffects) -> tuple[Effect, ...]:
    """Return the effects of a change in those of `directions` that its rule concerns.

    `compared` has the effects of rules that depend on the two types.
    """
    effects: list[Effect] = []
    for direction in directions:
        match BY_CODE[code].breaks(direction):
            case None:
                continue
            case Breakage.COMPARED:
                types, wire = compared[direction]
            case breaks:
                types, wire = breaks in (Breakage.TYPES, Breakage.BOTH), breaks in (Breakage.WIRE, Breakage.BOTH)
        effects.append(Effect(direction=direction, types=types, wire=wire))
    return tuple(effects)


def change_level(code: str, effects: Iterable[Effect]) -> Level:
    """Return `MAJOR` if something breaks, else the level of the rule."""
    return Level.MAJOR if any(effect.breaks for effect in effects) else BY_CODE[code].level
