# `live` is what callers and sources name; a version behind it never changes.

locals {
  alias = one(concat(aws_lambda_alias.moved_by_apply, aws_lambda_alias.moved_by_release))
}

resource "aws_lambda_alias" "moved_by_apply" {
  count = var.canary ? 0 : 1

  name             = "live"
  function_name    = aws_lambda_function.this.function_name
  function_version = aws_lambda_function.this.version
}

resource "aws_lambda_alias" "moved_by_release" {
  count = var.canary ? 1 : 0

  name             = "live"
  function_name    = aws_lambda_function.this.function_name
  function_version = aws_lambda_function.this.version

  lifecycle {
    ignore_changes = [function_version, routing_config]
  }
}
