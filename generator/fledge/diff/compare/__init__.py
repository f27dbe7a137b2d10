"""Compares two APIs part by part and collects the changes."""
