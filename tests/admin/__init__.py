"""Tests of the form in the browser, and what it saves to."""
