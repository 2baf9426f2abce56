"""The datasets: each one a row model, the fields it needs, and the cell it replaces."""

from loaders.datasets.events import LearningEvent
from loaders.datasets.funding import Allocation
from loaders.datasets.mechanisms import MechanismReturn
from loaders.datasets.meetings import Attendance
from loaders.datasets.members import Member
from loaders.datasets.presence import Presence
from loaders.datasets.roles import LeadershipRole
from loaders.datasets.row import Row

DATASETS: dict[str, type[Row]] = {
    "presence": Presence,
    "members": Member,
    "roles": LeadershipRole,
    "meetings": Attendance,
    "mechanisms": MechanismReturn,
    "funding": Allocation,
    "events": LearningEvent,
}
