"""Pulling: what an API publishes, a document or a documentation site, as files for the loader."""

from generator.pull.fetching import Fetcher
from generator.pull.gather import Gathered, gather
from generator.pull.refresh import Pulled, changes, coverage, operations, pull

__all__ = ["Fetcher", "Gathered", "Pulled", "changes", "coverage", "gather", "operations", "pull"]
