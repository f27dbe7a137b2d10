"""What hostile descriptions and hostile servers try, one file for each class."""
