"""Schemas of the description, normalized: the builder sees no keyword of a `$ref` or an allOf."""
