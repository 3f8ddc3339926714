"""Numbers for whoever watches over the server, in the format of Prometheus."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, runtime_checkable

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric

from klarsprak.pool.checks import Lane

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2.5, 5, 10, 30)


@runtime_checkable
class Watched(Protocol):
    """Workers that tell how they are."""

    def numbers(self) -> dict[str, int]:
        """*alive*, *busy*, *replaced*."""
        ...

    def waiting(self, lane: Lane) -> int:
        """Jobs that wait."""
        ...


class Metrics:
    """The requests so far, and the workers as they are, where there are any."""

    MEDIA_TYPE = CONTENT_TYPE_LATEST

    def __init__(self, checks: object) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "klarsprak_requests", "Answered requests.", ["path", "status"], registry=self._registry
        )
        self._seconds = Histogram(
            "klarsprak_request_seconds", "Time to answer.", ["path"], registry=self._registry, buckets=_SECONDS
        )
        if isinstance(checks, Watched):
            self._registry.register(_Workers(checks))

    def note(self, path: str, status: int, seconds: float) -> None:
        """Count a request."""
        self._requests.labels(path, str(status)).inc()
        self._seconds.labels(path).observe(seconds)

    def text(self) -> bytes:
        """All of it."""
        return generate_latest(self._registry)


class _Workers:
    """The workers' numbers at the time of asking."""

    def __init__(self, workers: Watched) -> None:
        self._workers = workers

    def collect(self) -> Iterable[Metric]:
        numbers = self._workers.numbers()
        yield GaugeMetricFamily("klarsprak_workers_alive", "Workers that are ready or at work.", numbers["alive"])
        yield GaugeMetricFamily("klarsprak_workers_busy", "Workers at work.", numbers["busy"])
        yield CounterMetricFamily("klarsprak_workers_replaced", "Workers that died or hung.", numbers["replaced"])
        waiting = GaugeMetricFamily("klarsprak_waiting", "Jobs that wait for a worker.", labels=["lane"])
        for lane in Lane:
            waiting.add_metric([str(lane)], self._workers.waiting(lane))
        yield waiting
