"""Tests of app.api.schemas."""
