# The role of each environment's deployments. It makes roles, so in effect it may do all that its account may: give Baton
# an account of its own, and the environment reviewers.

locals {
  # Services whose names can be told from others', and those whose ids cannot.
  named_services = {
    cloudwatch = ["alarm:%s-*"]
    dynamodb   = ["table/%[1]s", "table/%[1]s/*", "table/%[1]s-*"] # the last: one that was restored
    iam        = ["role/%s-*"]
    lambda     = ["function:%s-*"]
    logs       = ["log-group:/aws/lambda/%s-*", "log-group:/aws/api-gateway/%s*", "log-group:aws-waf-logs-%s*"]
    scheduler  = ["schedule/default/%s-*"]
    ses        = ["configuration-set/%s"]
    sns        = ["%s-*"]
    sqs        = ["%s-*"]
  }

  unnamed_actions = [
    "amplify:*", "apigateway:*", "application-autoscaling:*", "budgets:*", "cloudwatch:*Dashboard*",
    "cloudwatch:DescribeAlarms", "cloudwatch:ListTagsForResource", "cognito-idp:*UserPool*",
    "cognito-idp:CreateGroup", "cognito-idp:DeleteGroup", "cognito-idp:GetGroup", "cognito-idp:UpdateGroup",
    "cognito-idp:*TagResource", "cognito-idp:ListTagsForResource", "kms:CreateKey", "kms:*Alias*", "kms:DescribeKey",
    "kms:EnableKeyRotation", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:List*", "kms:PutKeyPolicy",
    "kms:ScheduleKeyDeletion", "kms:TagResource", "kms:UpdateKeyDescription", "kms:CreateGrant", "kms:Decrypt",
    "kms:GenerateDataKey", "lambda:*EventSourceMapping*", "lambda:ListTags", "logs:DescribeLogGroups",
    "logs:*LogDelivery*", "logs:*ResourcePolic*", "ses:ListTagsForResource",
    "sns:GetSubscriptionAttributes", "sns:SetSubscriptionAttributes", "sns:Unsubscribe", "wafv2:*",
  ]

  # Services that work by a role of their own, which AWS makes for whoever first asks: Cognito's mails, an API in the
  # account, provisioned capacity.
  service_roles = [
    "dynamodb.application-autoscaling.amazonaws.com", "email.cognito-idp.amazonaws.com", "ops.apigateway.amazonaws.com",
  ]

  statements = { for environment in var.environments : environment => concat(
    [for service, patterns in local.named_services : {
      Effect = "Allow"
      Action = ["${service}:*"]
      Resource = [for pattern in patterns :
        "arn:aws:${service}:${service == "iam" ? "" : "*"}:${var.account_id}:${format(pattern, "${var.name}-${environment}")}"
      ]
    }],
    [
      { Effect = "Allow", Action = ["s3:*"], Resource = ["arn:aws:s3:::${var.name}-${environment}-*"] },
      { Effect = "Allow", Action = local.unnamed_actions, Resource = ["*"] },
      {
        # A mapping is made with its tags.
        Effect   = "Allow"
        Action   = ["lambda:TagResource", "lambda:UntagResource"]
        Resource = ["arn:aws:lambda:*:${var.account_id}:event-source-mapping:*"]
      },
      {
        # The gateway's own log is named by the API's id.
        Effect   = "Allow"
        Action   = ["logs:*"]
        Resource = ["arn:aws:logs:*:${var.account_id}:log-group:API-Gateway-Execution-Logs_*"]
      },
      {
        Effect    = "Allow"
        Action    = ["iam:CreateServiceLinkedRole"]
        Resource  = ["arn:aws:iam::${var.account_id}:role/aws-service-role/*"]
        Condition = { StringEquals = { "iam:AWSServiceName" = local.service_roles } }
      },
      {
        # Its state, and the lock beside it.
        Effect   = "Allow"
        Action   = ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"]
        Resource = [for suffix in ["tfstate", "tfstate.tflock"] : "${var.state.bucket_arn}/${environment}.${suffix}"]
      },
      { Effect = "Allow", Action = ["s3:ListBucket"], Resource = [var.state.bucket_arn] },
      { Effect = "Allow", Action = ["s3:GetObject"], Resource = ["${var.state.bucket_arn}/plans/${environment}/*"] },
    ],
  ) }
}

resource "aws_iam_role" "apply" {
  for_each = var.environments

  name                 = "${var.name}-apply-${each.key}"
  description          = "Of deployments to ${each.key}."
  assume_role_policy   = local.trust["apply-${each.key}"]
  max_session_duration = 3600
}

resource "aws_iam_role_policy" "apply" {
  #checkov:skip=CKV_AWS_286:whoever deploys functions makes their roles
  #checkov:skip=CKV_AWS_287:no action here gives out long-lived keys; it deploys to an account of its own
  #checkov:skip=CKV_AWS_288:whoever deploys the table can read it
  #checkov:skip=CKV_AWS_289:whoever deploys functions makes their roles
  #checkov:skip=CKV_AWS_290:services whose ids Terraform cannot foretell
  #checkov:skip=CKV_AWS_355:services whose ids Terraform cannot foretell
  for_each = var.environments

  name   = "apply"
  role   = aws_iam_role.apply[each.key].id
  policy = jsonencode({ Version = "2012-10-17", Statement = local.statements[each.key] })
}
