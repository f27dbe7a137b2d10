"""Tests of the comparison, part by part."""
