# Hosting: what browsers are told, and that the app knows nothing of the API.

mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name        = "baton-dev"
  connects_to = ["https://*.execute-api.eu-central-1.amazonaws.com", "https://cognito-idp.eu-central-1.amazonaws.com"]
}

run "refuses_plain_http_and_odd_branches" {
  command = plan
  variables {
    connects_to = ["http://api.example.com"]
    branch      = "feature/x"
  }
  expect_failures = [var.connects_to, var.branch]
}

run "builds_the_frontend_folder_and_writes_its_config" {
  assert {
    condition     = yamldecode(aws_amplify_app.this.build_spec).applications[0].appRoot == "frontend"
    error_message = "The page is in frontend."
  }

  assert {
    condition = contains(
      yamldecode(aws_amplify_app.this.build_spec).applications[0].frontend.phases.build.commands,
      "printf '%s' \"$BATON_CONFIG\" > dist/config.json",
    )
    error_message = "The branch says what the page must know."
  }

  assert {
    condition     = toset(keys(aws_amplify_app.this.environment_variables)) == toset(["AMPLIFY_MONOREPO_APP_ROOT"])
    error_message = "The app knows nothing of the API, which must know the app."
  }
}

run "answers_every_path_with_the_page" {
  assert {
    condition     = one(aws_amplify_app.this.custom_rule).target == "/index.html" && one(aws_amplify_app.this.custom_rule).status == "200"
    error_message = "The page finds its own way."
  }
}

run "tells_browsers_to_run_nothing_but_the_page" {
  assert {
    condition = alltrue([for name in [
      "Content-Security-Policy", "Permissions-Policy", "Referrer-Policy", "Strict-Transport-Security", "X-Content-Type-Options",
      "X-Frame-Options",
    ] : contains(yamldecode(aws_amplify_app.this.custom_headers).customHeaders[0].headers[*].key, name)])
    error_message = "Every page has the security headers."
  }

  assert {
    condition     = strcontains(aws_amplify_app.this.custom_headers, "default-src 'none'; script-src 'self'; ")
    error_message = "Scripts are the page's own."
  }
}

run "names_the_folder_where_amplify_builds_a_repository" {
  variables {
    repository = "https://github.com/example/baton"
  }

  assert {
    condition     = yamldecode(aws_amplify_app.this.custom_headers).applications[0].appRoot == "frontend"
    error_message = "A repository with several apps says which one its headers are for."
  }

  assert {
    condition     = aws_amplify_app.this.access_token == null
    error_message = "No token is kept in the state."
  }
}
