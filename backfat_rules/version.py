"""The version of the library; the knowledge has a version of its own."""

__version__ = "0.2.0"
