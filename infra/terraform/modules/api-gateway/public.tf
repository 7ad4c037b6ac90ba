# What needs no token: health, unsubscribe links, and the docs where they are switched on. A test compares this list
# with the routes that the application itself leaves open.

locals {
  public = merge(
    { "api/v1/health" = ["GET"], "api/v1/unsubscribe" = ["GET", "POST"] },
    var.docs ? { "docs" = ["GET"], "openapi.json" = ["GET"], "swagger/{proxy+}" = ["GET"] } : {},
  )

  public_methods = merge([for path, methods in local.public : {
    for method in methods : "${method} /${path}" => { path = path, method = method }
  }]...)

  # Every folder on the way to those addresses is a resource of its own; here by how deep it lies.
  folders = [for depth in [1, 2, 3] : {
    for path in distinct([
      for path in keys(local.public) : join("/", slice(split("/", path), 0, depth)) if length(split("/", path)) >= depth
    ]) : path => { parent = join("/", slice(split("/", path), 0, depth - 1)), part = split("/", path)[depth - 1] }
  }]

  resource_ids = merge(
    { for path, resource in aws_api_gateway_resource.first : path => resource.id },
    { for path, resource in aws_api_gateway_resource.second : path => resource.id },
    { for path, resource in aws_api_gateway_resource.third : path => resource.id },
  )
}

resource "aws_api_gateway_resource" "first" {
  for_each = local.folders[0]

  rest_api_id = aws_api_gateway_rest_api.this.id
  parent_id   = aws_api_gateway_rest_api.this.root_resource_id
  path_part   = each.value.part
}

resource "aws_api_gateway_resource" "second" {
  for_each = local.folders[1]

  rest_api_id = aws_api_gateway_rest_api.this.id
  parent_id   = aws_api_gateway_resource.first[each.value.parent].id
  path_part   = each.value.part
}

resource "aws_api_gateway_resource" "third" {
  for_each = local.folders[2]

  rest_api_id = aws_api_gateway_rest_api.this.id
  parent_id   = aws_api_gateway_resource.second[each.value.parent].id
  path_part   = each.value.part
}

resource "aws_api_gateway_method" "public" {
  #checkov:skip=CKV_AWS_59:these are public by design; a mail's reader and a load balancer have no token
  #checkov:skip=CKV2_AWS_53:the function checks requests; a proxy has no model to check them by
  for_each = local.public_methods

  rest_api_id   = aws_api_gateway_rest_api.this.id
  resource_id   = local.resource_ids[each.value.path]
  http_method   = each.value.method
  authorization = "NONE"
}

resource "aws_api_gateway_integration" "public" {
  for_each = local.public_methods

  rest_api_id             = aws_api_gateway_rest_api.this.id
  resource_id             = local.resource_ids[each.value.path]
  http_method             = aws_api_gateway_method.public[each.key].http_method
  type                    = "AWS_PROXY"
  integration_http_method = "POST"
  uri                     = var.function_invoke_arn
}
