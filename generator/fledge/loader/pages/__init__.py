"""Documentation pages: their blocks and documents, whatever platform shows them."""
