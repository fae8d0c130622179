"""Tests of `generators/outputs/`."""
