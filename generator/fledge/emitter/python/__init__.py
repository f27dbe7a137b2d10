"""Python source text: expressions, literals, docstrings and layout."""
