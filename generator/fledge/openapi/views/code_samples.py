"""Samples of code beside operations, in the extensions that platforms of documentation know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from fledge.openapi.json_values import JSON, as_array, as_object

_LONGEST = 20_000


def python_samples(raw: Mapping[str, JSON]) -> Iterator[str]:
    """Yield the samples in Python of an operation."""
    for field in ("x-codeSamples", "x-code-samples"):
        yield from _listed(as_array(raw.get(field)), "lang", "source")
    yield from _listed(as_array(as_object(raw.get("x-readme")).get("code-samples")), "language", "code")
    examples = as_object(raw.get("x-oaiMeta")).get("examples")
    for example in as_array(examples) or [examples]:
        code = as_object(as_object(example).get("request")).get("python")
        if isinstance(code, str):
            yield code[:_LONGEST]


def _listed(samples: Iterable[JSON], language: str, code: str) -> Iterator[str]:
    for sample in map(as_object, samples):
        text = sample.get(code)
        if str(sample.get(language)).lower().startswith("python") and isinstance(text, str):
            yield text[:_LONGEST]
