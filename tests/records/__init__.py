"""Tests of `generators/records/`."""
