"""Tests of app.repositories."""
