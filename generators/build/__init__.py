"""The story: read, check, gather, render, write."""
