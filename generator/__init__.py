"""Briefings: news articles in, briefings of actors, disputes and quotes out.

The calls of the library are named like the commands (`extract`, `generate`, `check`, `build`, `serve`), each in
the module of its name (`build` and `serve` in `site`); `settings.read_settings` gives them their settings.
"""
