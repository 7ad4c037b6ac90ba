# A function: refusals first, then how it runs, and what feeds it.

mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name                 = "baton-dev-worker"
  description          = "Works."
  module               = "workers.worker"
  package              = "./versions.tf" # any file stands in for a zip
  reserved_concurrency = -1
  key_arn              = "arn:aws:kms:eu-central-1:123456789012:key/key"
  log_retention_days   = 30
  permissions          = [{ actions = ["dynamodb:GetItem"], resources = ["arn:aws:dynamodb:eu-central-1:123456789012:table/table"] }]
}

run "refuses_wildcard_actions" {
  command = plan
  variables {
    permissions = [{ actions = ["dynamodb:*"], resources = ["arn:aws:dynamodb:eu-central-1:123456789012:table/table"] }]
  }
  expect_failures = [var.permissions]
}

run "refuses_scans" {
  command = plan
  variables {
    permissions = [{ actions = ["dynamodb:Scan"], resources = ["arn:aws:dynamodb:eu-central-1:123456789012:table/table"] }]
  }
  expect_failures = [var.permissions]
}

run "refuses_to_stop_a_function_by_its_concurrency" {
  command = plan
  variables {
    reserved_concurrency = 0
  }
  expect_failures = [var.reserved_concurrency]
}

run "refuses_other_machines_names_and_times_and_to_do_nothing" {
  command = plan
  variables {
    name         = "Baton_Worker"
    architecture = "sparc"
    timeout      = 901
    memory       = 64
    permissions  = []
  }
  expect_failures = [var.name, var.architecture, var.timeout, var.memory, var.permissions]
}

run "runs_on_the_right_python" {
  assert {
    condition = (
      aws_lambda_function.this.runtime == "python3.13" &&
      aws_lambda_function.this.architectures == tolist(["arm64"]) &&
      aws_lambda_function.this.handler == "workers.worker.handler" &&
      aws_lambda_function.this.publish
    )
    error_message = "Python 3.13 on arm64, by its own handler, in versions."
  }

  assert {
    condition     = aws_lambda_function.this.tracing_config[0].mode == "Active"
    error_message = "Every function is traced."
  }

  assert {
    condition = (
      aws_lambda_function.this.logging_config[0].log_format == "JSON" &&
      aws_lambda_function.this.logging_config[0].log_group == aws_cloudwatch_log_group.this.name &&
      aws_cloudwatch_log_group.this.retention_in_days == 30 &&
      aws_cloudwatch_log_group.this.kms_key_id == var.key_arn
    )
    error_message = "Logs are JSON, in the function's own group, encrypted, and not kept for ever."
  }

  assert {
    condition     = aws_lambda_function.this.kms_key_arn == var.key_arn
    error_message = "The environment is encrypted."
  }

  assert {
    condition     = length(aws_lambda_function.this.snap_start) == 0
    error_message = "Snapshots are a variable."
  }

  assert {
    condition     = aws_lambda_alias.moved_by_apply[0].function_version == "1" && length(aws_lambda_alias.moved_by_release) == 0
    error_message = "An apply moves the alias."
  }
}

run "has_a_role_of_its_own_with_its_permissions_and_no_more" {
  variables {
    permissions = [{
      actions   = ["ses:SendEmail"]
      resources = ["arn:aws:ses:eu-central-1:123456789012:identity/example.com"]
      condition = { StringEquals = { "ses:FromAddress" = "baton@example.com" } }
    }]
  }

  assert {
    condition     = aws_iam_role.this.name == var.name && aws_lambda_function.this.role == aws_iam_role.this.arn
    error_message = "The role bears the function's name."
  }

  assert {
    condition = (
      flatten(jsondecode(aws_iam_role_policy.start.policy).Statement[*].Action) ==
      ["logs:CreateLogStream", "logs:PutLogEvents", "xray:PutTraceSegments", "xray:PutTelemetryRecords"] &&
      flatten(jsondecode(aws_iam_role_policy.work.policy).Statement[*].Action) == ["ses:SendEmail"]
    )
    error_message = "To start: logs and traces. To work: what it was given."
  }

  assert {
    condition     = jsondecode(aws_iam_role_policy.work.policy).Statement[0].Condition.StringEquals["ses:FromAddress"] == "baton@example.com"
    error_message = "A permission keeps its condition."
  }
}

