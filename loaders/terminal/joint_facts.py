"""What a program is told of cells that were split, and of types from another sheet."""

from typing import Any

from loaders.join import Joined, JoinOffer
from loaders.split_offers import SplitOffer
from loaders.staged import Staged
from loaders.terminal.joint_options import join_text

Facts = dict[str, Any]


def offered_facts(staged: Staged | None) -> Facts:
    """What a person could say of the file, with what it would do; `option` is what to type."""
    return {
        "join": joined_facts(staged.joined) if staged else None,
        "joins_possible": [_join_offer(one) for one in staged.join_offers] if staged else [],
        "splits": [_split_offer(one) for one in staged.split_offers] if staged else [],
    }


def joined_facts(joined: Joined | None) -> Facts | None:
    """Every type that was taken from another sheet, with the cell where it stands there."""
    if joined is None:
        return None
    return {
        "sheet": joined.join.sheet,
        "key": joined.join.key,
        "type": joined.join.type,
        "option": join_text(joined.join),
        "rows_unknown": joined.rows_unknown,
        "rows_settled": joined.rows_settled,
        "types": [
            {
                "organisation": one.organisation,
                "row": one.row,
                "rows": one.rows,
                "type": one.type,
                "cell": one.cell,
            }
            for one in joined.types
        ],
    }


def _join_offer(offer: JoinOffer) -> Facts:
    return {
        "sheet": offer.join.sheet,
        "visible": offer.visible,
        "key": offer.join.key,
        "type": offer.join.type,
        "option": join_text(offer.join),
        "rows_unknown": offer.rows_unknown,
        "rows_settled": offer.rows_settled,
    }


def _split_offer(offer: SplitOffer) -> Facts:
    return {
        "sign": offer.sign,
        "chosen": offer.chosen,
        "cells": offer.cells,
        "examples": [{"cell": cell, "parts": list(parts)} for cell, parts in offer.examples],
    }
