"""What a worker answers to Lambda."""

from workers.lambda_events import to_come_again


def test_where_all_is_done_nothing_comes_again() -> None:
    assert to_come_again([]) == {"batchItemFailures": []}


def test_what_is_to_come_again_is_named_as_lambda_wants_it() -> None:
    named = [{"itemIdentifier": "message-1"}, {"itemIdentifier": "message-2"}]
    assert to_come_again(["message-1", "message-2"]) == {"batchItemFailures": named}
