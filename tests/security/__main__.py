"""`python -m tests.security --minutes N [TARGET …]`: hostile inputs for as long as you like; prints how many."""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable
from functools import wraps

from hypothesis import HealthCheck, given, seed, settings

from tests.security.fuzz import TARGETS

BATCH = 100


def main() -> None:
    """Try each target in turn, in batches, until the time is over; the first failure ends the run."""
    parser = argparse.ArgumentParser(prog="python -m tests.security", description=__doc__)
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(2**32))
    parser.add_argument("targets", nargs="*", choices=[*TARGETS, []])
    arguments = parser.parse_args()
    print(f"seed {arguments.seed}", flush=True)
    counts = dict.fromkeys(arguments.targets or TARGETS, 0)
    end, batch = time.monotonic() + arguments.minutes * 60, 0
    while time.monotonic() < end:
        for name in counts:
            check, strategies = TARGETS[name]
            budget = settings(max_examples=BATCH, deadline=None, database=None, suppress_health_check=list(HealthCheck))
            seed(arguments.seed + batch)(budget(given(*strategies)(_counted(check, name, counts))))()
            batch += 1
    print(", ".join(f"{count:,} {name}" for name, count in counts.items()))


def _counted(check: Callable[..., None], name: str, counts: dict[str, int]) -> Callable[..., None]:
    """The check, each call of which is counted."""

    @wraps(check)
    def count(*values: object, **named: object) -> None:
        counts[name] += 1
        check(*values, **named)

    return count


main()
