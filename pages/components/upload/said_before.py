"""Whose decisions are used again: said where the person looks first."""

from pages.components.session import Context
from pages.components.upload import corrected_file, memory
from pages.components.upload.drafts import Draft

_LAST = 7


def at_the_top(ctx: Context, draft: Draft | None) -> None:
    """Above all steps, where the person has gone back, or is about to publish."""
    if draft is not None and not _in_sight(draft):
        memory.banner(ctx, draft)


def in_the_step(ctx: Context, draft: Draft) -> None:
    """In the open step: a page that opens there is drawn from there on."""
    if _in_sight(draft):
        corrected_file.banner(ctx, draft)
        memory.banner(ctx, draft)


def _in_sight(draft: Draft) -> bool:
    return draft.step == draft.reached and draft.step <= _LAST
