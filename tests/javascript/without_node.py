"""What is left out where there is no Node."""

import shutil

import pytest

needs_node = pytest.mark.skipif(
    shutil.which("node") is None,
    reason="without Node nothing was run of the JavaScript that the pack holds",
)
