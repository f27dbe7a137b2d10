"""`python -m tests.benchmarks.official_names [--misses N] [API …]`: how many calls are those of the official clients.

The facts are in `../shared/facts/official-names`: methods and paths with the calls of official clients, and the
descriptions. Calls are the same if nothing but case, underscores and plurals of resources differs. The last lines are
the share of all operations, and the mean of the APIs.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from fledge.builder.names.operations import name_operations
from fledge.builder.names.resolve import PinnedNames
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.loader.load import load
from tests.conftest import SHARED

FACTS = SHARED / "facts" / "official-names"
_VERSION = re.compile(r"^/(api/)?(v\d+[a-z0-9.]*|\d{4}-\d{2}-\d{2}|\d\.\d)(?=/|$)")
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Comparison:
    """One operation: how Fledge calls it, and what official calls it has, of which one is enough."""

    key: str
    call: str
    official: frozenset[str]

    @property
    def is_same(self) -> bool:
        """Whether an official client has this call."""
        return normalized(self.call) in {normalized(each) for each in self.official}


def normalized(call: str) -> str:
    """A call without case and underscores, its resources in the singular."""
    *resources, method = call.split(".")
    return ".".join([*("".join(map(_singular, _words(each))) for each in resources), "".join(_words(method))])


def _words(text: str) -> list[str]:
    text = re.sub(r"([A-Z]+)([A-Z][a-z])", r"\1_\2", re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", text))
    return [word for word in re.split(r"[^a-z0-9]+", text.lower()) if word]


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > 4 and re.search(r"(sses|shes|ches|xes|zes)$", word):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _path_key(path: str) -> str:
    return re.sub(r"\{[^}]*\}", "{}", re.split(r"[?#]", path)[0]).rstrip("/").lower() or "/"


def official_calls(table: Path) -> Mapping[Key, set[str]]:
    """The calls of the official client by method and path, with and without the version before a path."""
    calls: dict[Key, set[str]] = {}
    shortened: dict[Key, dict[Key, None]] = {}
    with table.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            key = row["method"].upper(), _path_key(row["path"])
            calls.setdefault(key, set()).add(row["call"])
            shortened.setdefault((key[0], _VERSION.sub("", key[1])), {})[key] = None
    return {short: calls[next(iter(keys))] for short, keys in shortened.items() if len(keys) == 1} | calls


def compare(document: Path, table: Path) -> Iterator[Comparison]:
    """Compare each operation that the official client has."""
    spec = load([str(document.resolve())], DiagnosticCollector(), base=document.parent)
    assert spec is not None, document
    calls = official_calls(table)
    names = name_operations(spec, PinnedNames()).values()
    servers = [spec.root.get("servers") or [], *(each.operation.raw.get("servers") or [] for each in names)]
    urls = {str(server.get("url", "")) for each in servers for server in each}
    prefixes = ["", *sorted({urlsplit(url).path.rstrip("/") for url in urls} - {""})]
    for name in names:
        method, path = name.operation.http_method.upper(), _path_key(name.operation.path)
        keys = [*((method, prefix.lower() + path) for prefix in prefixes), (method, _VERSION.sub("", path))]
        official = next((calls[key] for key in keys if key in calls), None)
        if official is not None and "?" not in name.operation.path:
            yield Comparison(name.operation.key, f"{name.resource}.{name.method}", frozenset(official))


def main(apis: Sequence[str] = (), misses: int = 0) -> tuple[float, float]:
    """Print a line for each API; return the shares of all operations and of the mean of APIs."""
    shares: list[float] = []
    everything: list[Comparison] = []
    for line in (FACTS / "documents.tsv").read_text(encoding="utf-8").splitlines():
        api, document, table = line.split("\t")
        if apis and api not in apis:
            continue
        compared = [*compare(FACTS / document, FACTS / table)]
        everything += compared
        shares.append(sum(each.is_same for each in compared) / len(compared))
        print(f"{api:<16}{len(compared):>6} {100 * shares[-1]:6.1f} %", flush=True)
        for each in [each for each in compared if not each.is_same][:misses]:
            print(f"    {each.key}  {each.call}  {' '.join(sorted(each.official))}")
    share, mean = sum(each.is_same for each in everything) / len(everything), sum(shares) / len(shares)
    print(f"{'all operations':<16}{len(everything):>6} {100 * share:6.1f} %\n{'mean of APIs':<22} {100 * mean:6.1f} %")
    return share, mean


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.official_names")
    parser.add_argument("apis", nargs="*", metavar="API")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="print the first N other names of each API")
    options = parser.parse_args()
    main(options.apis, options.misses)
