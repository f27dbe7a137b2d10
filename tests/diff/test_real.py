"""Real pairs of versions: what the documents say was read by hand, and is what is told."""

from __future__ import annotations

from functools import cache

import pytest

from generator.config import named_by_hand
from generator.diagnostics import Report
from generator.diff import summary_lines
from generator.difference import Difference, between
from tests.conftest import ROOT
from tests.diff.description import told

CORPUS = ROOT.parent / "shared" / "corpus"
PAIRS = {
    "kalshi": ("pages/mintlify/kalshi-2025-12-02-gen1", "pages/mintlify/kalshi-2026-04"),
    "kalshi's document": ("pages/mintlify/kalshi-2026-04", "pages/truth/kalshi-openapi-2026-04-20.yaml"),
    "intercom": ("real/intercom-2.8.yaml", "real/intercom-2.16.yaml"),
    "openai": ("real/openai-1.2.0.yaml", "real/openai.yaml"),
    "github": ("real/github-ghes-3.19.json", "real/github-rest.json"),
}

EXPECTED = {
    "kalshi": (
        "type-changed client.markets.list(status=): request wire",
        "parameter-removed client.portfolio.list_positions(settlement_status=): request both",
        "field-removed CreateOrderRequest.type: request both",
        "field-removed Fill.yes_price: response both",
        "field-removed Fill.client_order_id: response types",
        "now-optional Market.title: response both",
        "operation-added client.historical.get_cutoff: client nothing",
    ),
    "kalshi's document": (
        "operation-removed client.events.list_candlesticks: client both",
        "model-removed-with-calls GetEventsCandlesticksResponse: client types",
        "model-added ExchangeInstance: client nothing",
    ),
    "intercom": (
        "parameter-renamed client.admins.retrieve(id=): request types",
        "type-changed client.notes.list(id=): request types",
        "operation-removed client.help_center.create_section: client both",
        "body-kind-changed client.data_attributes.create: request types",
        "enum-value-removed LisDataAttributesModel: request wire",
        "now-nullable ConversationSource.id: response types",
    ),
    "openai": (
        "operation-removed client.open_ai.create_edit: client both",
        "pagination-added client.open_ai.list_files: client types",
        "model-renamed ImagesResponseDataItem: client types",
        "now-nullable ChatCompletionResponseMessage.content: response both",
        "now-required CreateCompletionRequest.prompt: request both",
        "now-optional ImagesResponse.data: response both",
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
        "enum-value-removed ReposCreateInOrgRequestVisibility: request wire",
        "union-member-added EventPayload: response both",
        "event-removed webhooks.parse_user_created: response both",
    ),
}


@cache
def found(name: str) -> Difference:
    """What differs in a pair; skips where the documents are not."""
    paths = [CORPUS / path for path in PAIRS[name]]
    if not all(path.exists() for path in paths):
        pytest.skip("the corpus is not here")
    report = Report()
    client = named_by_hand(["api"], ".", "api")
    made = between(str(paths[0]), str(paths[1]), client, {}, report, lambda _: None)
    assert made is not None, list(report)
    return made


@pytest.mark.parametrize("name", PAIRS)
def test_a_real_pair(name: str) -> None:
    """What is known to have changed is told, as it breaks, and everything has its places."""
    difference = found(name)
    lines = {told(change) for change in difference.diff.changes}
    assert not set(EXPECTED[name]) - lines
    for one in difference.changes:
        assert (one.old is not None) == (one.change.old is not None), told(one.change)
        assert (one.new is not None) == (one.change.new is not None), told(one.change)
    assert not [line for line in lines if line.startswith("changed ")]


@pytest.mark.parametrize("name", ["kalshi", "intercom", "openai"])
def test_the_places_are_those_of_the_documents(name: str) -> None:
    """A property or parameter is where its name stands."""
    seen = 0
    for one in found(name).changes:
        change = one.change
        if change.code in ("field-removed", "field-added") and (place := one.old or one.new):
            spot = change.old or change.new
            assert spot is not None
            line = place.document.text.splitlines()[place.line - 1]
            assert spot.part[-1] in line, (told(change), line)
            seen += 1
    assert seen > 20


def test_a_summary_is_a_few_lines() -> None:
    """The verdict, what breaks first, and how much more there is."""
    lines = summary_lines(found("kalshi").diff)
    assert lines[0].startswith("major: callers are broken (93 breaking changes, ")
    assert lines[1] == "  client.markets.list(status=) has another type"
    assert lines[-1] == "  ... and 88 more that break" and len(lines) == 7
