# The REST API: everything goes to one function, behind the authorizer unless it is named in public.tf.

resource "aws_api_gateway_rest_api" "this" {
  #checkov:skip=CKV_AWS_237:two APIs of one name would answer at two addresses; a change of it is never a replacement
  name        = var.name
  description = "Baton's API; the function behind it does the routing."

  endpoint_configuration {
    types = ["REGIONAL"]
  }
}

# With scopes it takes access tokens, which say what their bearer may do; without them it would take ID tokens.
resource "aws_api_gateway_authorizer" "this" {
  name          = "user-pool"
  rest_api_id   = aws_api_gateway_rest_api.this.id
  type          = "COGNITO_USER_POOLS"
  provider_arns = [var.user_pool_arn]
}

resource "aws_api_gateway_resource" "rest" {
  rest_api_id = aws_api_gateway_rest_api.this.id
  parent_id   = aws_api_gateway_rest_api.this.root_resource_id
  path_part   = "{proxy+}"
}

locals {
  # `{proxy+}` takes every path but the empty one.
  guarded = {
    root = aws_api_gateway_rest_api.this.root_resource_id
    rest = aws_api_gateway_resource.rest.id
  }
}

resource "aws_api_gateway_method" "guarded" {
  #checkov:skip=CKV2_AWS_53:the function checks requests; a proxy has no model to check them by
  for_each = local.guarded

  rest_api_id          = aws_api_gateway_rest_api.this.id
  resource_id          = each.value
  http_method          = "ANY"
  authorization        = "COGNITO_USER_POOLS"
  authorizer_id        = aws_api_gateway_authorizer.this.id
  authorization_scopes = ["aws.cognito.signin.user.admin"]
}

resource "aws_api_gateway_integration" "guarded" {
  for_each = local.guarded

  rest_api_id             = aws_api_gateway_rest_api.this.id
  resource_id             = each.value
  http_method             = aws_api_gateway_method.guarded[each.key].http_method
  type                    = "AWS_PROXY"
  integration_http_method = "POST"
  uri                     = var.function_invoke_arn
}

resource "aws_lambda_permission" "this" {
  statement_id  = "api-gateway"
  action        = "lambda:InvokeFunction"
  function_name = var.function_name
  qualifier     = var.function_alias
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_api_gateway_rest_api.this.execution_arn}/${var.stage}/*"
}
