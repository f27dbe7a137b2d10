"""What the standards say, once: object kinds, path templates, status codes."""
