"""What is wrong with an input: diagnostics, where they point, and how they are printed."""
