"""Security schemes of the document: how each credential travels, and what it is called in Python."""

from __future__ import annotations

from collections.abc import Mapping

from generator.diagnostics import Report
from generator.loader.spec import Spec, escape
from generator.model.api import Location, Name, SchemeKind, SecurityScheme
from generator.model.facts import docs
from generator.model.naming import Given, field_names

# What the client's constructor takes beside credentials.
_TAKEN = ("self", "base_url", "timeout", "max_retries", "headers", "strict_responses", "transport")


def security_schemes(spec: Spec, given: Given, report: Report, *, env_prefix: str) -> tuple[SecurityScheme, ...]:
    """All schemes that a credential can be passed for, sorted by name."""
    components = spec.root.get("components")
    stated = components.get("securitySchemes") if isinstance(components, Mapping) else None
    raw = {key: value for key, value in (stated or {}).items()}
    at = {key: f"/components/securitySchemes/{escape(key)}" for key in raw}
    names = field_names(at, given, taken=_TAKEN, suffix="token")
    made: list[SecurityScheme] = []
    for key in sorted(raw):
        _, scheme = spec.resolve(at[key])
        python = names[key]
        common = Name(wire=key, python=python)
        env = f"{env_prefix}_{python.upper()}".rstrip("_")
        match scheme.get("type"):
            case "http" if str(scheme.get("scheme", "")).lower() == "basic":
                made.append(SecurityScheme(name=common, kind=SchemeKind.BASIC, docs=docs(scheme), env=env))
            case "http":
                spelled = str(scheme.get("scheme", "Bearer"))
                spelled = "Bearer" if spelled.lower() == "bearer" else spelled
                made.append(
                    SecurityScheme(name=common, kind=SchemeKind.HTTP, docs=docs(scheme), scheme=spelled, env=env)
                )
            case "apiKey" if scheme.get("in") in ("header", "query", "cookie"):
                made.append(
                    SecurityScheme(
                        name=common,
                        kind=SchemeKind.API_KEY,
                        docs=docs(scheme),
                        key=str(scheme.get("name", key)),
                        location=Location(scheme["in"]),
                        env=env,
                    )
                )
            case "oauth2" | "openIdConnect":
                made.append(
                    SecurityScheme(name=common, kind=SchemeKind.HTTP, docs=docs(scheme), scheme="Bearer", env=env)
                )
            case other:
                report.warning(
                    "security-scheme",
                    f"the security scheme `{key}` is of type `{other}`, which a client cannot send by itself",
                    origin=spec.origin(at[key]),
                    hint="pass what it needs with `headers=` or a `transport=` of your own",
                )
    return tuple(made)
