"""Names: words, candidates, and one table that resolves collisions."""
