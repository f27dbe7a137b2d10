"""`python -m tests.benchmarks`: run all measurements of clients; `large` and `generators` measure generating."""

from __future__ import annotations

from tests.benchmarks import calling, decoding, importing, peers, streaming, transfers

if __name__ == "__main__":
    for each in (calling, decoding, streaming, importing, transfers, peers):
        each.main()
