"""The views of a resource are laid out as Black does it, however long the names of methods are."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from fledge.emitter.python.formatter import format_source, is_black_stable
from fledge.emitter.response_views import response_views
from tests.client import document, make_from, operation, put


@pytest.mark.parametrize("asynchronous", [False, True])
def test_long_names_are_laid_out_as_black_does_it(asynchronous: bool) -> None:
    """Black has nothing to change, and need not run: a resource with one long name may have 10,000 lines."""
    for length in range(40, 90):
        for view in response_views("XResource", ["m" * length], ["n" * length], asynchronous=asynchronous):
            body = f"    {view.nested[0]}\n\n    {view.opening}\n        {view.start}\n        {view.methods[0]}\n"
            text = f"{view.class_line}\n{body}"
            assert format_source(text) == text
            assert is_black_stable(text), length


def test_a_resource_may_be_called_property(tmp_path: Path) -> None:
    """The views of the client are properties, also where a resource has that name."""
    described = document({"/property": {"get": operation(tags=["property"], operationId="getProperty")}})
    put(make_from(described, tmp_path), tmp_path / "estates")
    code = "from estates import Client; c = Client(); print(c.with_raw_response.property.get, c.property.get)"
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=True, stdout=subprocess.DEVNULL)
