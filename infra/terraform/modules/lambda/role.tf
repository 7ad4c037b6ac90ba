# The function's own role: it holds what the function needs, and no other function has it.

locals {
  own_permissions = [
    {
      actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
      resources = ["${aws_cloudwatch_log_group.this.arn}:*"]
      condition = null
    },
    {
      # X-Ray knows no resources.
      actions   = ["xray:PutTraceSegments", "xray:PutTelemetryRecords"]
      resources = ["*"]
      condition = null
    },
  ]

  key_permissions = [for arn in compact([var.signing_key_parameter]) : {
    actions   = ["ssm:GetParameter"]
    resources = [arn]
    condition = null
  }]

  permissions = concat(
    local.own_permissions, local.key_permissions, local.queue_permissions, local.stream_permissions, var.permissions
  )

  # Not the policy document's data source: a plan would show its text only after the apply.
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [for permission in local.permissions : merge(
      { Effect = "Allow", Action = permission.actions, Resource = permission.resources },
      permission.condition == null ? {} : { Condition = permission.condition },
    )]
  })
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

# Apart from the role: the sign-up trigger's policy names the user pool, which names the function.
resource "aws_iam_role_policy" "this" {
  name   = "function"
  role   = aws_iam_role.this.id
  policy = local.policy
}
