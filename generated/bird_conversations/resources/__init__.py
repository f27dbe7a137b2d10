# Generated from an OpenAPI description. Do not edit.
"""One module for each resource of the API."""
