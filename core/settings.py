"""What can be set from outside: variables that begin with ALN_. Imports nothing of ours."""

from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """Where things lie.

    Attributes:
        store: the DuckDB file with what offices have uploaded.
        demonstration: a separate DuckDB file with fictional data, used while the store is empty.
        reference: the folder with countries, clusters, types and aliases.
        memory_limit: what DuckDB may use, in its own notation.
    """

    model_config = SettingsConfigDict(env_prefix="ALN_", frozen=True)

    store: Path = ROOT / "data" / "store" / "aln.duckdb"
    demonstration: Path = ROOT / "data" / "store" / "demonstration.duckdb"
    reference: Path = ROOT / "data" / "reference"
    memory_limit: str = "1GB"
