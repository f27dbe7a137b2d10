"""Normalizes a document: one dialect, containers of the right kind, inherited values where they apply."""
