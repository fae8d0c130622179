"""Tests of `generators/audit/`."""
