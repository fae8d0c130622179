"""Tests of what editors do other than by hand."""
