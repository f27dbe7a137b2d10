"""Decides by values what `diff` should say."""
