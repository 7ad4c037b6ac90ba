# GitHub's word is taken for which workflow asks. There are no long-lived keys.

resource "aws_iam_openid_connect_provider" "github" {
  url            = "https://token.actions.githubusercontent.com"
  client_id_list = ["sts.amazonaws.com"]
}

locals {
  # Exact subjects: pull requests and the main branch of this repository may plan; a job in a protected environment may
  # apply there.
  subjects = merge(
    { plan = "repo:${var.repository}:pull_request", "plan-main" = "repo:${var.repository}:ref:refs/heads/main" },
    { for environment in var.environments : "apply-${environment}" => "repo:${var.repository}:environment:${environment}" },
  )

  trust = { for role, subject in local.subjects : role => jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = aws_iam_openid_connect_provider.github.arn }
      Condition = { StringEquals = {
        "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com"
        "token.actions.githubusercontent.com:sub" = subject
      } }
    }]
  }) }
}
