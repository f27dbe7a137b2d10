"""Tests of `fledge diff`."""
