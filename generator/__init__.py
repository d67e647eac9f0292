"""Briefings: news articles in, briefings of actors, disputes and quotes out.

The library's calls are named like the commands: `extract`, `generate`, `check`, `build` and `serve`, each in
the module of its name (`build` and `serve` in `site`); `settings.read_settings` gives them their settings.
"""
