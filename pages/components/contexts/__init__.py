"""The parts of the contexts page."""