run "fetches_the_signing_key_by_its_name" {
  variables {
    signing_key_parameter = "arn:aws:ssm:eu-central-1:123456789012:parameter/baton-dev/signing-key"
  }

  assert {
    condition = (
      aws_lambda_function.this.handler == "entry.handler" &&
      aws_lambda_function.this.environment[0].variables == tomap({
        SIGNING_KEY_PARAMETER = "/baton-dev/signing-key"
        FUNCTION_MODULE       = "workers.worker"
      })
    )
    error_message = "The environment names the parameter and holds no key."
  }

  assert {
    condition = contains(jsondecode(aws_iam_role_policy.start.policy).Statement, {
      Effect = "Allow", Action = ["ssm:GetParameter"], Resource = [var.signing_key_parameter]
    })
    error_message = "It may read this parameter and no other."
  }
}

run "starts_from_a_snapshot_and_leaves_its_alias_to_a_release" {
  variables {
    snap_start           = true
    canary               = true
    reserved_concurrency = 7
  }

  assert {
    condition     = aws_lambda_function.this.snap_start[0].apply_on == "PublishedVersions"
    error_message = "Snapshots are of versions."
  }

  assert {
    condition     = aws_lambda_alias.moved_by_release[0].name == "live" && length(aws_lambda_alias.moved_by_apply) == 0
    error_message = "A release moves the alias."
  }

  assert {
    condition     = aws_lambda_function.this.reserved_concurrent_executions == 7
    error_message = "Its concurrency is its own."
  }
}

run "takes_messages_from_a_queue" {
  variables {
    queue = { arn = "arn:aws:sqs:eu-central-1:123456789012:queue" }
  }

  assert {
    condition = (
      aws_lambda_event_source_mapping.queue[0].function_name == output.alias_arn &&
      aws_lambda_event_source_mapping.queue[0].function_response_types == toset(["ReportBatchItemFailures"]) &&
      aws_lambda_event_source_mapping.queue[0].scaling_config[0].maximum_concurrency == 5
    )
    error_message = "Batches in parts, through the alias, a few at once."
  }

  assert {
    condition = contains(jsondecode(aws_iam_role_policy.work.policy).Statement, {
      Effect   = "Allow", Action = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"],
      Resource = ["arn:aws:sqs:eu-central-1:123456789012:queue"]
    })
    error_message = "It may read its own queue."
  }
}

run "takes_records_from_the_stream" {
  variables {
    stream = {
      arn                = "arn:aws:dynamodb:eu-central-1:123456789012:table/table/stream/2026-01-01T00:00:00.000"
      filter             = jsonencode({ eventName = ["INSERT"] })
      failure_bucket_arn = "arn:aws:s3:::bucket"
    }
  }

  assert {
    condition = (
      aws_lambda_event_source_mapping.stream[0].starting_position == "TRIM_HORIZON" &&
      aws_lambda_event_source_mapping.stream[0].batch_size == 25 &&
      aws_lambda_event_source_mapping.stream[0].maximum_batching_window_in_seconds == 1 &&
      aws_lambda_event_source_mapping.stream[0].parallelization_factor == 2 &&
      aws_lambda_event_source_mapping.stream[0].bisect_batch_on_function_error &&
      aws_lambda_event_source_mapping.stream[0].maximum_retry_attempts == 5 &&
      aws_lambda_event_source_mapping.stream[0].maximum_record_age_in_seconds == 21600 &&
      aws_lambda_event_source_mapping.stream[0].function_response_types == toset(["ReportBatchItemFailures"])
    )
    error_message = "As events.md has it."
  }

  assert {
    condition     = aws_lambda_event_source_mapping.stream[0].destination_config[0].on_failure[0].destination_arn == "arn:aws:s3:::bucket"
    error_message = "What is given up goes to the bucket."
  }

  assert {
    condition     = aws_lambda_event_source_mapping.stream[0].metrics_config[0].metrics == toset(["EventCount"])
    error_message = "The alarm on the bucket needs these."
  }
}

run "is_woken_by_the_clock" {
  variables {
    schedule = { expression = "rate(1 hour)", dead_letters_arn = "arn:aws:sqs:eu-central-1:123456789012:aside" }
  }

  assert {
    condition = (
      aws_scheduler_schedule.this[0].schedule_expression == "rate(1 hour)" &&
      aws_scheduler_schedule.this[0].target[0].dead_letter_config[0].arn == "arn:aws:sqs:eu-central-1:123456789012:aside" &&
      aws_scheduler_schedule.this[0].target[0].arn == output.alias_arn
    )
    error_message = "Hourly, through the alias, with a place for calls that could not be made."
  }

  assert {
    condition     = aws_scheduler_schedule.this[0].target[0].input == "{\"time\": \"<aws.scheduler.scheduled-time>\"}"
    error_message = "The scheduler replaces its word only where it stands as it is."
  }
}
