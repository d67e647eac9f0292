"""Briefings: news articles in, briefings of actors, disputes and quotes out."""
