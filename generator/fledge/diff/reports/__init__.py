"""Renders a comparison: text, Markdown, HTML, JSON."""
