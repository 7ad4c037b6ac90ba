# What somebody is told about.

mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name             = "baton-dev"
  account_id       = "123456789012"
  region           = "eu-central-1"
  key_arn          = "arn:aws:kms:eu-central-1:123456789012:key/key"
  email            = "admin@example.com"
  monthly_budget   = 10
  api              = { name = "baton-dev", stage = "live" }
  table            = { name = "baton-dev", indexes = ["due-index"] }
  set_aside_queues = ["baton-dev-send-emails-dead-letters", "baton-dev-parking"]
  functions = {
    api            = { name = "baton-dev-api", timeout = 15 }
    publish_events = { name = "baton-dev-publish-events", timeout = 60, stream_mapping_id = "mapping", has_stream = true }
  }
}

run "refuses_to_tell_nobody_and_to_spend_nothing" {
  command = plan
  variables {
    email          = "admin"
    monthly_budget = 0
  }
  expect_failures = [var.email, var.monthly_budget]
}

run "tells_of_everything_that_matters" {
  assert {
    condition = toset(keys(aws_cloudwatch_metric_alarm.this)) == toset([
      "api-5xx", "api-p99", "api-throttles", "api-errors", "api-slow",
      "publish_events-errors", "publish_events-slow",
      "publish_events-iterator-age", "publish_events-given-up",
      "send-emails-dead-letters-filled", "parking-filled",
      "mail-bouncerate", "mail-complaintrate",
      "sign-ups-unfinished", "events-parked",
    ])
    error_message = "One for each thing that can go wrong."
  }

  assert {
    condition = alltrue([for key in ["publish_events-given-up", "events-parked"] :
      strcontains(aws_cloudwatch_metric_alarm.this[key].alarm_description, ".venv/bin/python -m workers.replay ")
    ])
    error_message = "A command can be copied as it stands."
  }

  assert {
    condition = alltrue([for alarm in aws_cloudwatch_metric_alarm.this :
      alarm.alarm_actions == toset([aws_sns_topic.alarms.arn]) && length(alarm.alarm_description) > 10
    ])
    error_message = "Each is heard of, and says why it matters."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.this["api-p99"].extended_statistic == "p99" && aws_cloudwatch_metric_alarm.this["api-p99"].statistic == null
    error_message = "The slowest hundredth."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.this["api-slow"].threshold == 12000
    error_message = "80 % of 15 seconds."
  }

  assert {
    condition = (
      aws_cloudwatch_metric_alarm.this["mail-bouncerate"].threshold == 0.02 &&
      aws_cloudwatch_metric_alarm.this["mail-complaintrate"].threshold == 0.0005
    )
    error_message = "Before SES acts."
  }
}

run "hears_of_what_the_table_or_an_index_holds_back" {
  assert {
    condition = { for alarm in aws_cloudwatch_metric_alarm.throttled : alarm.alarm_name => {
      for query in alarm.metric_query : query.metric[0].metric_name => query.metric[0].dimensions if length(query.metric) > 0
      } } == {
      "baton-dev-table-throttles" = {
        ReadThrottleEvents  = tomap({ TableName = "baton-dev" })
        WriteThrottleEvents = tomap({ TableName = "baton-dev" })
      }
      "baton-dev-due-index-throttles" = {
        ReadThrottleEvents  = tomap({ TableName = "baton-dev", GlobalSecondaryIndexName = "due-index" })
        WriteThrottleEvents = tomap({ TableName = "baton-dev", GlobalSecondaryIndexName = "due-index" })
      }
    }
    error_message = "By the dimensions that DynamoDB counts by; others never have a figure."
  }

  assert {
    condition = alltrue([for alarm in aws_cloudwatch_metric_alarm.throttled :
      alarm.alarm_actions == toset([aws_sns_topic.alarms.arn]) &&
      one([for query in alarm.metric_query : query.expression if query.return_data == true]) == "SUM(FILL(METRICS(), 0))"
    ])
    error_message = "The sum of both is heard of, and falls silent again."
  }
}

run "counts_the_money_before_it_is_spent" {
  assert {
    condition = (
      aws_budgets_budget.this.limit_amount == "10" &&
      toset(aws_budgets_budget.this.notification[*].notification_type) == toset(["ACTUAL", "FORECASTED"])
    )
    error_message = "What is spent, and what will be."
  }
}

run "shows_it_on_one_page" {
  assert {
    condition     = length(jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets) == 8
    error_message = "Requests, functions, events, mails, what was set aside, the table."
  }
}

run "encrypts_the_topic_of_alarms" {
  assert {
    condition     = aws_sns_topic.alarms.kms_master_key_id == var.key_arn && aws_sns_topic_subscription.email.endpoint == "admin@example.com"
    error_message = "And tells the right person."
  }
}
