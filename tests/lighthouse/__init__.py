"""Lighthouse's verdict on the pages that matter most."""
