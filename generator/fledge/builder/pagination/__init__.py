"""Pagination: whether an operation's results come in pages, and how the next one is requested."""
