"""Sources: files, URLs and Git revisions, read and parsed."""
