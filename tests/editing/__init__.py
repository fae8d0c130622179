"""Tests of `generators/editing/`."""
