"""Notebook servers on this machine, each with folders of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

PATIENCE = 240
"""Seconds that a server may take to begin, on a busy machine."""


@contextmanager
def jupyterlab(folder: Path) -> Iterator[str]:
    """JupyterLab on the notebooks of a folder, without a token; it listens to this machine."""
    own = folder / "jupyter"
    places = ("CONFIG_DIR", "DATA_DIR", "RUNTIME_DIR")
    surroundings = {f"JUPYTER_{each}": str(own / each.lower()) for each in places}
    surroundings |= {
        "JUPYTERLAB_SETTINGS_DIR": str(own / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(own / "workspaces"),
        "IPYTHONDIR": str(own / "ipython"),
    }
    news = own / "settings" / "@jupyterlab" / "apputils-extension"
    news.mkdir(parents=True)
    (news / "notification.jupyterlab-settings").write_text('{"fetchNews": "false"}', "utf-8")
    port = _free_port()
    call = ["-m", "jupyterlab", "--no-browser", f"--port={port}", f"--ServerApp.root_dir={folder}"]
    call += ["--IdentityProvider.token=", "--ServerApp.allow_root=True"]
    call += ["--LabApp.extension_manager=readonly"]
    with _running(call, surroundings, folder, f"http://127.0.0.1:{port}/lab") as address:
        yield address.removesuffix("/lab")


@contextmanager
def marimo(file: Path) -> Iterator[str]:
    """Marimo as it runs one notebook for its readers."""
    port = _free_port()
    call = ["-m", "marimo", "run", str(file), "--headless", "--no-token", f"--port={port}"]
    surroundings = {"XDG_CONFIG_HOME": str(file.parent), "XDG_STATE_HOME": str(file.parent)}
    with _running(call, surroundings, file.parent, f"http://127.0.0.1:{port}/") as address:
        yield address


def called(*call: str, folder: Path) -> None:
    """Run a tool to its end; what it says is told where it fails."""
    surroundings = {**os.environ, "JUPYTER_RUNTIME_DIR": str(folder / "runtime")}
    ran = subprocess.run(
        [sys.executable, "-m", *call],
        cwd=folder,
        env=surroundings,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stderr


@contextmanager
def _running(
    call: list[str], surroundings: dict[str, str], folder: Path, address: str
) -> Iterator[str]:
    log = folder / "server.log"
    with log.open("w", encoding="utf-8") as said:
        server = subprocess.Popen(
            [sys.executable, *call],
            cwd=folder,
            env={**os.environ, **surroundings},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
        )
        try:
            _wait_for(address, server, log)
            yield address
        finally:
            server.terminate()
            server.wait(PATIENCE)


def _wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(PATIENCE * 4):
        assert server.poll() is None, log.read_text(encoding="utf-8")
        try:
            with urlopen(address, timeout=PATIENCE):
                return
        except (URLError, OSError):
            time.sleep(0.25)
    raise AssertionError(f"{address} did not answer: {log.read_text(encoding='utf-8')}")


def _free_port() -> int:
    with closing(socket.socket()) as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
