# People: the user pool, its two groups, and the one client that the page signs in with.

resource "aws_cognito_user_pool" "this" {
  name                     = var.name
  user_pool_tier           = "ESSENTIALS" # with it refresh tokens can be rotated
  username_attributes      = ["email"]
  auto_verified_attributes = ["email"]
  mfa_configuration        = "OPTIONAL" # the page asks for no second factor yet, so requiring one would lock everybody out
  deletion_protection      = var.deletion_protection ? "ACTIVE" : "INACTIVE"

  username_configuration {
    case_sensitive = false
  }

  password_policy {
    minimum_length                   = 12
    require_uppercase                = true
    require_lowercase                = true
    require_numbers                  = true
    require_symbols                  = true
    temporary_password_validity_days = 3
  }

  # The rule of who may sign up looks at the address, so a new one counts only once it is shown to be theirs.
  user_attribute_update_settings {
    attributes_require_verification_before_update = ["email"]
  }

  account_recovery_setting {
    recovery_mechanism {
      name     = "verified_email"
      priority = 1
    }
  }

  software_token_mfa_configuration {
    enabled = true
  }

  email_configuration {
    email_sending_account = "DEVELOPER" # Cognito's own sends 50 a day
    from_email_address    = var.mail.sender
    source_arn            = var.mail.identity_arn
    configuration_set     = var.mail.configuration_set
  }

  # Never post-authentication: it runs at every sign-in, and its failure would lock people out.
  lambda_config {
    pre_sign_up       = var.sign_up_function.alias_arn
    post_confirmation = var.sign_up_function.alias_arn
  }
}

resource "aws_lambda_permission" "sign_up" {
  statement_id  = "user-pool"
  action        = "lambda:InvokeFunction"
  function_name = var.sign_up_function.name
  qualifier     = var.sign_up_function.alias
  principal     = "cognito-idp.amazonaws.com"
  source_arn    = aws_cognito_user_pool.this.arn
}

resource "aws_cognito_user_group" "this" {
  for_each = {
    ADMIN  = "Runs the team: people, projects, tasks and who does them."
    MEMBER = "Works on tasks."
  }

  name         = each.key
  description  = each.value
  user_pool_id = aws_cognito_user_pool.this.id
}

# SRP only: no flow that shows the password to anybody. Refreshing needs no flow where tokens are rotated.
resource "aws_cognito_user_pool_client" "page" {
  name                          = "page"
  user_pool_id                  = aws_cognito_user_pool.this.id
  generate_secret               = false # the page is public and could keep none
  explicit_auth_flows           = ["ALLOW_USER_SRP_AUTH"]
  prevent_user_existence_errors = "ENABLED"
  enable_token_revocation       = true
  access_token_validity         = 15
  id_token_validity             = 15
  refresh_token_validity        = 30
  read_attributes               = ["email", "email_verified", "name"]
  write_attributes              = ["name"] # not the address: roles and sign-up go by it

  token_validity_units {
    access_token  = "minutes"
    id_token      = "minutes"
    refresh_token = "days"
  }

  refresh_token_rotation {
    feature                    = "ENABLED"
    retry_grace_period_seconds = 30 # an answer may be lost on its way
  }
}
