"""Second stage: a Spec becomes an Api, the intermediate representation. Nothing is imported here, as in the loader."""
