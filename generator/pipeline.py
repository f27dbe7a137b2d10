"""The whole flow on one screen: loader -> model -> emitter -> writer, a frozen value at each border."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from generator.config import Client
from generator.diagnostics import Report
from generator.emitter import emit, format_package
from generator.loader.load import load
from generator.loader.validate import validating
from generator.loader.spec import Spec
from generator.model.build import build
from generator.model.api import Api
from generator.untouched import made_with, sources
from generator.writer import Changes, Lock, Made, compare, survey


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What was read of a description, and what it means."""

    spec: Spec
    api: Api


@dataclass(frozen=True, slots=True, kw_only=True)
class Generated:
    """A client in memory, and what writing it would change on disk."""

    api: Api
    changes: Changes


def understand(
    client: Client,
    report: Report,
    *,
    base: Path,
    lock: Lock,
    validator: bool = True,
    known: str = "",
    strict: bool = True,
) -> Understood | None:
    """Load a description and build its model; None where an error was reported.

    The validator is not asked about the content whose digest is `known`. Unless `strict`, the description may be older
    than the overlays and filters that are for it.
    """
    spec = load(
        client.sources,
        report,
        base=base,
        hosts=client.hosts,
        apis=client.apis,
        overlays=client.overlays,
        include=client.include,
        exclude=client.exclude,
        strict=strict,
    )
    if spec is None:
        return None
    with validating(spec, report) if validator and spec.digest != known else nullcontext():
        api = model(spec, client, report, given=lock.names)
    return None if report.failed else Understood(spec=spec, api=api)


def model(spec: Spec, client: Client, report: Report, *, given: Mapping[str, str]) -> Api:
    """The model of a description, as a client is configured; `given` are the names that were given before."""
    return build(
        spec,
        report,
        names=client.names,
        given=given,
        env_prefix=client.env_prefix,
        signature=client.webhooks,
        pagination=client.pagination,
    )


def generate(client: Client, report: Report, *, base: Path, strict: bool = False) -> Generated | None:
    """Make a client in memory and compare it with what is on disk; None where an error was reported.

    What was validated when it was last written is not validated again, unless its warnings matter.
    """
    lock = Lock.read(client.target)
    understood = understand(client, report, base=base, lock=lock, known="" if strict else lock.digest)
    if understood is None:
        return None
    api = understood.api
    package = emit(api, client.target.name, testing=client.testing, aiohttp=client.aiohttp)
    seen = survey(package, lock, client.target)
    package = format_package(package, only=seen.stale)
    counts = {"models": len(api.models), "operations": sum(len(resource.operations) for resource in api.resources)}
    made = Made(
        digest=understood.spec.digest,
        made_with=made_with(client, package.names),
        counts=counts,
        sources=sources(client, understood.spec.files),
    )
    return Generated(api=api, changes=compare(seen, package, lock, made))
