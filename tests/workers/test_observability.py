"""Logs and counts: one JSON line each, and no dimension that grows with people or tasks."""

import json

import pytest

from workers.observability import emit_counts, logger_of


def test_counts_are_one_line_that_cloudwatch_turns_into_metrics(capsys: pytest.CaptureFixture[str]) -> None:
    emit_counts("a_worker", {"EmailsSent": 3, "EmailsFailed": 0})
    (line,) = capsys.readouterr().out.splitlines()
    written = json.loads(line)
    assert (written["EmailsSent"], written["EmailsFailed"], written["service"]) == ([3.0], [0.0], "a_worker")
    (metrics,) = written["_aws"]["CloudWatchMetrics"]
    assert (metrics["Namespace"], metrics["Dimensions"]) == ("Baton", [["service"]])
    assert {metric["Unit"] for metric in metrics["Metrics"]} == {"Count"}


def test_counts_of_one_run_do_not_run_into_the_next(capsys: pytest.CaptureFixture[str]) -> None:
    emit_counts("a_worker", {"EmailsSent": 1})
    capsys.readouterr()
    emit_counts("a_worker", {"EventsParked": 1})
    assert "EmailsSent" not in capsys.readouterr().out


def test_a_log_line_is_json_that_names_its_worker(capsys: pytest.CaptureFixture[str]) -> None:
    logger_of("a_worker_that_logs").warning("stopped", extra={"sequence_number": "7"})
    line = json.loads(capsys.readouterr().out)
    assert (line["service"], line["message"], line["level"]) == ("a_worker_that_logs", "stopped", "WARNING")
    assert line["sequence_number"] == "7"
