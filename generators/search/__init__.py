"""One analysis, two readers of its terms: the browser's shards and Whoosh."""
