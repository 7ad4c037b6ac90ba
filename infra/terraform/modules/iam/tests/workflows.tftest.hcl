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
