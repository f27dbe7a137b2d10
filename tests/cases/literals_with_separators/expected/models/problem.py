# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import Literal

from .._runtime.model import Model


class Problem(Model):
    message: (
        Literal[
            'The requested action could not be performed, semantically incorrect | or [failed] "business" validation, list.'
        ]
        | None
    ) = None

    other: (
        Literal["a list, of | things that is quite long [really]"]
        | Literal['it\'s "another", one | that is long']
        | None
    ) = None
