"""The API: one ASGI application, one Lambda."""
