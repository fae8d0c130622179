"""A store some seconds later, when the stamps of files that were just written may be trusted."""

from __future__ import annotations

from generators.build.store import Store


class LaterStore(Store):
    """A store whose clock is ahead."""

    def now(self) -> int:
        """Return a time in a minute."""
        return super().now() + 60_000_000_000
