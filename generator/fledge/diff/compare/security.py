"""Compares security schemes, and the requirements that name them."""

from __future__ import annotations

from dataclasses import replace

from fledge.diff.changes import Direction, Phrase
from fledge.diff.compare.collector import ChangeCollector
from fledge.diff.compare.context import ChangeContext, document_context, phrases
from fledge.ir import Api, Location, SecurityScheme

Requirements = tuple[tuple[str, ...], ...]
"""Alternatives, each the names of the schemes that it needs together."""

Scopes = tuple[tuple[str, str], ...]
"""Each scope after the name of its scheme."""


def compare_requirements(
    collector: ChangeCollector, context: ChangeContext, old: Requirements, new: Requirements
) -> None:
    """Compare which schemes a call needs; no requirement at all is an empty alternative."""
    old = tuple(tuple(collector.new_scheme_name(name) for name in names) for names in old)
    befores, afters = old or ((),), new or ((),)
    # A server does not reject a call with more credentials than it needs.
    removed = [each for each in befores if not any(set(other) <= set(each) for other in afters)]
    added = [each for each in afters if not any(set(other) == set(each) for other in befores)]
    before, after = _format_requirements(old), _format_requirements(new)
    if removed and not any(removed):
        collector.add("security-removed", context, "now needs credentials: {}", after, before=before, after=after)
    elif removed:
        names = _format_requirements(tuple(removed))
        collector.add("security-removed", context, "no longer accepts {}", names, before=before, after=after)
    elif added:
        names = _format_requirements(tuple(added))
        collector.add("security-added", context, "now accepts {}", names, before=before, after=after)
    else:
        collector.compare_spelling(replace(context, label=(*context.label, Phrase("'s security"))), before, after)


def compare_scopes(collector: ChangeCollector, context: ChangeContext, old: Scopes, new: Scopes) -> None:
    """Compare the scopes that an operation requires, whatever the flow is; those of a new scheme go without saying."""
    if not old and not new:
        return
    before = {(collector.new_scheme_name(scheme), scope) for scheme, scope in old}
    added, removed = (sorted(one - other) for one, other in ((set(new), before), (before, set(new))))
    schemes = {collector.new_scheme_name(each.name.wire) for each in collector.old.api.security_schemes}
    for scheme, scope in added:
        if scheme in schemes:
            collector.add("scope-added", context, "now requires the scope {} of {}", scope, scheme, after=scope)
    for scheme, scope in removed:
        if scheme in {each.name.wire for each in collector.new.api.security_schemes}:
            sentence = "no longer requires the scope {} of {}"
            collector.add("scope-removed", context, sentence, scope, scheme, before=scope)


def compare_schemes(collector: ChangeCollector) -> None:
    """Compare all security schemes."""
    matches = collector.matches.schemes
    required = _required_schemes(collector.old.api)
    for each in matches.removed:
        compared = {Direction.CLIENT: (True, each.name.wire in required)}
        context, before = _scheme(each).removed, _format_transport(each)
        collector.add("security-scheme-removed", context, "was removed", before=before, compared=compared)
    for each in matches.added:
        context = _scheme(each).added
        collector.add("security-scheme-added", context, "was added", after=_format_transport(each))
    for one, other in matches.pairs:
        _compare_scheme(collector, one, other, is_required=one.name.wire in required)


def _required_schemes(api: Api) -> frozenset[str]:
    """The schemes that operations require, alone or as one of several alternatives: no other credential is sent."""
    operations = [each for resource in api.resources for each in resource.operations]
    requirements = [api.security if each.security is None else each.security for each in operations]
    return frozenset(name for each in requirements for names in each for name in names)


def _compare_scheme(collector: ChangeCollector, old: SecurityScheme, new: SecurityScheme, *, is_required: bool) -> None:
    context = _scheme(old)
    if old.name.python != new.name.python:
        before, after = old.name.python, new.name.python
        sentence = "renamed its argument from {} to {}"
        collector.add("security-scheme-renamed", context, sentence, before, after, before=before, after=after)
    arguments = [[name.python for name in each.arguments] for each in (old, new)]
    wire_breaks = is_required and old.kind != new.kind
    compared = {Direction.CLIENT: (any(name not in arguments[1] for name in arguments[0]), wire_breaks)}
    before, after = _format_transport(old), _format_transport(new)
    if old.kind != new.kind:
        sentence = "changed its kind from {} to {}"
        collector.add(
            "security-scheme-kind-changed",
            context,
            sentence,
            before,
            after,
            before=before,
            after=after,
            compared=compared,
        )
    elif before.lower() == after.lower() and old.location is new.location is Location.HEADER:
        collector.compare_spelling(context, before, after)
    elif before != after:
        sentence = "changed from {} to {}"
        effects = {Direction.REQUEST: (False, is_required)}
        collector.add(
            "security-scheme-changed", context, sentence, before, after, before=before, after=after, compared=effects
        )
    if old.kind == new.kind and old.name == new.name and arguments[0] != arguments[1]:
        before, after = (", ".join(names) for names in arguments)
        sentence = "changed its arguments from {} to {}"
        collector.add(
            "security-scheme-arguments-changed",
            context,
            sentence,
            before,
            after,
            before=before,
            after=after,
            compared=compared,
        )
    if old.env != new.env:
        sentence = "is read from {} instead of {}"
        collector.add("credential-variable-changed", context, sentence, new.env, old.env, before=old.env, after=new.env)
    collector.compare_docs(context, old.docs, new.docs)
    collector.report_unhandled_fields(context, old, new)


def _scheme(each: SecurityScheme) -> ChangeContext:
    return document_context(
        f"Client({each.name.python}=)",
        f"security scheme {each.name.wire}",
        phrases("security scheme {}", each.name.wire),
        "components",
        "securitySchemes",
        each.name.wire,
    )


def _format_requirements(alternatives: Requirements) -> str:
    return " or ".join(" and ".join(names) or "no credentials" for names in alternatives or ((),))


def _format_transport(each: SecurityScheme) -> str:
    """How a credential travels: `apiKey in header X-Key`."""
    where = f" in {each.location} {each.key}" if each.key else ""
    urls = ", ".join(f"{grant} at {url}" for grant, url in each.token_urls)
    return f"{each.kind}{where}{f' {each.scheme}' if each.scheme else ''}{f', {urls}' if urls else ''}"
