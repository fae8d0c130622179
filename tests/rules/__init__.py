"""Tests of `generators/rules/`."""
