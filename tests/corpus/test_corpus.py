"""The corpus proof in small: what `python -m tests.corpus` proves for all documents, without type checkers."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.corpus import peers
from tests.corpus.proof import prove
from tests.corpus.subjects import Subject, subjects

NAMES = (
    "adyen-data-protection-v1",  # 3.1, YAML
    "adyen-transfer-notification-v4",  # webhooks only
    "azure-api-management",  # 3.0, JSON, no operationIds that read well
    "box-v2025.0",
    "clerk",  # 3.0, YAML
    "ethereum-beacon",  # one description in many files
    "figma",  # 3.1, YAML, discriminators
    "firecracker",
    "gitea",  # 3.0, JSON, lifted from 2.0 by its authors
    "jupyterlab-server",
    "kubernetes-v3-apps",
    "meilisearch",
    "oxide-nexus",
    "resend",
    "sendgrid-mail",
    "telegram-bot-api",
    "twilio-content-v1",
    "twilio-iam-scim",  # no operations at all
    "swagger2-docker-engine",  # 2.0
    "swagger2-jupyter-server",
    "torture-t",
    "torture-t2",
    "kalshi-2025-12-02-gen1",  # pages without OpenAPI
    "kalshi-2026-04",  # pages
    "nexthink",
    "coinglass",
)
SAMPLE = 200


def of(shared: Path, name: str) -> Subject:
    """The subject of that name."""
    return next(subject for subject in subjects(shared / "corpus") if subject.name == name)


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_a_document_becomes_a_package_that_imports(name: str, shared: Path, tmp_path: Path) -> None:
    """All operations are there and callable, every module imports, and every node is one of its template."""
    assert prove(of(shared, name), tmp_path).wrong() == []


@pytest.mark.slow
def test_peers_do_not_crash(shared: Path, tmp_path: Path) -> None:
    """Of 200 awkward documents none crashes: each is generated and imports, or ends in an error that says why."""
    outcomes = peers.run(peers.sample(peers.peers(shared / "corpus"), SAMPLE), tmp_path, jobs=2)
    assert [(outcome.peer.name, outcome.cause()) for outcome in outcomes if outcome.wrong()] == []


def test_the_sample_of_peers_does_not_depend_on_their_order(shared: Path) -> None:
    """The same 200 are tried each time, whatever is added to the corpus between them."""
    every = peers.peers(shared / "corpus")
    assert peers.sample(every, SAMPLE) == peers.sample(every[::-1], SAMPLE)


def test_each_subject_has_a_package_of_its_own(shared: Path) -> None:
    """No two documents are written to the same folder."""
    packages = [subject.package for subject in subjects(shared / "corpus")]
    assert len(packages) == len(set(packages))
