"""Requests to the service from many threads at once, and what direct calls give.

``make service`` sends 1,000 in 8 threads.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import local
from typing import Any

from fastapi.testclient import TestClient
from service import advisor, app
from service_interview import Turn, asked_after

THREADS = 8

Sent = tuple[str, dict[str, Any]]


def requests(count: int) -> Iterator[Sent]:
    """Different people, each asked about in one of four ways."""
    for at in range(count):
        person = {"age": 20 + at % 60, "sleep_hours": 4 + at % 9 / 2, "stress_level": at % 11}
        match at % 4:
            case 0:
                yield "/plan", person
            case 1:
                yield "/decision", person
            case 2:
                yield "/week", person | {"location": "home", "equipment": ["band"]}
            case _:
                yield "/interview", {"interview": None, "replies": person}


def direct(path: str, sent: dict[str, Any]) -> bytes:
    """What the library gives without a service."""
    match path:
        case "/plan":
            return advisor.recommend(sent).model_dump_json().encode()
        case "/decision":
            return advisor.decide(sent).model_dump_json().encode()
        case "/week":
            return advisor.recommend(sent).programme().model_dump_json().encode()
    return asked_after(Turn(**sent), advisor).model_dump_json().encode()


def differing(count: int) -> list[Sent]:
    """Send them all; those whose answer is not, byte for byte, what a direct call gives."""
    mine = local()  # a client for each thread, as browsers are

    def answer(sent: Sent) -> bytes:
        if not hasattr(mine, "client"):
            mine.client = TestClient(app)
        path, content = sent
        return bytes(mine.client.post(path, json=content).content)

    sent = [*requests(count)]
    with ThreadPoolExecutor(THREADS) as pool:
        served = [*pool.map(answer, sent)]
    return [each for each, got in zip(sent, served, strict=True) if got != direct(*each)]
