"""What a person tells: the facts, the profile that holds them, and why an answer is refused."""

from backfat_rules.profile.facts import Fact, facts_of, spaced
from backfat_rules.profile.profile import Profile

__all__ = ["Fact", "Profile", "facts_of", "spaced"]
