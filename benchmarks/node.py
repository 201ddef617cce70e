"""One process of Node that answers calls of a module, line by line."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any, Self

_DRIVER = """\
import { createInterface } from "node:readline";

const module = await import(process.argv[2]);
for await (const line of createInterface({ input: process.stdin })) {
  const { name, given } = JSON.parse(line);
  let answer;
  try {
    answer = { value: module[name](...given) };
  } catch (error) {
    answer = { error: String(error.stack), problems: error.problems ?? null };
  }
  process.stdout.write(JSON.stringify(answer) + "\\n");
}
"""


class RefusedError(Exception):
    """What a call was refused with, as JavaScript shows it."""

    def __init__(self, answer: dict[str, Any]) -> None:
        super().__init__(answer["error"])
        self.problems = answer["problems"]


class Node:
    """A module that is loaded in Node.

    Args:
        source: the text of the module.
        folder: where it is written.
    """

    def __init__(self, source: str, folder: Path) -> None:
        self.module, driver = folder / "module.mjs", folder / "driver.mjs"
        self.module.write_text(source, encoding="utf-8")
        driver.write_text(_DRIVER, encoding="utf-8")
        self._process = subprocess.Popen(
            ["node", str(driver), self.module.as_uri()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def call(self, name: str, *given: Any) -> Any:
        """What a function of the module returns, once it was JSON.

        Raises:
            RefusedError: it threw.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"name": name, "given": given}) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, "the module could not be loaded: Node says why above"
        answer = json.loads(line)
        if "error" in answer:
            raise RefusedError(answer)
        return answer.get("value")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.communicate()
