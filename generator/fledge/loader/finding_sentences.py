"""What a finding of the validator says: a sentence for people, and what to change."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from fledge.diagnostics.similar_names import similar
from fledge.diagnostics.plural import pluralize

_FALLBACK = "Fledge generates the client anyway; correct the description if you can."
_SWAGGER = frozenset({"host", "basePath", "schemes", "consumes", "produces", "securityDefinitions"})
"""Keys at the root that only Swagger 2.0 has, and which change what a client does."""

_UNEXPECTED = ("additionalProperties", "unevaluatedProperties")
_LIMITS = {
    "minimum": "at least",
    "maximum": "at most",
    "exclusiveMinimum": "more than",
    "exclusiveMaximum": "less than",
    "multipleOf": "a multiple of",
}
_COMPONENT_NAME = "^[a-zA-Z0-9._-]+$"
_OWN_HINTS = {
    "DuplicateOperationIDError": "Give one of them another operationId.",
    "ExtraParametersError": "Remove what is not declared from `required`, or declare it in `properties`.",
    "UnresolvableParameterError": "Declare it in `parameters`, with `in: path`.",
}
"""What to do about the findings that are no JSON Schema's, by the validator's classes."""


class Finding(NamedTuple):
    """A sentence, and what to do."""

    message: str
    hint: str


Path = tuple[object, ...]
"""The steps to a part of a document."""


def explain_all(errors: Sequence[tuple[Path, Any]]) -> Iterator[tuple[Path, Finding]]:
    """Yield what is wrong, with paths. One mistake is one finding: what only follows from another one is left out."""
    renamed = {(path, key) for path, error in errors for key in _meant(error)}
    empty = {path for path, error in errors if error.validator == "minProperties"}
    # An object that does not fit its schema for another reason: whether a key belongs to it depends on that.
    unfit = {part for path, error in errors if error.validator not in _UNEXPECTED for part in (path, path[:-1])}
    for path, error in errors:
        if error.validator in _UNEXPECTED:
            names = [name for name in _unexpected(error) if (path, name) not in renamed]
            if path in unfit:
                possible = set(_property_names(error.schema))
                names = [name for name in names if name not in possible]
            names = [name for name in names if not _is_below((*path, name), errors)]  # it is known, and has a fault
            if names:
                yield (*path, names[0]) if len(names) == 1 else path, _explain_unexpected(error, names)
        elif error.validator != "required" or path not in empty:
            yield path, explain(error, path)


def is_of_variable(error: Any) -> bool:
    """Whether an error is that a path has a variable and no parameter of that name."""
    return type(error).__name__ == "UnresolvableParameterError"


def _is_below(path: Path, errors: Sequence[tuple[Path, Any]]) -> bool:
    return any(other[: len(path)] == path for other, _ in errors)


def explain(error: Any, path: Path = ()) -> Finding:
    """Return one plain sentence, and what to do. It never has the instance, which may be the whole document."""
    expected, value = error.validator_value, error.instance
    key = f"`{path[-1]}`" if path and isinstance(path[-1], str) else "This"
    match error.validator:
        case "required" if isinstance(value, Mapping) and isinstance(expected, list):
            return _explain_required(error)
        case "additionalProperties" | "unevaluatedProperties":
            return _explain_unexpected(error, _unexpected(error))
        case "type":
            kinds = " or ".join(map(_kind, expected if isinstance(expected, list) else [expected]))
            is_quoted = isinstance(value, str) and _is_number(value) and ("integer" in kinds or "number" in kinds)
            return Finding(
                f"{key} must be {kinds}, but is {_shown(value)}.",
                "Write it without quotes." if is_quoted else _type_hint(kinds, value),
            )
        case "enum":
            values = _short(", ".join(map(_shown, expected)), 120)
            close = (
                similar(value, [each for each in expected if isinstance(each, str)]) if isinstance(value, str) else []
            )
            hint = f"Did you mean {' or '.join(map(_shown, close))}?" if close else "Write one of them."
            return Finding(f"{key} must be one of {values}, but is {_shown(value)}.", hint)
        case "const":
            return Finding(f"{key} must be {_shown(expected)}, but is {_shown(value)}.", f"Write {_shown(expected)}.")
        case "pattern" if expected == _COMPONENT_NAME:
            message = f"The name {_shown(value)} has other characters than ASCII letters, digits, `.`, `_` and `-`."
            return Finding(message, "Rename it, also where it is referred to.")
        case "pattern":
            subject = f"The key {_shown(value)}" if "propertyNames" in error.schema_path else f"{key}, {_shown(value)},"
            return Finding(
                f"{subject} does not match the pattern {_short(expected, 60)}.",
                "Correct it, so that the pattern matches.",
            )
        case "format":
            what = "regular expression" if expected == "regex" else f"`{expected}`"
            return Finding(f"{key} must be a valid {what}, but is {_shown(value)}.", "Correct it.")
        case "minItems" | "minProperties" | "minLength" if expected == 1:
            return Finding(f"{_subject(error) or key} must not be empty.", "Add what is missing, or remove it.")
        case "minItems" | "minProperties" | "minLength":
            counted = pluralize(expected, _counted(error.validator))
            return Finding(f"{key} must have at least {counted}, but has {len(value)}.", "Add what is missing.")
        case "maxItems" | "maxProperties" | "maxLength":
            counted = pluralize(expected, _counted(error.validator))
            return Finding(f"{key} must have at most {counted}, but has {len(value)}.", "Remove the others.")
        case "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" | "multipleOf":
            limit = f"{_LIMITS[error.validator]} {expected}"
            return Finding(f"{key} must be {limit}, but is {_shown(value)}.", f"Write a number that is {limit}.")
        case "uniqueItems":
            return Finding(
                f"The items of {key if path else 'this array'} must be unique.", "Remove the repeated items."
            )
        case "oneOf" | "anyOf":
            return _explain_choice(error, key)
        case "dependentRequired" | "dependencies" if " is a dependency of " in error.message:
            missing, _, stated = error.message.partition(" is a dependency of ")
            return Finding(
                f"{key} has `{stated[1:-1]}`, which needs `{missing[1:-1]}` beside it.", "Add what is missing."
            )
        case "not":
            return Finding(
                f"{_subject(error) or key} has a combination of keys or values that is not allowed.", _FALLBACK
            )
        case "propertyNames":
            return Finding(f"A key of {key} has a name that is not allowed.", "Rename it.")
        case _:
            if str(error.message).startswith("Duplicate "):
                return Finding(f"{_short(error.message).removesuffix('.')}.", "Remove one of them, or rename it.")
            text, separator, names = str(error.message).partition("Required list has not defined properties: ")
            if separator:  # the validator lists them in the order of a set
                sorted_names = _short(", ".join(sorted(names[1:-1].split(", "))))
                text = f"These required properties are not declared: {sorted_names}"
            return Finding(f"{_short(text).removesuffix('.')}.", _OWN_HINTS.get(type(error).__name__, _FALLBACK))


def _missing(error: Any) -> list[str]:
    """The required keys that an error is about."""
    if error.message.startswith("'"):
        return [error.message.split("'")[1]]
    return [name for name in error.validator_value if name not in error.instance]


def _meant(error: Any) -> list[str]:
    """The keys of an object that a missing one may be: misspelt ones, or what belongs into it."""
    if error.validator != "required" or not isinstance(error.instance, Mapping):
        return []
    declared = set(_property_names(error.schema))
    others = [
        key for key in error.instance if isinstance(key, str) and key not in declared and not key.startswith("x-")
    ]
    missing = _missing(error)
    if missing == ["content"] and "schema" in others:
        return ["schema"]
    return [key for name in missing for key in similar(name, others)[:1]]


def _explain_required(error: Any) -> Finding:
    names = _missing(error)
    keys = " and ".join(f"`{name}`" for name in names)
    subject = _subject(error)
    message = (
        f"{subject} must have {keys}." if subject else f"{keys} {'is' if len(names) == 1 else 'are'} missing here."
    )
    meant = _meant(error)
    if names == ["content"] and meant == ["schema"]:
        return Finding(message, "Move `schema` into it: content: {application/json: {schema: ...}}.")
    return Finding(message, f"Rename `{meant[0]}` to {keys}." if len(meant) == len(names) == 1 else f"Add {keys}.")


def _unexpected(error: Any) -> list[str]:
    """The keys that must not be there: the message names them."""
    if not isinstance(error.instance, Mapping):
        return []
    return [key for key in error.instance if isinstance(key, str) and repr(key) in error.message]


def _explain_unexpected(error: Any, names: Sequence[str]) -> Finding:
    """The keys are no keys of the object; what each may have been meant to be."""
    subject = _subject(error) or "The object"
    if not names:
        return Finding(f"{subject} has a key that is not allowed.", _FALLBACK)
    keys = _short(", ".join(f"`{name}`" for name in names), 80)
    patterns = error.schema.get("patternProperties", {}) if isinstance(error.schema, Mapping) else {}
    if "^/" in patterns:
        return Finding(f"A path must begin with `/`, and {keys} does not.", f"Write `/{names[0]}`.")
    if any(pattern.startswith("^[1-5]") for pattern in patterns):
        hint = 'Write a status such as "200", a range such as "4XX", or `default`.'
        return Finding(f"{keys} is no status code of HTTP.", hint)
    close = _alike(names[0], [*_property_names(error.schema), "$ref"]) if len(names) == 1 else []
    if len(names) == 1 and names[0] in _property_names(error.schema):
        hint = "Remove it: only others of this kind of object may have it."
    elif names == ["schema"] and "content" in _property_names(error.schema):
        hint = "Move `schema` into `content`: {application/json: {schema: ...}}."
    elif "openapi" in _property_names(error.schema) and not _SWAGGER.isdisjoint(names):
        hint = 'This is of Swagger 2.0: write `swagger: "2.0"` in place of `openapi`. Fledge reads what is of OpenAPI 3, too.'
    elif close:
        hint = f"Did you mean {' or '.join(f'`{each}`' for each in close)}?"
    else:
        hint = "Remove it, correct its name, or let it begin with `x-`." if len(names) == 1 else _FALLBACK
    is_one = len(names) == 1
    return Finding(f"{subject} cannot have the {'key' if is_one else 'keys'} {keys}.", hint)


def _alike(name: str, candidates: list[str]) -> list[str]:
    return similar(name, candidates) or similar(name.lower(), candidates)


def _explain_choice(error: Any, key: str) -> Finding:
    """Return why an object fits none of several schemas, or more than one."""
    choices = [each.get("required") if isinstance(each, Mapping) else None for each in error.validator_value]
    names = [each[0] for each in choices if isinstance(each, list) and len(each) == 1]
    if len(names) == len(choices) and isinstance(error.instance, Mapping):
        subject = _subject(error) or key
        existing = [name for name in names if name in error.instance]
        if len(existing) > 1:
            both = " and ".join(f"`{name}`" for name in existing)
            return Finding(f"{subject} has {both}, and may have only one of them.", "Remove one of them.")
        return Finding(f"{subject} must have {' or '.join(f'`{name}`' for name in names)}.", f"Add `{names[0]}`.")
    if not error.context:
        return Finding(f"This matches more than one of the {len(choices)} schemas that are allowed here.", _FALLBACK)
    if all(each.validator == "type" and not each.path for each in error.context):
        kinds = [kind for each in error.context for kind in _as_list(each.validator_value)]
        expected_kinds = " or ".join(dict.fromkeys(map(_kind, kinds)))
        message = f"{key} must be {expected_kinds}, but is {_shown(error.instance)}."
        return Finding(message, _type_hint(expected_kinds, error.instance))
    nearest = max(error.context, key=lambda each: len(each.path))
    reason = explain(nearest, tuple(nearest.absolute_path))
    possible = {each.schema_path[0] for each in error.context if each.validator != "type" or each.path}
    if len(choices) == 1 or len(possible) == 1:  # the others are for values of another type
        return reason
    return Finding(f"{reason.message} That is the nearest of {len(choices)} allowed forms.", reason.hint)


def _type_hint(kinds: str, value: object) -> str:
    return f"Remove it, or write {kinds}." if value is None else f"Write {kinds}."


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _subject(error: Any) -> str:
    """The kind of object that an error is about, such as `An operation`; nothing if its schema does not say it."""
    comment = error.schema.get("$comment") if isinstance(error.schema, Mapping) else None
    fragment = comment.partition("#")[2] if isinstance(comment, str) else ""
    kind = fragment.removesuffix("-object").replace("-", " ")
    if not fragment.endswith("-object"):
        return (
            "The description"
            if isinstance(error.schema, Mapping) and "openapi" in _property_names(error.schema)
            else ""
        )
    if kind in ("info", "components", "paths", "responses"):
        return f"`{kind}`"
    return f"{'An' if kind[0] in 'aeiou' else 'A'} {kind}"


def _property_names(schema: Any) -> Iterable[str]:
    """The names of all properties that a schema of the standard declares, in any case."""
    names: dict[str, None] = {}
    pending = [schema]
    while pending:
        current = pending.pop()
        if isinstance(current, Mapping):
            properties = current.get("properties")
            if isinstance(properties, Mapping):
                names |= dict.fromkeys(map(str, properties))
            # The definitions of the root are those of all objects.
            skipped = ("properties",) if "$comment" in current else ("properties", "$defs")
            pending += [value for key, value in current.items() if key not in skipped]
        elif isinstance(current, list):
            pending += current
    return names


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _counted(keyword: str) -> str:
    return {"Items": "item", "Length": "character"}.get(keyword[3:], "key")


def _kind(name: object) -> str:
    kinds = {"object": "an object", "array": "an array", "string": "a string", "boolean": "true or false"}
    return kinds.get(str(name), {"null": "null", "integer": "an integer"}.get(str(name), "a number"))


def _shown(value: object) -> str:
    """A value as it stands in the document; of an object or list only that it is one."""
    if isinstance(value, (dict, list)):
        return "an object" if isinstance(value, dict) else "an array"
    return _short(json.dumps(value, ensure_ascii=False, default=str), 60)


def _short(text: str, width: int = 160) -> str:
    text = " ".join(text.split())
    return text if len(text) <= width else f"{text[: width - 1]}…"
