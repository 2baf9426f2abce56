"""Demonstration data: fictional organisations in ten countries, four years of quarters.

Used only while the real store has no batch, from a store of its own (`settings.demonstration`).
Every organisation is invented and says so, every file is called `demonstration-…`; the files are
made here as bytes and go through read, check and commit like any upload.

    path = ensure(settings)          makes the store if need be; open it with Database.open
    build(database)                  fills an open, empty store
"""

from loaders.demonstration.load import build
from loaders.demonstration.store import ensure

__all__ = ["build", "ensure"]
