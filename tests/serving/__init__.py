"""Tests of the room that shows an editor the site."""
