"""Merges several documents of one API into one."""
