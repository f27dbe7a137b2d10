"""A client as a distribution of its own, which can be built and published."""

from __future__ import annotations

import re

from fledge.quick_dataclass import quick_dataclass

VERSION = re.compile(
    r"[vV]?\d+(\.\d+)*([-_.]?(a|b|c|rc|alpha|beta|pre|preview)[-_.]?\d*)?([-_.]?(post|rev|r)[-_.]?\d*)?"
    r"([-_.]?dev[-_.]?\d*)?(\+[A-Za-z0-9]+([-_.][A-Za-z0-9]+)*)?"
)
"""A version of a distribution (PEP 440, appendix B)."""


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class DistributionConfig:
    """The name and the version of a distribution; empty ones come from the package and from the description."""

    name: str = ""
    version: str = ""

    def name_for(self, package: str) -> str:
        """Return the name of the distribution of a package."""
        return self.name or package.replace("_", "-")

    def version_for(self, described: str) -> str:
        """Return the version, or that of a description: `2024.1.31` of `2024-01-31`, `0` of one without a number."""
        stripped = described.strip()
        if self.version or VERSION.fullmatch(stripped):
            return self.version or stripped
        return ".".join(str(int(number)) for number in re.findall(r"[0-9]{1,9}", stripped)) or "0"
