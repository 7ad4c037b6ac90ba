"""Logs and counts of a worker: JSON lines and CloudWatch's embedded metrics."""

from aws_lambda_powertools import Logger, Metrics
from aws_lambda_powertools.metrics import MetricUnit

from app.domain.events import Event

NAMESPACE = "Baton"


def logger_of(worker: str) -> Logger:
    return Logger(service=worker)


def named(event: Event) -> dict[str, object]:
    """By these an event is found in the logs of every worker, and of the request that made it."""
    return {"event_id": event.id, "request_id": event.request_id}


def emit_counts(worker: str, counts: dict[str, int]) -> None:
    """One line that CloudWatch turns into metrics. No user or task id ever becomes a dimension: each costs money."""
    metrics = Metrics(namespace=NAMESPACE, service=worker)
    for name, count in counts.items():
        metrics.add_metric(name, MetricUnit.Count, count)
    metrics.flush_metrics()
