"""The story through API Gateway and Lambda: each part of it needs a function's role to allow what the function does."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import boto3
import httpx
import pytest
from botocore.exceptions import ClientError

from tests.deployed.place import NAME, Place
from tests.e2e.person import Person
from tests.e2e.waiting import wait_until

PAGE = "https://baton.example.com"


class Story:
    """Its parts go in order: each finds what those before have left."""

    def __init__(self, place: Place, say: Callable[[str], object]) -> None:
        self.place = place
        self.say = say
        self.title = f"Task {uuid4().hex}"

    def tell(self) -> None:
        self.the_gateway_lets_in_only_who_may()
        self.people_sign_up()
        self.a_task_is_assigned_and_done()
        self.everybody_is_told()
        self.an_admin_runs_the_team()
        self.reminders_are_made()
        self.what_is_removed_leaves_nothing()
        self.what_cannot_be_read_is_parked()

    def the_gateway_lets_in_only_who_may(self) -> None:
        for path, status in (("/api/v1/health", 200), ("/openapi.json", 200), ("/api/v1/tasks", 401)):
            answer = httpx.get(f"{self.place.api}{path}", headers={"Origin": PAGE}, timeout=30)
            assert answer.status_code == status, f"{path} answered {answer.status_code}: {answer.text}"
            assert answer.headers["Access-Control-Allow-Origin"] == PAGE, path
        asked = {"Origin": PAGE, "Access-Control-Request-Method": "PATCH"}
        preflight = httpx.options(f"{self.place.api}/api/v1/tasks", headers=asked)
        assert preflight.headers["Access-Control-Allow-Origin"] == PAGE
        self.say("health and documents answer 200, tasks 401, to the page's origin alone")

    def people_sign_up(self) -> None:
        with pytest.raises(ClientError, match=r"UserLambdaValidationException.*example\.com"):
            self.place.sign_up("eve@elsewhere.org", "Eve")
        self.say("a sign-up from another domain is refused")
        self.admin = self.place.newcomer("admin@example.com", "Ada Admin")
        assert self._profile(self.admin) == ("Ada Admin", "ADMIN")
        self.member = self.place.newcomer("member@example.com", "Max Member")
        assert self._profile(self.member) == ("Max Member", "MEMBER")
        self.say("the first admin and a member signed up, confirmed by the code of the mail, signed in by SRP")

    def a_task_is_assigned_and_done(self) -> None:
        task = self.task = self.admin.create_task(self.title)
        with pytest.raises(httpx.HTTPStatusError, match="403"):
            self.member.create_task(self.title)
        self.admin.ask("POST", f"/tasks/{task['id']}/assignments", {"userIds": [self.member.id]})
        self.member.change_status(task["id"], "IN_PROGRESS")
        self.member.ask("POST", f"/tasks/{task['id']}/comments", {"text": "The cells are charged."})
        assert self.admin.ask("GET", f"/tasks/{task['id']}")["assigneeIds"] == [self.member.id]
        lists = [(self.member, "/tasks"), (self.admin, "/tasks?status=IN_PROGRESS"), (self.admin, "/tasks")]
        for person, path in lists:
            titles = [row["title"] for row in person.ask("GET", path)["items"]]
            assert titles == [self.title], f"{path} gave {titles}"
        assert len(self.admin.ask("GET", f"/tasks/{task['id']}/events")["items"]) == 4
        self.say("a task is created, assigned, moved by its member, commented, and in every list")

    def everybody_is_told(self) -> None:
        mail = self.place.wait_for_mail(self.member.email, f"assigned you to {self.title}")
        assert f"{PAGE}/tasks/{self.task['id']}" in mail["BodyText"].split()
        self.place.wait_for_mail(self.admin.email, f"{self.title} is in progress now")
        self.place.wait_for_mail(self.admin.email, "The cells are charged.")
        wait_until(lambda: self._inbox(self.member) >= 1, "an entry in the member's inbox")
        assert self.place.mail(self.member.email, "is in progress now") is None
        self.say("member and admin are mailed about it, nobody about what they did, and the inbox has it")

    def an_admin_runs_the_team(self) -> None:
        other = self.place.newcomer("other@example.com", "Otto Other")
        self.admin.ask("PUT", f"/users/{other.id}/role", {"role": "ADMIN"})
        self.admin.ask("PUT", f"/users/{other.id}/role", {"role": "MEMBER"})
        self.admin.ask("POST", f"/users/{other.id}/deactivate")
        self.admin.ask("POST", f"/users/{other.id}/reactivate")
        self.admin.ask("PUT", "/webhook", {"url": "https://hooks.example.com/baton"})
        self.admin.ask("DELETE", "/webhook")
        self.say("an admin changes a role, and deactivates and reactivates somebody")

    def reminders_are_made(self) -> None:
        now = datetime.now(UTC)
        title = f"Due {uuid4().hex}"
        task = self.admin.create_task(title, dueDate=now.date().isoformat())
        change = {"addAssigneeIds": [self.member.id]}
        answer = self.admin.ask("POST", "/tasks/bulk", {"taskIds": [task["id"]], "change": change})
        assert answer["results"][0]["ok"], answer
        at = f"{(now + timedelta(days=1)).date()}T08:00:00Z"
        made = self.place.invoke("remind", {"time": at})
        assert made.get("overdue") == 1, made
        self.place.wait_for_mail(self.member.email, "overdue")
        self.say("a reminder is made when the clock says so, and comes in the mail that gathers them")

    def what_is_removed_leaves_nothing(self) -> None:
        """As when its time in the trash is over, for which DynamoDB takes its time."""
        table, partition = boto3.client("dynamodb"), {"S": f"TASK#{self.task['id']}"}
        table.delete_item(TableName=NAME, Key={"PK": partition, "SK": {"S": "METADATA"}})

        def is_gone() -> bool:
            found = table.query(
                TableName=NAME, KeyConditionExpression="PK = :task", ExpressionAttributeValues={":task": partition}
            )
            return found["Count"] == 0

        wait_until(is_gone, "a removed task's comments and history are gone", seconds=60)
        self.say("a task that is removed takes its comments and its history along")

    def what_cannot_be_read_is_parked(self) -> None:
        item: Any = {"PK": {"S": "TASK#poison"}, "SK": {"S": "EVENT#poison"}, "schema": {"N": "99"}}
        boto3.client("dynamodb").put_item(TableName=NAME, Item=item)
        sqs = boto3.client("sqs")
        url = sqs.get_queue_url(QueueName=f"{NAME}-parking")["QueueUrl"]
        wait_until(lambda: sqs.receive_message(QueueUrl=url).get("Messages"), "the record is parked", seconds=60)
        self.say("a record that cannot be read is parked")

    @staticmethod
    def _profile(person: Person) -> tuple[str, str]:
        profile = person.ask("GET", "/users/me")
        return profile["name"], profile["role"]

    @staticmethod
    def _inbox(person: Person) -> int:
        count: int = person.ask("GET", "/inbox/unread-count")["count"]
        return count
