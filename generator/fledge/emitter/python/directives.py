"""Lines at the top of each generated file, for the linters and formatters of the project that the client is part of.

They would report what follows other rules than theirs, or rewrite it, and `fledge check` would fail.
"""

DIRECTIVES = """\
# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
"""
"""`fmt: off` is for Black and Ruff's formatter, `flake8: noqa` for flake8 and Ruff's linter.

Rule PGH004 of Ruff is against directives like the third one.
"""
