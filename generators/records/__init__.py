"""What a record of each kind may say: one pydantic model per kind, and `KINDS`."""

from generators.records.base import Model, Record
from generators.records.kinds import KINDS, Kind

__all__ = ["KINDS", "Kind", "Model", "Record"]
