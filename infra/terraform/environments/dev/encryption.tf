# The key that encrypts all that rests: table, queues, topics, logs, the failure bucket.

data "aws_caller_identity" "this" {}

locals {
  account_id = data.aws_caller_identity.this.account_id

  # Services that use the key for whoever may use the service, just as AWS's own keys are used.
  services_on_behalf = ["dynamodb", "lambda", "s3", "sns", "sqs"]
  # Services that write by themselves.
  services_alone = ["cloudwatch.amazonaws.com", "ses.amazonaws.com", "sns.amazonaws.com"]
}

resource "aws_kms_key" "this" {
  description             = "Encrypts what ${local.name} keeps."
  enable_key_rotation     = true
  deletion_window_in_days = 30

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "WhoeverTheAccountAllows"
        Effect    = "Allow"
        Action    = "kms:*"
        Resource  = "*"
        Principal = { AWS = "arn:aws:iam::${local.account_id}:root" }
      },
      {
        Sid    = "ServicesForTheirUsers"
        Effect = "Allow"
        Action = [
          "kms:CreateGrant", "kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey",
          "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncryptFrom", "kms:ReEncryptTo",
        ]
        Resource  = "*"
        Principal = { AWS = "*" }
        Condition = { StringEquals = {
          "kms:CallerAccount" = local.account_id
          "kms:ViaService"    = [for service in local.services_on_behalf : "${service}.${var.region}.amazonaws.com"]
        } }
      },
      {
        Sid       = "ServicesAlone"
        Effect    = "Allow"
        Action    = ["kms:Decrypt", "kms:GenerateDataKey"]
        Resource  = "*"
        Principal = { Service = local.services_alone }
        Condition = { StringEquals = { "aws:SourceAccount" = local.account_id } }
      },
      {
        Sid       = "Logs"
        Effect    = "Allow"
        Action    = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey", "kms:ReEncryptFrom", "kms:ReEncryptTo"]
        Resource  = "*"
        Principal = { Service = "logs.${var.region}.amazonaws.com" }
        Condition = { ArnLike = {
          "kms:EncryptionContext:aws:logs:arn" = "arn:aws:logs:${var.region}:${local.account_id}:log-group:*"
        } }
      },
    ]
  })
}

resource "aws_kms_alias" "this" {
  name          = "alias/${local.name}"
  target_key_id = aws_kms_key.this.key_id
}
