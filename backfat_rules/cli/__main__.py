"""``python -m backfat_rules.cli``: the command line where its script is not on the path."""

import sys

from backfat_rules.cli import main

sys.exit(main())
