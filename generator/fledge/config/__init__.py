"""The configuration, `[tool.fledge]` in pyproject.toml, as frozen values."""
