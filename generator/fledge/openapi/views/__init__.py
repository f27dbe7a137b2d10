"""Typed, read-only views of the objects that OpenAPI defines; they are made when they are read, and cost little."""
