# A function on Lambda's own Python: the zip, and what it is told.

locals {
  # entry.py fetches the signing key and hands over to the module's own handler.
  signs = var.signing_key_parameter != null
  key_environment = local.signs ? {
    SIGNING_KEY_PARAMETER = split(":parameter", var.signing_key_parameter)[1]
    FUNCTION_MODULE       = var.module
  } : {}
}

resource "aws_lambda_function" "this" {
  #checkov:skip=CKV_AWS_116:its events come from a queue, the stream or a waiting caller, each with its own place for failures
  #checkov:skip=CKV_AWS_117:nothing it calls is in a private network; one would cost a NAT gateway and slower starts
  #checkov:skip=CKV_AWS_272:code comes from one role, bound to the repository; signing it is for accounts with more than one
  function_name                  = var.name
  description                    = var.description
  role                           = aws_iam_role.this.arn
  filename                       = var.package
  source_code_hash               = filebase64sha256(var.package)
  handler                        = local.signs ? "entry.handler" : "${var.module}.handler"
  runtime                        = "python3.13"
  architectures                  = [var.architecture]
  timeout                        = var.timeout
  memory_size                    = var.memory
  reserved_concurrent_executions = var.reserved_concurrency
  kms_key_arn                    = var.key_arn
  publish                        = true

  environment {
    variables = merge(var.environment, local.key_environment)
  }

  logging_config {
    log_format            = "JSON"
    application_log_level = "INFO"
    system_log_level      = "WARN"
    log_group             = aws_cloudwatch_log_group.this.name
  }

  tracing_config {
    mode = "Active"
  }

  dynamic "snap_start" {
    for_each = var.snap_start ? ["PublishedVersions"] : []

    content {
      apply_on = snap_start.value
    }
  }

  depends_on = [aws_iam_role_policy.start]
}

resource "aws_cloudwatch_log_group" "this" {
  #checkov:skip=CKV_AWS_338:how long is a variable; a team that must keep a year says so
  name              = "/aws/lambda/${var.name}"
  retention_in_days = var.log_retention_days
  kms_key_id        = var.key_arn
}
