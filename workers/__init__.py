"""The Lambdas fed by events: one file per worker."""
