"""Code that is written for the old package of a pair, and checked with the new one."""
