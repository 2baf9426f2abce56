"""An information officer adds an indicator: one table of TOML, one table worked out by hand."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NEEDED = (
    ".streamlit", "core", "loaders", "metrics", "charts", "exports", "pages", "data/reference",
    "docs", "tests/metrics",
)  # fmt: skip
ALONE = ("tests/__init__.py", "tests/conftest.py", "tests/stores.py", "tests/workbooks.py")
DECLARED = """[[indicator]]
id = "lna_share_of_chairs"
code = "X1"
area = "leadership"
unit = "percent"
direction = "higher_is_better"
view = "v_role"
dataset = "roles"
pools = "adds"
numerator = "count(*) FILTER (WHERE role IN ('chair', 'co_chair') AND lna_scope <= $scope)"
denominator = "count(*) FILTER (WHERE role IN ('chair', 'co_chair') AND type_known)"
unknown = "count(*) FILTER (WHERE role IN ('chair', 'co_chair') AND NOT type_known)"
several_reports = "latest"
only = { level = "national" }
dimensions = ["country", "cluster", "level", "period"]
disclosure = "structure"
name = { en = "Chairs held by L/NAs", fr = "Présidences tenues par des ALN", ar = "رئاسات محلية" }
reading = { en = "Of the chairs.", fr = "Parmi les présidences.", ar = "من الرئاسات." }
caution = { en = "Few.", fr = "Peu nombreuses.", ar = "عددها قليل." }
lever = { en = "Take turns.", fr = "Alterner.", ar = "التناوب." }
source.year = 2026
source.title = { en = "Own definition", fr = "Définition propre", ar = "تعريف خاص بنا" }
"""
TABLE = """# The working groups: in Yemen UNICEF and Nour chair, in Mali UNICEF alone.
country,numerator,denominator,unknown,value,low,high,reporting,expected,state
MLI,0,1,0,0,0,0,3,3,value
YEM,1,2,0,0.5,0.5,0.5,4,4,value
"""
# What the explorer offers, and the file that it gives; on the world of seed.sql.
EXPLORED = """
import sys
from pathlib import Path
from streamlit.testing.v1 import AppTest
from core.storage.database import Database
from metrics import install_views

database = Database.open(Path("store.duckdb"))
install_views(database)
with database.transaction() as cur:
    cur.run(Path("tests/metrics/seed.sql").read_text(encoding="utf-8"))
database.close()
visit = AppTest.from_string('''
import streamlit as st
from pages.components import session
from pages.components.explorer import answer, choices, rows
ctx = session.context()
asked = choices.show(ctx)
found = answer.measured(ctx, asked)
st.text(rows.csv_of(ctx, asked, asked.indicator, found).decode("utf-8-sig"))
''', default_timeout=60)
asked = {"lang": "fr", "indicator": "lna_share_of_chairs", "by": "country", "period": "all"}
for name, value in asked.items():
    visit.query_params[name] = value
visit.run()
sys.stdout.write("|".join(visit.selectbox(key="filter_indicator").options) + visit.text[0].value)
"""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("office")
    for name in NEEDED:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in (*ALONE, "pyproject.toml"):
        shutil.copy(ROOT / name, folder / name)
    (folder / "metrics/indicators/own.toml").write_text(DECLARED, encoding="utf-8")
    table = folder / "tests/metrics/golden/lna_share_of_chairs__by_country.csv"
    table.write_text(TABLE, encoding="utf-8")
    return folder


def test_it_is_listed_and_documented(office: Path) -> None:
    listed = ran(office, "-m", "metrics", "list")
    ran(office, "-m", "metrics", "docs")

    page = (office / "docs/indicators.md").read_text(encoding="utf-8")
    assert "X1  lna_share_of_chairs" in listed
    assert "**Présidences tenues par des ALN**" in page


def test_it_is_computed_as_worked_out_by_hand_traced_and_within_the_house_rules(
    office: Path,
) -> None:
    tests = ("test_golden.py", "test_second_route.py", "test_trace.py", "test_laws.py")
    chosen = [f"tests/metrics/{name}" for name in tests]

    said = ran(office, "-m", "pytest", "-q", "-k", "chairs or hand_worked_table", *chosen)

    assert "failed" not in said
    assert "passed" in said


def test_the_explorer_offers_it_and_gives_its_numbers_as_a_file(office: Path) -> None:
    said = ran(office, "-W", "ignore", "-c", EXPLORED)

    assert "X1 · Présidences tenues par des ALN" in said
    assert "Yémen,YEM,1,2,0,0.5,0.5,0.5,4,4,value," in said
    assert "Mali,MLI,0,1,0,0.0,0.0,0.0,3,3,value," in said


def ran(office: Path, *arguments: str) -> str:
    alone = {n: v for n, v in os.environ.items() if not n.startswith("ALN_")}
    done = subprocess.run(
        [sys.executable, *arguments], cwd=office, capture_output=True, text=True, check=False,
        env={**alone, "ALN_STORE": str(office / "store.duckdb")},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
