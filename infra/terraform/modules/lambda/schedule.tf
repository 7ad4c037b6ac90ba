# The clock. The function is told what time it was meant for, however late it is called.

resource "aws_scheduler_schedule" "this" {
  count = var.schedule == null ? 0 : 1

  name                = var.name
  description         = var.description
  schedule_expression = var.schedule.expression
  kms_key_arn         = var.key_arn

  flexible_time_window {
    mode                      = "FLEXIBLE"
    maximum_window_in_minutes = 5
  }

  target {
    arn      = local.alias.arn
    role_arn = aws_iam_role.schedule[0].arn
    # Not jsonencode: it writes < as an escape, and the scheduler would not know its own word.
    input = "{\"time\": \"<aws.scheduler.scheduled-time>\"}"

    retry_policy {
      maximum_event_age_in_seconds = 3600
      maximum_retry_attempts       = 5
    }

    dead_letter_config {
      arn = var.schedule.dead_letters_arn
    }
  }
}

resource "aws_iam_role" "schedule" {
  count = var.schedule == null ? 0 : 1

  name        = "${var.name}-schedule"
  description = "Of the clock that calls ${var.name}."

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "scheduler.amazonaws.com" }
      Condition = { StringEquals = { "aws:SourceAccount" = split(":", aws_lambda_function.this.arn)[4] } }
    }]
  })
}

resource "aws_iam_role_policy" "schedule" {
  count = var.schedule == null ? 0 : 1

  name = "schedule"
  role = aws_iam_role.schedule[0].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "lambda:InvokeFunction", Resource = local.alias.arn },
      { Effect = "Allow", Action = "sqs:SendMessage", Resource = var.schedule.dead_letters_arn },
      # Its target and its dead letters are encrypted.
      { Effect = "Allow", Action = ["kms:Decrypt", "kms:GenerateDataKey"], Resource = var.key_arn },
    ]
  })
}
