"""Pairs of small descriptions with the verdict of a caller of the generated client, in both directions."""
