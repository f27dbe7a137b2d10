"""The corpus proof: every real document becomes a package that imports and type-checks, with nothing left out."""
