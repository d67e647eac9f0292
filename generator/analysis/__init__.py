"""Actors, quotes and disputes of one article: spaCy components, one concern each, over one parse.

`pipeline.py` is their order. Each component can be used by itself in another English spaCy pipeline with
``nlp.add_pipe("briefings_...")``; it says what it requires and what it assigns.
"""
