"""What a person tells: the facts, the profile that holds them, and why an answer is refused."""

from backfat_rules.profile.declared import profile_with
from backfat_rules.profile.fact import Fact, spaced
from backfat_rules.profile.facts import facts_of
from backfat_rules.profile.profile import Profile

__all__ = ["Fact", "Profile", "facts_of", "profile_with", "spaced"]
