"""Samples of code beside operations, in the extensions that platforms of documentation know."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress

from fledge.openapi.json_values import JSON, as_array, as_object

_LONGEST = 20_000
_PYTHON = ("python",)
_SHELL = ("curl", "shell", "bash", "sh")
_DATA = re.compile(r"\s(?:-d|--data(?:-raw|-binary)?|--json)[\s=]+'((?:[^']|'\\'')*)'")


def python_samples(raw: Mapping[str, JSON]) -> Iterator[str]:
    """Yield the samples in Python of an operation."""
    return _samples(raw, _PYTHON)


def sampled_bodies(raw: Mapping[str, JSON]) -> Iterator[JSON]:
    """Yield the JSON that the samples for curl of an operation send, without the property that asks for a stream."""
    for code in _samples(raw, _SHELL):
        for match in _DATA.finditer(code):
            with suppress(ValueError, RecursionError):
                value: JSON = json.loads(match.group(1).replace("'\\''", "'"), strict=False)
                yield {k: v for k, v in value.items() if k != "stream"} if isinstance(value, dict) else value


def titled_samples(raw: Mapping[str, JSON]) -> int:
    """Return how many samples with titles of their own an operation has: what its authors show in several ways."""
    titles = (as_object(each).get("title") for each in as_array(as_object(raw.get("x-oaiMeta")).get("examples")))
    return len({title for title in titles if isinstance(title, str)})


def _samples(raw: Mapping[str, JSON], languages: Sequence[str]) -> Iterator[str]:
    for field in ("x-codeSamples", "x-code-samples"):
        yield from _listed(as_array(raw.get(field)), "lang", "source", languages)
    yield from _listed(as_array(as_object(raw.get("x-readme")).get("code-samples")), "language", "code", languages)
    examples = as_object(raw.get("x-oaiMeta")).get("examples")
    for example in as_array(examples) or [examples]:
        request = as_object(as_object(example).get("request"))
        yield from (code[:_LONGEST] for each in languages if isinstance(code := request.get(each), str))


def _listed(samples: Iterable[JSON], language: str, code: str, languages: Sequence[str]) -> Iterator[str]:
    for sample in map(as_object, samples):
        text = sample.get(code)
        if str(sample.get(language)).lower().startswith(tuple(languages)) and isinstance(text, str):
            yield text[:_LONGEST]
