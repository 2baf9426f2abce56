"""The parts of the explorer: what can be asked, and the answer as chart and table."""
