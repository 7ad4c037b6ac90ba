# What is live: deployed whenever the API's definition changes, throttled, traced, and logged without bodies.

locals {
  # What the API is made of, and how: a resource's own attributes would differ between an apply and the next plan.
  definition = sha1(jsonencode([
    [for file in sort(fileset(path.module, "*.tf")) : filesha1("${path.module}/${file}")],
    local.guarded, local.resource_ids, local.public_methods, local.cors, local.refusals, var.function_invoke_arn,
    aws_api_gateway_authorizer.this.id,
  ]))
}

resource "aws_api_gateway_deployment" "this" {
  rest_api_id = aws_api_gateway_rest_api.this.id
  triggers    = { definition = local.definition }

  lifecycle {
    create_before_destroy = true
  }

  depends_on = [
    aws_api_gateway_integration.guarded,
    aws_api_gateway_integration.public,
    aws_api_gateway_integration_response.preflight,
    aws_api_gateway_gateway_response.this,
  ]
}

resource "aws_api_gateway_stage" "this" {
  #checkov:skip=CKV_AWS_120:answers are each person's own; none may be cached for the next
  #checkov:skip=CKV2_AWS_51:callers are people's browsers; they have tokens and no certificates
  #checkov:skip=CKV2_AWS_29:the firewall is a variable, for it costs more than all the rest together in a small team
  #checkov:skip=CKV2_AWS_77:where the firewall is on, it has AWS's list of known bad inputs, Log4j's among them
  rest_api_id          = aws_api_gateway_rest_api.this.id
  deployment_id        = aws_api_gateway_deployment.this.id
  stage_name           = var.stage
  xray_tracing_enabled = true

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.access.arn
    format = jsonencode({
      requestId          = "$context.requestId"
      extendedRequestId  = "$context.extendedRequestId"
      time               = "$context.requestTime"
      ip                 = "$context.identity.sourceIp"
      userId             = "$context.authorizer.claims.sub"
      method             = "$context.httpMethod"
      path               = "$context.path"
      status             = "$context.status"
      latency            = "$context.responseLatency"
      integrationLatency = "$context.integrationLatency"
      responseLength     = "$context.responseLength"
      refusal            = "$context.error.responseType"
      waf                = "$context.waf.status"
    })
  }
}

resource "aws_api_gateway_method_settings" "all" {
  #checkov:skip=CKV_AWS_225:answers are each person's own; none may be cached for the next
  #checkov:skip=CKV_AWS_308:there is no cache to encrypt
  rest_api_id = aws_api_gateway_rest_api.this.id
  stage_name  = aws_api_gateway_stage.this.stage_name
  method_path = "*/*"

  settings {
    metrics_enabled        = true
    logging_level          = "ERROR"
    data_trace_enabled     = false # it would log bodies and tokens
    throttling_rate_limit  = var.throttling.rate
    throttling_burst_limit = var.throttling.burst
  }

  depends_on = [aws_cloudwatch_log_group.errors]
}

# Anybody may call these; they must not use up what the team needs.
resource "aws_api_gateway_method_settings" "public" {
  #checkov:skip=CKV_AWS_225:answers are each person's own; none may be cached for the next
  #checkov:skip=CKV_AWS_308:there is no cache to encrypt
  for_each = local.public_methods

  rest_api_id = aws_api_gateway_rest_api.this.id
  stage_name  = aws_api_gateway_stage.this.stage_name
  # AWS takes and tells a path with its slashes escaped; the provider hands both on as they are.
  method_path = "~1${replace(each.value.path, "/", "~1")}/${each.value.method}"

  settings {
    metrics_enabled        = true
    logging_level          = "ERROR"
    data_trace_enabled     = false
    throttling_rate_limit  = var.throttling.public_rate
    throttling_burst_limit = var.throttling.public_burst
  }

  depends_on = [aws_cloudwatch_log_group.errors]
}

resource "aws_cloudwatch_log_group" "access" {
  #checkov:skip=CKV_AWS_338:how long is a variable; a team that must keep a year says so
  name              = "/aws/api-gateway/${var.name}"
  retention_in_days = var.log_retention_days
  kms_key_id        = var.key_arn
}

# The gateway writes its errors to this name alone, and would make the group itself: without an end and without the key.
resource "aws_cloudwatch_log_group" "errors" {
  #checkov:skip=CKV_AWS_338:how long is a variable; a team that must keep a year says so
  name              = "API-Gateway-Execution-Logs_${aws_api_gateway_rest_api.this.id}/${var.stage}"
  retention_in_days = var.log_retention_days
  kms_key_id        = var.key_arn
}
