"""Tests of `generators/sources/`."""
