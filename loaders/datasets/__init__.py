"""The datasets: each one a row model, the fields it needs, and the cell it replaces."""

from loaders.datasets.presence import Presence, Row
from loaders.datasets.roles import LeadershipRole

DATASETS: dict[str, type[Row]] = {"presence": Presence, "roles": LeadershipRole}
