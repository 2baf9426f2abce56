"""What a reader outside the team sees."""

from itertools import product

import pandas as pd
import pytest

from core.errors import NotAllowed
from core.storage.cursor import Cursor
from metrics import Grain, Only, indicators, measure
from metrics.pattern import hidden_cells
from metrics.suppression import published, suppressed

PRESENCE = indicators()["lna_share_of_presence"]
ROLES = indicators()["lna_share_of_leadership_roles"]
EXPOSURE = PRESENCE.model_copy(update={"disclosure": "exposure"})
QUARTER = "2025-Q1"


def row(name: str, part: int, whole: int, unknown: int = 0, state: str = "value") -> list[object]:
    shares = [part / whole] * 3 if whole else [None] * 3
    return [name, part, whole, unknown, *shares, 1, 1, state]


def frame(by: str, *rows: list[object]) -> pd.DataFrame:
    columns = ["numerator", "denominator", "unknown", "value", "low", "high"]
    found = pd.DataFrame(list(rows), columns=[by, *columns, "reporting", "expected", "state"])
    whole = dict.fromkeys((*columns[:3], "reporting", "expected"), "Int64")
    return found.astype(
        {by: "string", "state": "string"} | whole | dict.fromkeys(columns[3:], "Float64")
    )


def seen(found: pd.DataFrame) -> dict[str, tuple[object, ...]]:
    """Numerator, denominator, unknown, share and state by group; None: not to be seen."""
    columns = ["numerator", "denominator", "unknown", "value", "state"]
    rows = found.astype(object).where(found.notna(), None)
    return {r[0]: tuple(r[1:]) for r in rows[[found.columns[0], *columns]].itertuples(index=False)}


def test_structure_shows_counts_always_and_a_share_from_ten_on() -> None:
    found = frame(
        "cluster",
        row("HEA", 1, 3),
        row("WSH", 5, 10),
        row("NUT", 0, 9),
        row("EDU", 0, 0, state="zero"),
    )

    shown = suppressed(found, ROLES, ["cluster"], grain="quarter", hidden=frozenset())

    assert seen(shown) == {
        "HEA": (1, 3, 0, None, "count-only"),
        "WSH": (5, 10, 0, 0.5, "value"),
        "NUT": (0, 9, 0, None, "count-only"),
        "EDU": (0, 0, 0, None, "zero"),
    }
    assert shown["low"].isna().tolist() == [True, False, True, True]


def test_membership_is_hidden_below_five_of_known_type() -> None:
    found = frame(
        "country",
        row("YEM", 3, 4, 7),
        row("MLI", 3, 5),
        row("TCD", 0, 0, state="zero"),
        row("LBY", 0, 0, 60, state="no-type"),
        row("NER", 0, 0, 4, state="nothing-known"),
    )

    shown = suppressed(found, PRESENCE, ["country"], grain="quarter", hidden=frozenset())

    assert seen(shown) == {
        "YEM": (None, None, None, None, "hidden"),
        "MLI": (3, 5, 0, 0.6, "value"),
        "TCD": (0, 0, 0, None, "zero"),
        "LBY": (None, None, None, None, "no-type"),
        "NER": (None, None, None, None, "hidden"),
    }


def test_exposure_is_shown_with_five_lnas_and_only_by_country_and_quarter() -> None:
    # Seven attendances of five L/NAs, and ninety of four.
    found = frame("country", row("YEM", 7, 9), row("MLI", 90, 95)).assign(behind=[5, 4])
    only = {"period": QUARTER}

    shown = suppressed(found, EXPOSURE, ["country"], only=only, grain="quarter", hidden=frozenset())

    assert [state for *_, state in seen(shown).values()] == ["value", "hidden"]
    for by, wrong in product([["region"], ["country", "cluster"], []], [only]):
        with pytest.raises(NotAllowed, match="outside-the-lattice"):
            suppressed(found, EXPOSURE, by, only=wrong, grain="quarter", hidden=frozenset())


