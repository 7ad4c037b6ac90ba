# The roles of the workflows: who may take which.

mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name         = "baton"
  account_id   = "123456789012"
  repository   = "example/baton"
  environments = ["dev", "prod"]
  state        = { bucket_arn = "arn:aws:s3:::state", key_arn = "arn:aws:kms:eu-central-1:123456789012:key/key" }
}

run "refuses_more_than_one_repository" {
  command = plan
  variables {
    repository = "example/*"
  }
  expect_failures = [var.repository]
}

run "lets_pull_requests_plan_and_environments_apply" {
  assert {
    condition = (
      jsondecode(aws_iam_role.plan["plan"].assume_role_policy).Statement[0].Condition.StringEquals["token.actions.githubusercontent.com:sub"]
      == "repo:example/baton:pull_request"
    )
    error_message = "Pull requests of this repository."
  }

  assert {
    condition = alltrue([for environment in ["dev", "prod"] :
      jsondecode(aws_iam_role.apply[environment].assume_role_policy).Statement[0].Condition.StringEquals ==
      {
        "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com"
        "token.actions.githubusercontent.com:sub" = "repo:example/baton:environment:${environment}"
      }
    ])
    error_message = "Each environment by its exact name."
  }
}

run "lets_pull_requests_read_settings_and_no_data" {
  assert {
    condition = length(setintersection(
      flatten(jsondecode(aws_iam_role_policy.plan["plan"].policy).Statement[*].Action),
      ["dynamodb:GetItem", "dynamodb:Query", "dynamodb:Scan", "ssm:GetParameter", "sqs:ReceiveMessage", "logs:GetLogEvents",
      "cognito-idp:ListUsers"],
    )) == 0
    error_message = "Nothing that people wrote, and no secret."
  }

  assert {
    condition     = !strcontains(jsonencode(flatten(jsondecode(aws_iam_role_policy.plan["plan"].policy).Statement[*].Action)), "*")
    error_message = "Every action is named."
  }
}

run "keeps_plans_of_the_main_branch_and_of_no_other" {
  assert {
    condition = (
      jsondecode(aws_iam_role.plan["plan-main"].assume_role_policy).Statement[0].Condition.StringEquals["token.actions.githubusercontent.com:sub"]
      == "repo:example/baton:ref:refs/heads/main"
    )
    error_message = "The branch by its exact name."
  }

  assert {
    condition = (
      strcontains(aws_iam_role_policy.plan["plan-main"].policy, "s3:PutObject") &&
      !strcontains(aws_iam_role_policy.plan["plan"].policy, "s3:PutObject")
    )
    error_message = "A pull request puts no plan where an apply would take it."
  }

  assert {
    condition = (
      strcontains(aws_iam_role_policy.plan["plan-main"].policy, "kms:GenerateDataKey") &&
      !strcontains(aws_iam_role_policy.plan["plan"].policy, "kms:GenerateDataKey")
    )
    error_message = "Who writes nothing encrypts nothing."
  }

  assert {
    condition = alltrue([for role in aws_iam_role_policy.plan : [
      for statement in jsondecode(role.policy).Statement : statement.Resource if contains(statement.Action, "s3:ListBucket")
      ] == [[
        "arn:aws:s3:::state", "arn:aws:s3:::baton-dev-failures-123456789012", "arn:aws:s3:::baton-prod-failures-123456789012",
    ]]])
    error_message = "Only Baton's own buckets are looked into."
  }
}

run "lets_a_deployment_make_all_that_there_is_and_put_nobody_into_a_group" {
  assert {
    condition = contains(jsondecode(aws_iam_role_policy.apply["dev"].policy).Statement, {
      Effect   = "Allow"
      Action   = ["lambda:TagResource", "lambda:UntagResource"]
      Resource = ["arn:aws:lambda:*:123456789012:event-source-mapping:*"]
    })
    error_message = "A mapping is made with its tags."
  }

  assert {
    condition = contains(jsondecode(aws_iam_role_policy.apply["dev"].policy).Statement, {
      Effect   = "Allow"
      Action   = ["iam:CreateServiceLinkedRole"]
      Resource = ["arn:aws:iam::123456789012:role/aws-service-role/*"]
      Condition = { StringEquals = { "iam:AWSServiceName" = [
        "dynamodb.application-autoscaling.amazonaws.com", "email.cognito-idp.amazonaws.com", "ops.apigateway.amazonaws.com",
      ] } }
    })
    error_message = "The roles that these services work by, and no other's."
  }

  assert {
    condition = length(setsubtract(
      [
        "arn:aws:dynamodb:*:123456789012:table/baton-dev", "arn:aws:dynamodb:*:123456789012:table/baton-dev/*",
        "arn:aws:dynamodb:*:123456789012:table/baton-dev-*",
        "arn:aws:logs:*:123456789012:log-group:API-Gateway-Execution-Logs_*",
      ],
      flatten(jsondecode(aws_iam_role_policy.apply["dev"].policy).Statement[*].Resource),
    )) == 0
    error_message = "The table, a restored one, and the gateway's own log."
  }

  assert {
    condition = toset([
      for action in flatten(jsondecode(aws_iam_role_policy.apply["dev"].policy).Statement[*].Action) : action
      if strcontains(action, "Group") && startswith(action, "cognito-idp:")
      ]) == toset([
      "cognito-idp:CreateGroup", "cognito-idp:DeleteGroup", "cognito-idp:GetGroup", "cognito-idp:UpdateGroup",
    ])
    error_message = "Groups are made; who is in them is the API's."
  }
}

run "keeps_each_environment_to_its_own_state" {
  assert {
    condition = (
      strcontains(aws_iam_role_policy.apply["dev"].policy, "arn:aws:s3:::state/dev.tfstate") &&
      !strcontains(aws_iam_role_policy.apply["dev"].policy, "prod")
    )
    error_message = "dev cannot touch prod."
  }
}
