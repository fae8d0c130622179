"""Tests of `generators/build/`."""
