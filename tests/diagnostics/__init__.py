"""Tests of `generators/diagnostics/`."""
