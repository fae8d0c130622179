"""Measurements; nothing here is an assertion."""
