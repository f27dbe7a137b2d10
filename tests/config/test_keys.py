"""The table of keys is what the documentation says and what the values hold."""

from __future__ import annotations

import os
import re
from dataclasses import fields

import pytest

from fledge.config.client import ClientConfig
from fledge.config.distribution import DistributionConfig
from fledge.config.filters import Filter
from fledge.config.keys import CLIENT_KEYS, DISTRIBUTION_KEYS, PAGINATION_KEYS, WEBHOOK_KEYS, keys_table
from fledge.config.pagination import PaginationConfig
from fledge.config.rules import PAGINATION_KINDS
from fledge.config.security_keys import SECURITY_KEYS
from fledge.config.values import Key, Table
from fledge.config.webhooks import STANDARD_WEBHOOKS, WebhookSignatureConfig
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("page", "keys", "first"),
    [
        ("configuration.md", CLIENT_KEYS, "source"),
        ("configuration.md", SECURITY_KEYS, "type"),
        ("webhooks.md", WEBHOOK_KEYS, "scheme"),
    ],
)
def test_documentation_has_the_table_of_keys(page: str, keys: tuple[Key, ...], first: str) -> None:
    """The page has the table that the keys make; with FLEDGE_ACCEPT=1 it is written into the page."""
    path = ROOT / "docs" / page
    text = path.read_text(encoding="utf-8")
    if os.environ.get("FLEDGE_ACCEPT"):
        table = re.compile(rf"^\| Key \| Meaning \| Default \|\n\| --- .*\n\| `{first}` (\|.*\n)+", re.MULTILINE)
        text = table.sub(lambda _: keys_table(keys), text, count=1)
        path.write_text(text, encoding="utf-8")
    assert keys_table(keys) in text


def test_each_key_is_a_field() -> None:
    """What a key says reaches a field, and each field of a value has a key."""
    names = {key.name for key in CLIENT_KEYS}
    renamed = {"name": None, "runtime": None, "sources": "source", "package_dir": "output", "apis": "api"}
    for each in fields(ClientConfig):
        if not each.compare:  # where it is configured, for messages
            continue
        key = renamed.get(each.name, each.name)
        assert key is None or key in names, each.name
    assert {key.name for key in PAGINATION_KEYS} | {"none"} == {each.name for each in fields(PaginationConfig)}
    assert {key.name for key in WEBHOOK_KEYS} - {"scheme"} == {each.name for each in fields(WebhookSignatureConfig)}
    assert set(STANDARD_WEBHOOKS) < {each.name for each in fields(WebhookSignatureConfig)}
    assert {key.name for key in DISTRIBUTION_KEYS} == {each.name for each in fields(DistributionConfig)}
    [include] = [key.type for key in CLIENT_KEYS if key.name == "include"]
    assert isinstance(include, Table)
    assert [key.name for key in include.keys] == [each.name for each in fields(Filter)]


def test_kinds_of_pagination_are_keys() -> None:
    """Each kind of pagination, and each key that it takes, is a key of its table."""
    names = {key.name for key in PAGINATION_KEYS}
    assert {*PAGINATION_KINDS} | {key for keys in PAGINATION_KINDS.values() for key in keys} | {"items"} == names
