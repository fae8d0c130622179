"""What differs between two states of the records, in words."""
