"""How well the search answers what people ask, beside two peers."""
