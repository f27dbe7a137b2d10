"""Pairs of real versions: the expected changes were read from the documents by hand."""

from __future__ import annotations

from functools import cache

import pytest

from fledge.config.client import client_from_arguments
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diff import summary_lines
from fledge.workflows.diff import Comparison, compare_sources
from tests.conftest import ROOT
from tests.diff.description import describe_change

CORPUS = ROOT.parent / "shared" / "corpus"
PAIRS = {
    "kalshi": ("pages/mintlify/kalshi-2025-12-02-gen1", "pages/mintlify/kalshi-2026-04"),
    "kalshi's document": ("pages/mintlify/kalshi-2026-04", "pages/truth/kalshi-openapi-2026-04-20.yaml"),
    "intercom": ("real/intercom-2.8.yaml", "real/intercom-2.16.yaml"),
    "openai": ("real/openai-1.2.0.yaml", "real/openai.yaml"),
    "github": ("real/github-ghes-3.19.json", "real/github-rest.json"),
}
LARGE = dict.fromkeys(("openai", "github"), pytest.mark.slow)

EXPECTED = {
    "kalshi": (
        "type-changed client.markets.list(status=): request both",
        "parameter-removed client.portfolio.positions.list(settlement_status=): request both",
        "field-removed CreateOrderRequest.type: request both",
        "field-removed Fill.yes_price: response both",
        "field-removed Fill.client_order_id: response types",
        "became-optional Market.title: response both",
        "operation-added client.historical.get_cutoff: client nothing",
    ),
    "kalshi's document": (
        "operation-removed client.events.candlesticks.list: client both",
        "model-removed-with-calls GetEventsCandlesticksResponse: client types",
        "model-added ExchangeInstance: client nothing",
    ),
    "intercom": (
        "path-parameter-renamed client.admins.retrieve(id=): request nothing",
        "type-changed client.notes.list(id=): request types",
        "operation-removed client.help_center.create_section: client both",
        "body-kind-changed client.data_attributes.create: request types",
        "enum-value-removed LisDataAttributesModel: request both",
        "became-nullable ConversationSource.id: response nothing",
    ),
    "openai": (
        "operation-removed client.open_ai.create_edit: client both",
        "pagination-added client.open_ai.list_files: client types",
        "model-renamed ImagesResponseDataItem: client types",
        "became-nullable ChatCompletionResponseMessage.content: response both",
        "became-required CreateCompletionRequest.prompt: request both",
        "became-optional ImagesResponse.data: response both",
        "security-removed client: request wire",
    ),
    "github": (
        "operation-removed client.enterprise_admin.create_user: client both",
        "parameter-removed client.code_scanning.list_alerts_for_repo(severity=): request both",
        "type-changed client.code_scanning.list_alerts_for_repo(state=): request wire",
        "pagination-removed client.dependabot.list_alerts_for_repo: client types",
        "operation-server-changed client.repos.upload_release_asset: request wire",
        "default-changed client.activity.list_public_events(per_page=): request nothing",
        "type-changed PullRequestEvent.pull_request: response both",
        "field-removed PushEvent.commits: response types",
        "enum-value-removed Visibility: request both",
        "union-variant-added EventPayload: response types",
        "webhook-removed webhooks.parse_user_created: response both",
    ),
}


@cache
def comparison(name: str) -> Comparison:
    """Compare a pair; skip if the corpus is missing."""
    paths = [CORPUS / path for path in PAIRS[name]]
    if not all(path.exists() for path in paths):
        pytest.skip("the corpus is not here")
    report = DiagnosticCollector()
    client = client_from_arguments(["api"], ".", "api")
    result = compare_sources(str(paths[0]), str(paths[1]), client, {}, report, lambda _: None)
    assert result is not None, list(report)
    return result


@pytest.mark.parametrize("name", [pytest.param(each, marks=LARGE.get(each, ())) for each in PAIRS])
def test_the_expected_changes_of_a_pair_are_reported(name: str) -> None:
    """All expected changes are reported with their effects, and each change has its locations."""
    pair = comparison(name)
    lines = {describe_change(change) for change in pair.diff.changes}
    assert not set(EXPECTED[name]) - lines
    for one in pair.changes:
        assert (one.old is not None) == (one.change.old is not None), describe_change(one.change)
        assert (one.new is not None) == (one.change.new is not None), describe_change(one.change)
    assert not [line for line in lines if line.startswith("changed ")]


UNDECLARED = ("components",)
"""Properties that have no line: a branch of Intercom's messages requires one, and nobody describes it."""


@pytest.mark.parametrize("name", ["kalshi", "intercom", pytest.param("openai", marks=LARGE["openai"])])
def test_a_location_is_the_line_of_the_property(name: str) -> None:
    """The line of a property contains its name."""
    count = 0
    for one in comparison(name).changes:
        change = one.change
        if change.code in ("field-removed", "field-added") and (location := one.old or one.new):
            node = change.old or change.new
            assert node is not None
            if node.part[-1] in UNDECLARED:
                continue
            line = location.document.text.splitlines()[location.line - 1]
            assert node.part[-1] in line, (describe_change(change), line)
            count += 1
    assert count > 20


def test_a_summary_has_seven_lines() -> None:
    """The verdict, the first breaking changes, and the number of the others."""
    lines = summary_lines(comparison("kalshi").diff)
    assert lines[0].startswith("major: breaks callers (91 breaking changes, ")
    assert (
        lines[1]
        == "  client.markets.list(status=): query parameter `status` changed its type from `str` to `MarketStatusQuery`"
    )
    assert lines[-1] == "  ... and 86 more breaking changes" and len(lines) == 7
