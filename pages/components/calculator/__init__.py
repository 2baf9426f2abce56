"""The parts of the calculator: what is typed, and how each number is made of it."""
