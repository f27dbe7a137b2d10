"""User code as a user would like to write it."""
