"""The Python names of one method's parameters."""

from __future__ import annotations

from collections.abc import Collection, Sequence, Set

from fledge.builder.drafts import ParameterDraft
from fledge.builder.names.reserved import METHOD_ARGUMENTS
from fledge.builder.names.resolve import PinnedNames, resolve_collisions
from fledge.builder.names.words import attribute, snake, symbols, words
from fledge.ir import Location
from fledge.openapi.pointer import escape


def name_parameters(
    operation: str, parameters: Sequence[ParameterDraft], pins: PinnedNames, taken: Collection[str] = ()
) -> list[str]:
    """The name of each parameter of the operation at a pointer; two that differ only in location or case say where they
    stand.

    Two that differ in symbols have these as words: `DateSent` and `DateSent<` are `date_sent` and `date_sent_lt`.

    So does one whose name is `taken` by an argument for the body. Callers pass variables of the path by position only:
    those avoid the names of the keyword arguments, and never the reverse.
    """
    keywords = [each for each in parameters if each.location is not Location.PATH]
    variables = [each for each in parameters if each.location is Location.PATH]
    names = _resolve(operation, keywords, pins, {*METHOD_ARGUMENTS, *taken})
    names |= _resolve(operation, variables, pins, {*METHOD_ARGUMENTS, *taken, *names.values()})
    return [names[_key(each)] for each in parameters]


def _resolve(
    operation: str, parameters: Sequence[ParameterDraft], pins: PinnedNames, taken: Set[str]
) -> dict[str, str]:
    plain_names = {_key(each): _plain_name(each) for each in parameters}
    if not pins.overrides and len({*plain_names.values(), *taken}) == len(plain_names) + len(taken):
        return plain_names  # as it is nearly always
    candidates: dict[str, list[str]] = {}
    chosen: dict[str, str | None] = {}
    for each in parameters:
        key, location = _key(each), each.declared_location
        shared = () if is_numbered(each.pointer) else (f"#{each.pointer}",)
        override = pins.override(parameter_key(operation, location, each.wire), *shared)
        chosen[key] = override and attribute(override)
        plain = _plain_words(each)
        # Symbols tell parameters apart, and not a parameter from an option of calls.
        spelled = plain if plain in METHOD_ARGUMENTS else snake(symbols(each.wire)) or plain
        provided = [_plain_name(each)] if words(each.provided) else []
        candidates[key] = [
            *provided,
            attribute(plain),
            attribute(spelled),
            f"{plain}_{location}",
            f"{spelled}_{location}",
        ]
    return resolve_collisions(candidates, chosen=chosen, taken=taken)


def _plain_name(parameter: ParameterDraft) -> str:
    """What a parameter is called if nothing else is called so: as its provider calls it, if that is known."""
    return attribute(snake(words(parameter.provided)) or _plain_words(parameter))


def _plain_words(parameter: ParameterDraft) -> str:
    return snake(words(parameter.wire)) or snake(symbols(parameter.wire)) or "parameter"


def parameter_key(operation: str, location: str, wire: str) -> str:
    """What the configuration calls the parameter of an operation: no position, which changes when others come."""
    return f"#{operation}/parameters/{location}/{escape(wire)}"


def is_numbered(pointer: str) -> bool:
    """Whether the pointer of a parameter has its position."""
    head, _, position = pointer.rpartition("/parameters/")
    return head.startswith("/paths/") and position.isdigit()


def _key(parameter: ParameterDraft) -> str:
    return f"{parameter.declared_location}/{escape(parameter.wire)}"
