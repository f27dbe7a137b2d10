"""Fledge: an OpenAPI description in, a typed Python client package out."""
