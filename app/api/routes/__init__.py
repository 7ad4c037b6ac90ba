"""The routes, one file per resource: a signature and one service call each."""
