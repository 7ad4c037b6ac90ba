# The gateway: refusals first, then who gets through, and what everybody else reads.

mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name                = "baton-dev"
  function_name       = "baton-dev-api"
  function_alias      = "live"
  function_invoke_arn = "arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-central-1:123456789012:function:baton-dev-api:live/invocations"
  user_pool_arn       = "arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_pool"
  page_origin         = "https://baton.example.com"
  key_arn             = "arn:aws:kms:eu-central-1:123456789012:key/key"
  log_retention_days  = 30
}

run "refuses_any_origin" {
  command = plan
  variables {
    page_origin = "*"
  }
  expect_failures = [var.page_origin]
}

run "refuses_several_origins" {
  command = plan
  variables {
    page_origin = "https://*.example.com"
  }
  expect_failures = [var.page_origin]
}

run "refuses_a_limit_that_lets_nobody_in" {
  command = plan
  variables {
    throttling           = { rate = 0 }
    requests_per_address = 10
  }
  expect_failures = [var.throttling, var.requests_per_address]
}

run "asks_everybody_for_an_access_token" {
  assert {
    condition = alltrue([for method in aws_api_gateway_method.guarded :
      method.http_method == "ANY" && method.authorization == "COGNITO_USER_POOLS" &&
      method.authorization_scopes == toset(["aws.cognito.signin.user.admin"])
    ]) && toset(keys(aws_api_gateway_method.guarded)) == toset(["root", "rest"])
    error_message = "ANY / and ANY /{proxy+} stand behind the authorizer, with the scope that makes it take access tokens."
  }

  assert {
    condition = toset(keys(aws_api_gateway_method.public)) == toset([
      "GET /api/v1/health", "GET /api/v1/unsubscribe", "POST /api/v1/unsubscribe",
    ])
    error_message = "No other address is public."
  }

  assert {
    condition     = aws_lambda_permission.this.source_arn == "arn:aws:execute-api:eu-central-1:123456789012:api/live/*"
    error_message = "No other API calls the function."
  }
}

run "serves_docs_only_where_switched_on" {
  variables {
    docs = true
  }

  assert {
    condition     = length(setintersection(keys(aws_api_gateway_method.public), ["GET /docs", "GET /openapi.json"])) == 2
    error_message = "The docs are public where they are on."
  }

  assert {
    condition     = aws_api_gateway_deployment.this.triggers.definition != run.asks_everybody_for_an_access_token.definition
    error_message = "Another definition is deployed anew."
  }
}

run "answers_preflights_itself" {
  assert {
    condition = alltrue([for method in aws_api_gateway_method.preflight :
      method.http_method == "OPTIONS" && method.authorization == "NONE"
    ]) && length(aws_api_gateway_method.preflight) == length(aws_api_gateway_method.guarded) + 2
    error_message = "Every address answers OPTIONS without a token."
  }

  assert {
    condition = alltrue([for answer in aws_api_gateway_integration_response.preflight :
      answer.response_parameters["method.response.header.Access-Control-Allow-Origin"] == "'https://baton.example.com'"
    ])
    error_message = "For the page's origin and no other."
  }
}

run "lets_the_page_read_every_refusal" {
  assert {
    condition = alltrue([for refusal in aws_api_gateway_gateway_response.this :
      refusal.response_parameters["gatewayresponse.header.Access-Control-Allow-Origin"] == "'https://baton.example.com'" &&
      refusal.response_parameters["gatewayresponse.header.Content-Type"] == "'application/problem+json'" &&
      jsondecode(refusal.response_templates["application/json"]).requestId == "$context.requestId"
    ])
    error_message = "Each has CORS headers and the shape of the API's own."
  }

  assert {
    condition = length(setsubtract(
      ["UNAUTHORIZED", "ACCESS_DENIED", "THROTTLED", "WAF_FILTERED", "DEFAULT_4XX", "DEFAULT_5XX"],
      keys(aws_api_gateway_gateway_response.this),
    )) == 0
    error_message = "None goes out as the gateway words it."
  }

  assert {
    condition     = aws_api_gateway_gateway_response.this["THROTTLED"].response_parameters["gatewayresponse.header.Retry-After"] == "'1'"
    error_message = "Who is held back is told for how long."
  }
}

run "limits_traces_and_logs_without_bodies" {
  variables {
    throttling = { rate = 50, burst = 100 }
  }

  assert {
    condition = (
      aws_api_gateway_method_settings.all.settings[0].throttling_rate_limit == 50 &&
      aws_api_gateway_method_settings.all.settings[0].throttling_burst_limit == 100 &&
      alltrue([for settings in aws_api_gateway_method_settings.public : settings.settings[0].throttling_rate_limit == 20])
    )
    error_message = "Everything has a limit, what is public a lower one."
  }

  assert {
    condition = toset([for settings in aws_api_gateway_method_settings.public : settings.method_path]) == toset([
      "~1api~1v1~1health/GET", "~1api~1v1~1unsubscribe/GET", "~1api~1v1~1unsubscribe/POST",
    ])
    error_message = "AWS knows a path by its escaped name."
  }

  assert {
    condition = (
      aws_cloudwatch_log_group.errors.name == "API-Gateway-Execution-Logs_${aws_api_gateway_rest_api.this.id}/live" &&
      aws_cloudwatch_log_group.errors.kms_key_id == var.key_arn && aws_cloudwatch_log_group.errors.retention_in_days == 30
    )
    error_message = "The gateway's own log is ours too: encrypted, and not kept for ever."
  }

  assert {
    condition = !anytrue([for settings in concat(
      [aws_api_gateway_method_settings.all], values(aws_api_gateway_method_settings.public)
    ) : settings.settings[0].data_trace_enabled])
    error_message = "No bodies in logs."
  }

  assert {
    condition     = !can(regex("(?i)body|authorization|token", aws_api_gateway_stage.this.access_log_settings[0].format))
    error_message = "Neither bodies nor tokens in the access log."
  }

  assert {
    condition     = aws_api_gateway_stage.this.xray_tracing_enabled && aws_cloudwatch_log_group.access.kms_key_id == var.key_arn
    error_message = "Traced, and its log encrypted."
  }

  assert {
    condition     = length(aws_wafv2_web_acl.this) == 0
    error_message = "The firewall is a switch."
  }
}

run "stands_behind_a_firewall_where_switched_on" {
  variables {
    waf = true
  }

  assert {
    condition     = length(aws_wafv2_web_acl_association.this) == 1 && length(aws_wafv2_web_acl.this[0].rule) == 4
    error_message = "A limit per address and three lists of AWS's."
  }

  assert {
    condition = toset(flatten([for rule in aws_wafv2_web_acl.this[0].rule : [
      for group in flatten(rule.statement[*].managed_rule_group_statement) : group.rule_action_override[*].name
      ]])) == toset([
      "CrossSiteScripting_BODY", "EC2MetaDataSSRF_BODY", "GenericLFI_BODY", "GenericRFI_BODY", "SizeRestrictions_BODY",
    ])
    error_message = "Nobody is kept from writing about markup, paths and addresses."
  }

  assert {
    condition     = length(aws_wafv2_web_acl_logging_configuration.this[0].redacted_fields) == 2
    error_message = "Neither tokens nor unsubscribe links in its log."
  }
}
