"""The parts of the coverage page."""
