"""The page on a real server, in a thread of the test's own process."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import uvicorn
from starlette.applications import Starlette
from starlette.routing import BaseRoute

from klarsprak.live.checking import LiveChecker
from klarsprak.server.api.routes import routes as api_routes
from klarsprak.server.checks import InThread
from klarsprak.server.page.routes import routes as page_routes
from klarsprak.server.settings import ServerSettings


@contextmanager
def running(checker: LiveChecker, more: Sequence[BaseRoute] = ()) -> Iterator[str]:
    """The server's address while it runs, with more than the API and the page where that is asked for."""
    app = Starlette(routes=[*api_routes(), *page_routes(), *more])
    app.state.checks = InThread(checker)
    app.state.settings = ServerSettings()
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.05)
    (socket,) = server.servers[0].sockets
    yield f"http://127.0.0.1:{socket.getsockname()[1]}"
    server.should_exit = True
    thread.join()
