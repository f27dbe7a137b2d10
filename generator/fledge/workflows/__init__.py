"""What a command does, as functions."""
