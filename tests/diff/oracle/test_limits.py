"""Values judge `diff` where the limits of unions change together with their types."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

from jsonschema import Draft202012Validator

from fledge.diff.changes import Direction
from tests.diff.pairs.pair import JSON, box, compare, request

_NUMBERS = [*range(-3, 32), -0.5, 0.5, 1.5, 2.5, 4.5]
_TEXTS = [character * length for character in "ab1" for length in range(10)]
_UUID = "1b4e28ba-2fa1-41d2-883f-b9a761bde3fb"
VALUES: list[Any] = [*_NUMBERS, *_TEXTS, _UUID, True, False, *(["a"] * length for length in range(6))]


def _limited(random: Random, schema: JSON, *keywords: str) -> JSON:
    limits = {keyword: random.choice((1, 2, 3, 5)) for keyword in keywords if random.random() < 0.3}
    return {**schema, **limits}


def _branches(random: Random) -> list[JSON]:
    """Types that JSON tells apart, or nearly so, with limits that some value keeps."""
    number = random.choice(("integer", "number"))
    choices = [
        _limited(random, {"type": number}, "minimum", "exclusiveMaximum", "multipleOf"),
        _limited(random, {"type": "string"}, random.choice(("minLength", "maxLength"))),
        _limited(random, {"type": "array", "items": {"type": "string"}}, random.choice(("minItems", "maxItems"))),
        {"type": "boolean"},
        {"type": "string", "format": "uuid"},
        {"const": random.choice(("aa", 5))},
    ]
    branches = random.sample(choices, random.choice((1, 2, 2, 3)))
    return [each for each in branches if any(map(Draft202012Validator(each).is_valid, VALUES))]


def _schema(branches: list[JSON]) -> JSON:
    return branches[0] if len(branches) == 1 else {"anyOf": branches}


def _pair(random: Random) -> tuple[JSON, JSON]:
    old = _branches(random)
    others = _branches(random)
    kept = [each for each in old[1:] if each.get("type") not in [other.get("type") for other in others[:1]]]
    new = others if random.random() < 0.5 else [*others[:1], *kept]
    return _schema(old or [{"type": "string"}]), _schema(new or [{"type": "string"}])


def test_values_agree_with_the_verdict_on_unions_with_limits(tmp_path: Path) -> None:
    """The wire breaks where a value is refused, and nowhere else, unless `diff` says that it cannot tell."""
    problems: list[str] = []
    for seed in range(400):
        old, new = _pair(Random(seed))
        diff = compare(tmp_path, request(box(old)), request(box(new)))
        validators = [
            Draft202012Validator(each, format_checker=Draft202012Validator.FORMAT_CHECKER) for each in (old, new)
        ]
        refused = [each for each in VALUES if validators[0].is_valid(each) and not validators[1].is_valid(each)]
        breaks = any(
            effect.wire for each in diff.changes for effect in each.effects if effect.direction is Direction.REQUEST
        )
        is_unsure = any(each.code == "constraint-changed" for each in diff.changes)
        if breaks != bool(refused) and not (is_unsure and not breaks):
            problems.append(f"seed {seed}: breaks {breaks}, refused {refused[:3]}\n{old}\n{new}")
    assert not problems, "\n\n".join(problems)
