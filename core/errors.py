"""What stops a request: five errors, each a code and facts. The words are in the catalogue.

This module imports nothing of ours, so that every other one may raise these.
"""


class DashboardError(Exception):
    """The program cannot go on with this request.

    Attributes:
        code: stable and lower-case with hyphens; `core.i18n.errors` holds a sentence for each.
        facts: the placeholders of that sentence.
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(f"{code} {facts}" if facts else code)
        self.code = code
        self.facts = facts


class UnreadableFile(DashboardError):
    """The bytes are no table that we can read: encrypted, corrupt, too large, something else."""


class StorageBusy(DashboardError):
    """Another process has the store, or another writer has the lock."""


class NotAllowed(DashboardError):
    """This reader may not do this, or may not give this label."""


class UnknownIndicator(DashboardError):
    """No indicator, dimension, batch or mechanism goes by this name."""


class WrongDeclaration(DashboardError):
    """A file of ours (indicator, view, reference table) contradicts itself."""
