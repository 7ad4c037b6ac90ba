# The user pool: who gets in, and how.

mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name = "baton-dev"
  mail = {
    sender            = "Baton <baton@example.com>"
    identity_arn      = "arn:aws:ses:eu-central-1:123456789012:identity/example.com"
    configuration_set = "baton-dev"
  }
  sign_up_function = {
    name      = "baton-dev-sign-up"
    alias     = "live"
    alias_arn = "arn:aws:lambda:eu-central-1:123456789012:function:baton-dev-sign-up:live"
  }
}

run "knows_people_by_a_verified_address" {
  assert {
    condition = (
      aws_cognito_user_pool.this.username_attributes == toset(["email"]) &&
      !aws_cognito_user_pool.this.username_configuration[0].case_sensitive &&
      aws_cognito_user_pool.this.user_attribute_update_settings[0].attributes_require_verification_before_update == toset(["email"])
    )
    error_message = "By address, in whatever case, and a new one counts once it is verified."
  }

  assert {
    condition     = aws_cognito_user_pool.this.deletion_protection == "ACTIVE" && aws_cognito_user_pool.this.mfa_configuration == "OPTIONAL"
    error_message = "Protected, with a second factor for whoever wants one."
  }

  assert {
    condition     = aws_cognito_user_pool.this.password_policy[0].minimum_length == 12
    error_message = "Twelve characters at least."
  }

  assert {
    condition     = aws_cognito_user_pool.this.email_configuration[0].email_sending_account == "DEVELOPER"
    error_message = "Codes go out by SES, not fifty a day."
  }

  assert {
    condition     = toset(keys(aws_cognito_user_group.this)) == toset(["ADMIN", "MEMBER"])
    error_message = "Two groups."
  }
}

run "asks_sign_up_before_and_after_and_never_at_sign_in" {
  assert {
    condition = (
      aws_cognito_user_pool.this.lambda_config[0].pre_sign_up == var.sign_up_function.alias_arn &&
      aws_cognito_user_pool.this.lambda_config[0].post_confirmation == var.sign_up_function.alias_arn &&
      aws_cognito_user_pool.this.lambda_config[0].post_authentication == null
    )
    error_message = "Both triggers, and no other."
  }

  assert {
    condition = (
      aws_lambda_permission.sign_up.source_arn == aws_cognito_user_pool.this.arn &&
      aws_lambda_permission.sign_up.qualifier == "live"
    )
    error_message = "No other pool calls the function."
  }
}

run "gives_the_page_short_tokens_and_little_to_write" {
  assert {
    condition = (
      aws_cognito_user_pool_client.page.explicit_auth_flows == toset(["ALLOW_USER_SRP_AUTH"]) &&
      aws_cognito_user_pool_client.page.refresh_token_rotation[0].feature == "ENABLED" &&
      aws_cognito_user_pool_client.page.access_token_validity == 15 &&
      aws_cognito_user_pool_client.page.token_validity_units[0].access_token == "minutes" &&
      aws_cognito_user_pool_client.page.enable_token_revocation
    )
    error_message = "SRP, tokens of 15 minutes, and refresh tokens that are replaced with each use."
  }

  assert {
    condition     = aws_cognito_user_pool_client.page.write_attributes == toset(["name"])
    error_message = "Nobody changes their address: sign-up goes by it."
  }

  assert {
    condition     = aws_cognito_user_pool_client.page.prevent_user_existence_errors == "ENABLED"
    error_message = "Nobody learns who has an account."
  }
}
