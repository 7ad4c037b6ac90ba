"""The rules of the product, with the standard library alone."""
