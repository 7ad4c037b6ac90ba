# The function's own role: it holds what the function needs, and no other function has it.

locals {
  start_permissions = concat(
    [
      { actions = ["logs:CreateLogStream", "logs:PutLogEvents"], resources = ["${aws_cloudwatch_log_group.this.arn}:*"] },
      # X-Ray knows no resources.
      { actions = ["xray:PutTraceSegments", "xray:PutTelemetryRecords"], resources = ["*"] },
    ],
    [for arn in compact([var.signing_key_parameter]) : { actions = ["ssm:GetParameter"], resources = [arn] }],
  )

  work_permissions = concat(local.queue_permissions, local.stream_permissions, var.permissions)
}

resource "aws_iam_role" "this" {
  name        = var.name
  description = "Of the function ${var.name}, and of nothing else."

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

# What a function needs to start. It waits for this: with snapshots, publishing a version starts it at once.
# Neither policy is the policy document's data source: a plan would show its text only after the apply.
resource "aws_iam_role_policy" "start" {
  name = "start"
  role = aws_iam_role.this.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [for permission in local.start_permissions : {
      Effect = "Allow", Action = permission.actions, Resource = permission.resources
    }]
  })
}

# What it needs to work. It cannot wait for this: the sign-up trigger's policy names the user pool, which names the
# function.
resource "aws_iam_role_policy" "work" {
  name = "work"
  role = aws_iam_role.this.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [for permission in local.work_permissions : merge(
      { Effect = "Allow", Action = permission.actions, Resource = permission.resources },
      permission.condition == null ? {} : { Condition = permission.condition },
    )]
  })
}
