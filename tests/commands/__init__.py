"""Tests of the subcommands, a module each."""
