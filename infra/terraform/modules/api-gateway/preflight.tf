# OPTIONS, answered without a token (a browser sends none) and without waking the function.

locals {
  preflighted = merge(local.guarded, { for path in keys(local.public) : path => local.resource_ids[path] })

  # As app/api/application.py answers them; a test compares.
  cors = {
    "Access-Control-Allow-Origin"  = var.page_origin
    "Access-Control-Allow-Methods" = "GET, POST, PUT, PATCH, DELETE"
    "Access-Control-Allow-Headers" = "Authorization, Content-Type, If-Match, Idempotency-Key"
    "Access-Control-Max-Age"       = "600"
    "Vary"                         = "Origin"
  }
}

resource "aws_api_gateway_method" "preflight" {
  #checkov:skip=CKV2_AWS_53:a browser's preflight has nothing to check
  for_each = local.preflighted

  rest_api_id   = aws_api_gateway_rest_api.this.id
  resource_id   = each.value
  http_method   = "OPTIONS"
  authorization = "NONE"
}

resource "aws_api_gateway_integration" "preflight" {
  for_each = local.preflighted

  rest_api_id       = aws_api_gateway_rest_api.this.id
  resource_id       = each.value
  http_method       = aws_api_gateway_method.preflight[each.key].http_method
  type              = "MOCK"
  request_templates = { "application/json" = jsonencode({ statusCode = 204 }) }
}

resource "aws_api_gateway_method_response" "preflight" {
  for_each = local.preflighted

  rest_api_id         = aws_api_gateway_rest_api.this.id
  resource_id         = each.value
  http_method         = aws_api_gateway_method.preflight[each.key].http_method
  status_code         = "204"
  response_parameters = { for name in keys(local.cors) : "method.response.header.${name}" => true }
}

resource "aws_api_gateway_integration_response" "preflight" {
  for_each = local.preflighted

  rest_api_id         = aws_api_gateway_rest_api.this.id
  resource_id         = each.value
  http_method         = aws_api_gateway_method.preflight[each.key].http_method
  status_code         = aws_api_gateway_method_response.preflight[each.key].status_code
  response_parameters = { for name, value in local.cors : "method.response.header.${name}" => "'${value}'" }

  depends_on = [aws_api_gateway_integration.preflight]
}
