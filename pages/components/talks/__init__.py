"""The parts of the page on which talks are built and taken away."""
