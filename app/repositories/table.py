"""The key design of the one table; nowhere else is a key spelt.

item         PK                     SK              in these indexes
-----------  ---------------------  --------------  ----------------------------------------------------
Project      PROJECT#pid            METADATA        project-index  PROJECTS                name#pid
Task         TASK#tid               METADATA        status-index   PROJECT#pid#STATUS#st   rank#tid
                                                    project-index  PROJECT#pid#TASKS       tid
                                                    due-index      DUE#yyyy-mm-dd          tid   (open, dated)
  in the trash                      project-index  PROJECT#pid#TRASH       deletedAt#tid, and no other
Assignment   TASK#tid               ASSIGN#uid      user-tasks     USER#uid                OPEN#due#tid
                                                                                           DONE#doneAt#tid
Comment      TASK#tid               COMMENT#ulid    -
Event        TASK#tid               EVENT#ulid      project-index  PROJECT#pid#EVENTS      ulid#tid
User         USER#uid               PROFILE         project-index  USERS                   name#uid
Inbox entry  USER#uid               INBOX#eventId   user-tasks     USER#uid#UNREAD         eventId  (unread)
Delivery     EVENT#eventId          EMAIL#uid       -              (expires after 90 days)
Digest part  DIGEST#bulkId#uid      PART#eventId    -              (expires after 90 days)
Digest mail  DIGEST#bulkId#uid      EMAIL#number    -              (expires after 90 days)
Answer       IDEMPOTENCY#uid#key    RESPONSE        -              (expires after 24 hours)
Webhook      SYSTEM                 WEBHOOK         -
  its log    WEBHOOK                DELIVERY#event  -              (expires after 30 days)
Admin count  SYSTEM                 ADMINS          -
Reminders    SYSTEM                 REMINDERS       -

An assignment carries its task's card, so that "my tasks" is one query and no read per row. A status key holds
the project too: a key takes 1,000 writes a second, and the whole team's status changes must not share one.
An index key that does not apply is absent, never empty.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app.domain.status import Status

Item = dict[str, Any]
Key = dict[str, str]


@dataclass(frozen=True)
class Index:
    name: str | None  # None: the table itself
    partition: str
    sort: str


TABLE_KEYS = Index(None, "PK", "SK")
STATUS_INDEX = Index("status-index", "GSI1PK", "GSI1SK")
USER_TASKS_INDEX = Index("user-tasks-index", "GSI2PK", "GSI2SK")
PROJECT_INDEX = Index("project-index", "GSI3PK", "GSI3SK")
DUE_INDEX = Index("due-index", "GSI4PK", "GSI4SK")
INDEXES = (STATUS_INDEX, USER_TASKS_INDEX, PROJECT_INDEX, DUE_INDEX)

# What a task's item and an assignment share. The board's index projects just these: no description.
CARD_ATTRIBUTES = (
    "id",
    "projectId",
    "title",
    "status",
    "priority",
    "dueDate",
    "labels",
    "assignees",
    "rank",
    "commentCount",
    "createdBy",
    "createdAt",
    "updatedBy",
    "updatedAt",
    "completedAt",
    "version",
)

METADATA = "METADATA"
OPEN_PREFIX = "OPEN#"
DONE_PREFIX = "DONE#"
EVENT_PREFIX = "EVENT#"
COMMENT_PREFIX = "COMMENT#"
NO_DUE_DATE = "9999-12-31"
PROJECTS_PARTITION = "PROJECTS"
USERS_PARTITION = "USERS"
INBOX_PREFIX = "INBOX#"
DIGEST_PART_PREFIX = "PART#"
DIGEST_MAIL_PREFIX = "EMAIL#"
WEBHOOK_LOG_PARTITION = "WEBHOOK"
WEBHOOK_LOG_PREFIX = "DELIVERY#"
ADMIN_COUNT_KEY: Key = {"PK": "SYSTEM", "SK": "ADMINS"}
REMINDERS_KEY: Key = {"PK": "SYSTEM", "SK": "REMINDERS"}
WEBHOOK_KEY: Key = {"PK": "SYSTEM", "SK": "WEBHOOK"}


def task_key(task_id: str) -> Key:
    return {"PK": f"TASK#{task_id}", "SK": METADATA}


def assignment_key(task_id: str, user_id: str) -> Key:
    return {"PK": f"TASK#{task_id}", "SK": f"ASSIGN#{user_id}"}


def event_key(task_id: str, event_id: str) -> Key:
    return {"PK": f"TASK#{task_id}", "SK": f"{EVENT_PREFIX}{event_id}"}


def project_key(project_id: str) -> Key:
    return {"PK": f"PROJECT#{project_id}", "SK": METADATA}


def user_key(user_id: str) -> Key:
    return {"PK": f"USER#{user_id}", "SK": "PROFILE"}


def comment_key(task_id: str, comment_id: str) -> Key:
    return {"PK": f"TASK#{task_id}", "SK": f"{COMMENT_PREFIX}{comment_id}"}


def delivery_key(event_id: str, user_id: str) -> Key:
    return {"PK": f"EVENT#{event_id}", "SK": f"EMAIL#{user_id}"}


def digest_part_key(bulk_id: str, user_id: str, event_id: str) -> Key:
    return {"PK": digest_partition(bulk_id, user_id), "SK": f"{DIGEST_PART_PREFIX}{event_id}"}


def digest_mail_key(bulk_id: str, user_id: str, number: int) -> Key:
    """Numbers sort as text."""
    return {"PK": digest_partition(bulk_id, user_id), "SK": f"{DIGEST_MAIL_PREFIX}{number:04}"}


def digest_partition(bulk_id: str, user_id: str) -> str:
    return f"DIGEST#{bulk_id}#{user_id}"


def inbox_key(user_id: str, entry_id: str) -> Key:
    return {"PK": f"USER#{user_id}", "SK": f"{INBOX_PREFIX}{entry_id}"}


def unread_partition(user_id: str) -> str:
    return f"USER#{user_id}#UNREAD"


def webhook_delivery_key(event_id: str) -> Key:
    return {"PK": WEBHOOK_LOG_PARTITION, "SK": f"{WEBHOOK_LOG_PREFIX}{event_id}"}


def answer_key(user_id: str, key: str) -> Key:
    return {"PK": f"IDEMPOTENCY#{user_id}#{key}", "SK": "RESPONSE"}


def column_partition(project_id: str, status: Status) -> str:
    return f"PROJECT#{project_id}#STATUS#{status}"


def column_position(rank: str, task_id: str) -> str:
    return f"{rank}#{task_id}"


def project_tasks_partition(project_id: str) -> str:
    return f"PROJECT#{project_id}#TASKS"


def project_events_partition(project_id: str) -> str:
    return f"PROJECT#{project_id}#EVENTS"


def event_position(event_id: str, task_id: str) -> str:
    return f"{event_id}#{task_id}"


def event_key_at(position: str) -> Key:
    event_id, _, task_id = position.partition("#")
    return event_key(task_id, event_id)


def trash_partition(project_id: str) -> str:
    return f"PROJECT#{project_id}#TRASH"


def trash_position(deleted_at: datetime, task_id: str) -> str:
    return f"{timestamp(deleted_at)}#{task_id}"


def due_partition(due_date: date) -> str:
    return f"DUE#{due_date.isoformat()}"


def user_tasks_partition(user_id: str) -> str:
    return f"USER#{user_id}"


def open_position(due_date: date | None, task_id: str) -> str:
    return f"{OPEN_PREFIX}{due_date.isoformat() if due_date else NO_DUE_DATE}#{task_id}"


def done_position(done_at: datetime, task_id: str) -> str:
    return f"{DONE_PREFIX}{timestamp(done_at)}#{task_id}"


def directory_position(name: str, item_id: str) -> str:
    return f"{name.lower()}#{item_id}"


def id_at(position: str) -> str:
    """The id that every position ends with."""
    return position.rsplit("#", 1)[-1]


def timestamp(moment: datetime) -> str:
    """UTC with milliseconds and a Z: fixed in length, so text order is time order."""
    return f"{moment.replace(tzinfo=None).isoformat(timespec='milliseconds')}Z"
