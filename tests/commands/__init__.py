"""Tests of `generators/commands/`."""
