"""The use cases, one file per resource."""
