"""The parts of the overview, each a function of the reader and of what is looked at."""
