"""Advice over HTTP, whole.

    pip install fastapi uvicorn
    uvicorn --app-dir docs/examples service:app

``/plan`` and ``/decision`` take what a person told; ``/interview`` asks for it, screen by screen.
Every request is answered with 200 or 422. A 422 says of each wrong answer which field it is, what
is wrong, and what to do about it, in the same shape whoever found the mistake.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qsl

from fastapi import FastAPI, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse
from form import Posted, answers, form
from pydantic import BaseModel
from service_interview import interview_routes
from starlette.exceptions import HTTPException

from backfat_rules import (
    Advisor,
    BackfatRulesError,
    Decision,
    Plan,
    Profile,
    ProfileError,
    Programme,
)

advisor = Advisor(engine="direct")  # loads the knowledge once, before the first request
SCHEMA = Profile.model_json_schema()


class Problem(BaseModel):
    """One thing that is wrong with a request."""

    field: str
    message: str
    remedy: str = ""


class Problems(BaseModel):
    """Everything that is wrong with a request."""

    problems: list[Problem]


app = FastAPI(title="Advice about back fat", responses={422: {"model": Problems}})


def served(made: BaseModel | Decision) -> Response:
    """What the library made, in the bytes that the library gives."""
    return Response(made.model_dump_json(), media_type="application/json")


@app.post("/plan", response_model=Plan)
def plan(profile: Profile) -> Response:
    """The plan for one person, in words."""
    return served(advisor.recommend(profile))


@app.post("/decision", response_model=Decision)
def decision(profile: Profile) -> Response:
    """What is advised to one person, as ids and numbers."""
    return served(advisor.decide(profile))


@app.post("/week", response_model=Programme)
def week(
    profile: Profile, weeks: int = 1, days: int | None = None, start: str | None = None
) -> Response:
    """A training week, or several."""
    return served(advisor.recommend(profile).programme(start, weeks, days=days))


app.include_router(interview_routes(advisor, served))


@app.get("/", include_in_schema=False)
def empty_form() -> HTMLResponse:
    """A form for people."""
    return HTMLResponse(form(SCHEMA))


@app.post("/", include_in_schema=False)
async def filled_form(request: Request) -> HTMLResponse:
    """The plan as a page, or the form again with what is wrong beside each field."""
    posted = parse_qsl((await request.body()).decode(errors="replace"), keep_blank_values=True)
    try:
        return HTMLResponse(await run_in_threadpool(_page, posted))
    except ProfileError as error:
        wrong = [(each.field, f"{each.message} {each.remedy}") for each in error.problems]
        return HTMLResponse(form(SCHEMA, posted=posted, problems=wrong), 422)


def _page(posted: Posted) -> str:
    """The plan as a page: work for a thread, so that others are answered meanwhile."""
    return advisor.recommend(answers(posted, SCHEMA)).to_html()


@app.exception_handler(RequestValidationError)
async def wrong_request(_: Request, error: Exception) -> JSONResponse:
    """What FastAPI refuses: answers that a profile does not take, and what is no JSON."""
    assert isinstance(error, RequestValidationError)
    return refusal(*_problems_in(error))


@app.exception_handler(BackfatRulesError)
async def wrong_answers(_: Request, error: Exception) -> JSONResponse:
    """What the library refuses later, such as an exercise that the knowledge does not have."""
    if isinstance(error, ProfileError):
        each = error.problems
        return refusal(*(Problem(field=p.field, message=p.message, remedy=p.remedy) for p in each))
    return refusal(Problem(field="body", message=str(error)))


@app.exception_handler(HTTPException)
async def unreadable(_: Request, error: Exception) -> JSONResponse:
    """A body that is no text, or is nested too deeply, is wrong input like any other."""
    assert isinstance(error, HTTPException)
    if error.status_code == 400:
        return refusal(NO_JSON)
    return JSONResponse({"detail": error.detail}, error.status_code, error.headers)


NO_JSON = Problem(
    field="body",
    message="is no JSON object of answers.",
    remedy='Send one, such as {"sleep_hours": 5.5}, as application/json.',
)


def refusal(*problems: Problem) -> JSONResponse:
    """The answer to a request that cannot be used."""
    return JSONResponse(Problems(problems=[*problems]).model_dump(), 422)


def _problems_in(error: RequestValidationError) -> Iterator[Problem]:
    """In the words of the library, which stand beside each mistake that it has found."""
    for each in error.errors():
        field, about = ".".join(map(str, each["loc"][1:])), each.get("ctx", {})
        if field and "message" in about:
            yield Problem(field=field, message=about["message"], remedy=about["remedy"])
        elif field and each["type"] != "json_invalid":
            yield Problem(field=field, message="cannot be so.", remedy="See /docs for its form.")
        else:
            yield NO_JSON
