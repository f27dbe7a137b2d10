"""The view of `pyproject.toml`: a package as a distribution that any front end of PEP 517 builds."""

from __future__ import annotations

import json

from fledge.emitter.client import titled
from fledge.emitter.python.literals import is_plain
from fledge.ir import Api, DistributionConfig
from fledge.quick_dataclass import quick_dataclass

REQUIREMENTS = ("httpx2>=2.12,<3", "msgspec>=0.21")
"""What a client needs; Fledge's own extra `client` has the same."""

_AIOHTTP = "aiohttp>=3.14"


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Distribution:
    """`pyproject.toml`; its values are literals of TOML. `plain_name` is the name without quotes."""

    name: str
    plain_name: str
    version: str
    description: str
    package: str
    requirements: tuple[str, ...]


def distribution_view(api: Api, package: str, distribution: DistributionConfig, *, aiohttp: bool) -> Distribution:
    """Return the view for a `package`."""
    requirements = (*((_AIOHTTP,) if aiohttp else ()), *REQUIREMENTS)
    name = distribution.name_for(package)
    return Distribution(
        name=_literal(name),
        plain_name=name,
        version=_literal(distribution.version_for(api.version)),
        description=_literal(f"A typed Python client for the {titled(api)}"),
        package=_literal(package),
        requirements=tuple(map(_literal, requirements)),
    )


def _literal(text: str) -> str:
    """A basic string of TOML 1.0: as in JSON, but DEL is escaped, and whatever hides text or turns it around."""
    shown = json.dumps(text, ensure_ascii=False)
    return "".join(char if is_plain(char) else _escaped(char) for char in shown)


def _escaped(char: str) -> str:
    return f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}"
