"""Why a workbook cannot be patched."""


class StrangePackageError(Exception):
    """The package is not made as spreadsheet programs make it: its cells are then copied."""
