"""The terminal's side of the verbs: options, what is said, and how a command ends."""
