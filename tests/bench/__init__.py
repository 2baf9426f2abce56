"""Speed and memory, each as a ratio within one run: these numbers are never asserted in tests."""
