"""Who said what: quotation marks, speech direct, mixed and indirect, and the actor behind each speaker.

`component.py` puts the modules in order: marks, then direct and indirect speech as drafts, then the choice of each
draft's speaker. `attribution.py` comes later in the pipeline, when the actors are known.
"""