@pytest.mark.parametrize(
    ("by", "only", "grain"),
    [
        (["place"], {}, "quarter"),
        (["cluster_reported"], {}, "quarter"),
        (["hub"], {}, "quarter"),
        (["country"], {"place": "Aden"}, "quarter"),
        (["country"], {"level": "subnational"}, "quarter"),
        (["country"], {"mechanism_type": "cluster"}, "quarter"),
        (["country", "period"], {}, "month"),
        (["country", "period"], {}, "reported"),
        (["country", "period"], {"period": "2025-01"}, "quarter"),
        (["country"], {"period": "2025"}, "quarter"),
        (["country"], {"period": ("2025-Q1", "2025-Q2")}, "quarter"),
        (["country"], {"period": "2025"}, "all"),
        (["country"], {"cluster": ("WSH", "HEA")}, "quarter"),
        (["cluster"], {"country": ("YEM", "MLI")}, "quarter"),
        (["region", "context"], {}, "quarter"),
        (["region"], {"context": "mena"}, "quarter"),
    ],
)
def test_membership_outside_the_lattice_is_refused(by: list[str], only: Only, grain: Grain) -> None:
    with pytest.raises(NotAllowed, match="outside-the-lattice"):
        suppressed(
            frame("country"),
            PRESENCE,
            by,
            only=only,
            grain=grain,
            hidden=frozenset(),
        )


@pytest.mark.parametrize(
    ("by", "only"),
    [
        (["cluster"], {"country": "YEM", "period": QUARTER}),
        (["country"], {"context": ("mena", "francophone"), "cluster": "WSH"}),
        (["cluster", "period"], {"cluster": ("WSH", "HEA"), "period": ("2025-Q1", "2025-Q2")}),
        (["region", "period"], {"period": "2025"}),
    ],
)
def test_membership_inside_the_lattice_is_answered(
    by: list[str], only: Only, seeded: Cursor
) -> None:
    found = published(seeded, PRESENCE, by=by, only=only, grain="quarter")

    assert len(found) == len(measure(seeded, PRESENCE, by=by, only=only, grain="quarter")) > 0


def test_a_part_hidden_in_one_answer_is_hidden_in_every_other(seeded: Cursor) -> None:
    """Yemen: WASH and Health have few organisations of known type, their union has five or more."""
    hidden = hidden_cells(seeded, PRESENCE)
    small = {c for c in hidden if c.place == "YEM" and c.period == QUARTER}

    one = published(seeded, PRESENCE, by=["cluster"], only={"country": "YEM", "period": QUARTER})
    two = published(seeded, PRESENCE, by=["country", "period"], only={"cluster": "WSH"})

    assert {c.cluster for c in small} >= {"WSH", "HEA"}
    assert set(one.loc[one["cluster"].isin(["WSH", "HEA"]), "state"]) == {"hidden"}
    assert (
        two.loc[(two["country"] == "YEM") & (two["period"] == QUARTER), "state"].item() == "hidden"
    )


def test_a_country_may_open_its_memberships_or_close_everything(seeded: Cursor) -> None:
    only = {"period": QUARTER}
    by = ["country"]

    closed = published(seeded, ROLES, by=by, only=only, switches={"YEM": "context-only"})
    opened = published(seeded, PRESENCE, by=by, only=only, switches={"MLI": "open"})

    assert seen(closed)["YEM"] == (None, None, None, None, "hidden")
    # Mali, first quarter: Benkadi and the national society of three with WFP.
    assert seen(opened)["MLI"][:2] == (2, 3)
    with pytest.raises(NotAllowed):
        published(seeded, ROLES, by=["role"], switches={"YEM": "context-only"})


def test_many_attendances_of_few_organisations_are_hidden(seeded: Cursor) -> None:
    # Yemen: 5 of 9 attendances, of Amal, Nour and the society: three L/NAs.
    attendance = indicators()["lna_share_of_attendance"]

    shown = published(seeded, attendance, by=["country", "period"])

    assert set(shown["state"]) == {"hidden"}
    assert shown[["numerator", "denominator", "value"]].isna().all(axis=None)
