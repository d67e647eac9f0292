"""From analyses to briefings: one actor for each across articles, merged disputes, one order."""
