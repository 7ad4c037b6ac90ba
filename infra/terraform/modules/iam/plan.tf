# The two roles that plan, of pull requests and of the main branch: they read how everything is set up, and nothing that
# people wrote.

locals {
  reading = {
    amplify                   = ["GetApp", "GetBranch", "ListTagsForResource"]
    apigateway                = ["GET"]
    "application-autoscaling" = ["DescribeScalableTargets", "DescribeScalingPolicies", "ListTagsForResource"]
    budgets                   = ["ListTagsForResource", "ViewBudget"]
    cloudwatch                = ["DescribeAlarms", "GetDashboard", "ListTagsForResource"]
    "cognito-idp" = [
      "DescribeUserPool", "DescribeUserPoolClient", "GetGroup", "GetUserPoolMfaConfig", "ListTagsForResource",
    ]
    dynamodb = ["DescribeContinuousBackups", "DescribeTable", "DescribeTimeToLive", "ListTagsOfResource"]
    iam = [
      "GetRole", "GetRolePolicy", "ListAttachedRolePolicies", "ListRolePolicies", "ListRoleTags",
    ]
    kms = ["DescribeKey", "GetKeyPolicy", "GetKeyRotationStatus", "ListAliases", "ListResourceTags"]
    lambda = [
      "GetAlias", "GetEventSourceMapping", "GetFunction", "GetFunctionCodeSigningConfig", "GetPolicy", "ListTags",
      "ListVersionsByFunction",
    ]
    logs = ["DescribeLogGroups", "ListTagsForResource"]
    s3 = [
      "GetAccelerateConfiguration", "GetBucketAcl", "GetBucketCORS", "GetBucketLogging", "GetBucketObjectLockConfiguration",
      "GetBucketPolicy", "GetBucketPublicAccessBlock", "GetBucketRequestPayment", "GetBucketTagging", "GetBucketVersioning",
      "GetBucketWebsite", "GetEncryptionConfiguration", "GetLifecycleConfiguration", "GetReplicationConfiguration",
    ]
    scheduler = ["GetSchedule", "ListTagsForResource"]
    ses = [
      "GetConfigurationSet", "GetConfigurationSetEventDestinations", "ListTagsForResource",
    ]
    sns   = ["GetSubscriptionAttributes", "GetTopicAttributes", "ListTagsForResource"]
    sqs   = ["GetQueueAttributes", "ListQueueTags"]
    wafv2 = ["GetLoggingConfiguration", "GetWebACL", "GetWebACLForResource", "ListTagsForResource"]
  }
}

# Two roles alike, but that what main plans is kept for the apply: a pull request must not put a plan there.
resource "aws_iam_role" "plan" {
  for_each = toset(["plan", "plan-main"])

  name                 = "${var.name}-${each.key}"
  description          = "Of ${each.key == "plan" ? "pull requests" : "the main branch"}: reads how everything is set up."
  assume_role_policy   = local.trust[each.key]
  max_session_duration = 3600
}

resource "aws_iam_role_policy" "plan" {
  #checkov:skip=CKV_AWS_355:these actions show settings, no data, and most of them know no resources
  for_each = aws_iam_role.plan

  name = "plan"
  role = each.value.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [
        {
          Sid      = "Settings"
          Effect   = "Allow"
          Action   = flatten([for service, actions in local.reading : [for action in actions : "${service}:${action}"]])
          Resource = ["*"]
        },
        {
          Sid      = "State"
          Effect   = "Allow"
          Action   = ["s3:GetObject"]
          Resource = [for environment in var.environments : "${var.state.bucket_arn}/${environment}.tfstate"]
        },
        { Sid = "StateKey", Effect = "Allow", Action = ["kms:Decrypt"], Resource = [var.state.key_arn] },
        {
          Sid    = "Buckets"
          Effect = "Allow"
          Action = ["s3:ListBucket"]
          Resource = concat([var.state.bucket_arn], [
            for environment in var.environments : "arn:aws:s3:::${var.name}-${environment}-failures-${var.account_id}"
          ])
        },
      ],
      each.key == "plan" ? [] : [
        { Sid = "Plans", Effect = "Allow", Action = ["s3:PutObject"], Resource = ["${var.state.bucket_arn}/plans/*"] },
        { Sid = "PlansKey", Effect = "Allow", Action = ["kms:GenerateDataKey"], Resource = [var.state.key_arn] },
      ],
    )
  })
}
