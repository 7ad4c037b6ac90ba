# The whole environment, with AWS imagined: what a team may say, and that its parts fit together. What every queue,
# mapping, role and policy must have is asserted over all of them in tests/infra/terraform.

mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  sender            = "Baton <baton@example.com>"
  sign_up_domains   = ["example.com"]
  first_admin_email = "admin@example.com"
  packages          = "./tests/packages"
}

run "refuses_domains_that_are_none" {
  command = plan
  variables {
    sign_up_domains   = ["*.example.com", "@example.com"]
    first_admin_email = "admin@*.example.com"
  }
  expect_failures = [var.sign_up_domains]
}

run "refuses_a_first_admin_who_cannot_sign_up" {
  command = plan
  variables {
    first_admin_email = "admin@elsewhere.org"
  }
  expect_failures = [var.first_admin_email]
}

run "refuses_other_environments_regions_and_spans" {
  command = plan
  variables {
    environment        = "staging"
    region             = "Frankfurt"
    log_retention_days = 31
  }
  expect_failures = [var.environment, var.region, var.log_retention_days]
}

run "refuses_a_page_that_is_nowhere" {
  command = plan
  variables {
    hosting = false
  }
  expect_failures = [var.page_origin]
}

run "fits_together" {
  assert {
    condition = output.page_config == {
      apiUrl           = "https://api.execute-api.eu-central-1.amazonaws.com/live"
      region           = "eu-central-1"
      userPoolId       = "eu-central-1_pool"
      userPoolClientId = module.people.client_id
    }
    error_message = "The page learns where the API and its people are."
  }

  assert {
    condition     = aws_amplify_branch.page[0].environment_variables.BATON_CONFIG == jsonencode(output.page_config)
    error_message = "Through its branch."
  }

  assert {
    condition     = startswith(output.page_url, "https://main.")
    error_message = "The page has an address."
  }

  assert {
    condition     = length(output.release_alarms) == 3
    error_message = "A release is watched."
  }

  assert {
    condition     = aws_kms_key.this.enable_key_rotation
    error_message = "The key is replaced each year."
  }
}

run "refuses_a_table_of_another_environment" {
  command = plan
  variables {
    table_name = "baton-staging-restored"
  }
  expect_failures = [var.table_name]
}

run "goes_on_with_a_restored_table" {
  variables {
    table_name = "baton-${var.environment}-restored"
  }

  assert {
    condition = (
      output.replay_environment.TABLE_NAME == "baton-${var.environment}-restored" &&
      output.page_config.userPoolId == "eu-central-1_pool"
    )
    error_message = "It has another name; all else stays."
  }
}

run "does_without_hosting_where_the_page_is_elsewhere" {
  variables {
    hosting     = false
    page_origin = "https://baton.example.com"
  }

  assert {
    condition     = output.page_url == "https://baton.example.com" && output.page_app == null && length(aws_amplify_branch.page) == 0
    error_message = "The page is where the variable says."
  }
}
