"""A made-up city: its words, what is said about each matter, and records written with them."""
