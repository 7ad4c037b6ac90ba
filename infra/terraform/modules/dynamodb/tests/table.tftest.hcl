# The table: its keys are compared with the code's by tests/infra/terraform.

mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name    = "baton-dev"
  key_arn = "arn:aws:kms:eu-central-1:123456789012:key/key"
}

run "refuses_capacity_that_is_none" {
  command = plan
  variables {
    provisioned   = { read = { least = 5, most = 2 }, write = { least = 0, most = 1 } }
    recovery_days = 36
  }
  expect_failures = [var.provisioned, var.recovery_days]
}

run "is_paid_per_request_protected_and_restorable" {
  assert {
    condition     = aws_dynamodb_table.this.billing_mode == "PAY_PER_REQUEST" && length(aws_appautoscaling_target.this) == 0
    error_message = "On demand unless a variable says otherwise."
  }

  assert {
    condition     = aws_dynamodb_table.this.deletion_protection_enabled
    error_message = "Nobody deletes it by mistake."
  }

  assert {
    condition = (
      aws_dynamodb_table.this.point_in_time_recovery[0].enabled &&
      aws_dynamodb_table.this.point_in_time_recovery[0].recovery_period_in_days == 35
    )
    error_message = "It can be restored."
  }

  assert {
    condition     = one(aws_dynamodb_table.this.server_side_encryption).kms_key_arn == var.key_arn
    error_message = "It is encrypted with the team's key."
  }

  assert {
    condition     = one(aws_dynamodb_table.this.ttl).attribute_name == "expiresAt" && one(aws_dynamodb_table.this.ttl).enabled
    error_message = "What has expired goes."
  }
}

run "scales_the_table_and_each_index_where_capacity_is_provisioned" {
  variables {
    provisioned = { read = { least = 5, most = 50 }, write = { least = 2, most = 20 } }
  }

  assert {
    condition     = aws_dynamodb_table.this.billing_mode == "PROVISIONED" && aws_dynamodb_table.this.read_capacity == 5
    error_message = "Provisioned, from the least."
  }

  assert {
    condition     = length(aws_appautoscaling_policy.this) == 10
    error_message = "The table and four indexes, reading and writing."
  }

  assert {
    condition = (
      aws_appautoscaling_target.this["due-index-Write"].resource_id == "table/baton-dev/index/due-index" &&
      aws_appautoscaling_target.this["due-index-Write"].scalable_dimension == "dynamodb:index:WriteCapacityUnits" &&
      aws_appautoscaling_target.this["due-index-Write"].max_capacity == 20
    )
    error_message = "An index scales by itself."
  }
}
