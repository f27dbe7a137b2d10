"""`python -m tests.benchmarks`: all that is measured of clients, in one run; that of the generator is `large`."""

from __future__ import annotations

from tests.benchmarks import calling, decoding, importing, peers, transfers

if __name__ == "__main__":
    for each in (calling, decoding, importing, transfers, peers):
        each.main()
