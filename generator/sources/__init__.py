"""Readers: one module per input format, each bytes -> Article; `read.py` chooses."""
