"""References: several files become one document, and each `$ref` resolves inside it."""
