"""`python -m tests.benchmarks`: everything, in one run: generating, beside other generators, and the clients."""

from __future__ import annotations

from tests.benchmarks import (
    calling,
    commands,
    decoding,
    generators,
    importing,
    official_sdks,
    peers,
    streaming,
    transfers,
)

if __name__ == "__main__":
    for each in (generators, commands, calling, decoding, streaming, importing, transfers, peers, official_sdks):
        print(f"\n{each.__name__}\n", flush=True)
        each.main()
