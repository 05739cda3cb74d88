"""Calls of the API: paths by their operationId, what they take and give as the generated models."""

import json
import re
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol, TypeVar
from urllib.parse import quote

from pydantic import BaseModel
from typing_extensions import Self


class ApiError(Exception):
    """An answer whose code is not 200."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(f"code {code}, {message}")
        self.code = code


D = TypeVar("D", covariant=True)


class Answer(Protocol[D]):
    """What all generated answers have."""

    @property
    def code(self) -> int: ...
    @property
    def message(self) -> str: ...
    @property
    def data(self) -> D | None: ...
    @classmethod
    def model_validate_json(cls, json_data: bytes) -> Self: ...


class Api:
    def __init__(self, base: str, openapi: Path) -> None:
        self._base = base
        paths = json.loads(openapi.read_text("utf-8"))["paths"]
        self._routes = {
            operation["operationId"]: (method.upper(), path)
            for path, methods in paths.items()
            for method, operation in methods.items()
        }
        # Loopback needs no proxy.
        self._opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))

    def ask(
        self,
        operation: str,
        answer: type[Answer[D]],
        body: BaseModel | None = None,
        *,
        token: str = "",
        ids: Mapping[str, str] = {},
    ) -> D:
        """Gives the data of a good answer; any other is an ApiError."""
        method, path = self._routes[operation]
        url = self._base + re.sub(r"\{(\w+)\}", lambda name: quote(ids[name[1]], safe=""), path)
        request = urllib.request.Request(url, method=method, headers={"content-type": "application/json"})
        if token:
            request.add_header("token", token)
        if body is not None:
            # What is left out is not null.
            request.data = body.model_dump_json(exclude_unset=True).encode()
        try:
            with self._opener.open(request) as reply:
                raw = reply.read()
        except urllib.error.HTTPError as error:
            # The HTTP status says nothing that code does not say.
            raw = error.read()
        parsed = answer.model_validate_json(raw)
        if parsed.code != 200:
            raise ApiError(parsed.code, parsed.message)
        if parsed.data is None:
            raise ValueError(f"{operation}: no data")
        return parsed.data
