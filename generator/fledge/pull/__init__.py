"""Pulling: what an API publishes, a document or a documentation site, as files for the loader."""

from fledge.pull.discover import discover
from fledge.pull.upstream_files import UpstreamFiles
from fledge.pull.fetcher import Fetcher

__all__ = ["Fetcher", "UpstreamFiles", "discover"]
