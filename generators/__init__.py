"""Turn a city's public entrepreneurship service records into a static site."""
