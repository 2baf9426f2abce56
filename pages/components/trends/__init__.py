"""The parts of the trends page."""
