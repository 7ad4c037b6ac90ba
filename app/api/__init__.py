"""HTTP: the only folder that knows FastAPI and pydantic."""
