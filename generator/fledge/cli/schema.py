"""`fledge schema`: the JSON Schema of the configuration."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator

from fledge.cli.output import Output
from fledge.config.schema import config_schema


def run(options: argparse.Namespace) -> Iterator[Output]:
    """Print the schema."""
    yield Output(lines=json.dumps(config_schema(), indent=2, ensure_ascii=False).split("\n"))
