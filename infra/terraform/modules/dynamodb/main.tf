# The one table. Its keys are drawn in app/repositories/table.py; infra/local/table.py makes the same one locally.

locals {
  indexes = {
    # The board reads cards only, so its index leaves the description out.
    status-index     = { partition = "GSI1PK", sort = "GSI1SK", projection = "INCLUDE", attributes = local.card }
    user-tasks-index = { partition = "GSI2PK", sort = "GSI2SK", projection = "ALL", attributes = null }
    project-index    = { partition = "GSI3PK", sort = "GSI3SK", projection = "ALL", attributes = null }
    due-index        = { partition = "GSI4PK", sort = "GSI4SK", projection = "KEYS_ONLY", attributes = null }
  }

  card = [
    "id", "projectId", "title", "status", "priority", "dueDate", "labels", "assignees", "rank", "commentCount",
    "createdBy", "createdAt", "updatedBy", "updatedAt", "completedAt", "version",
  ]

  keys = toset(concat(["PK", "SK"], flatten([for index in local.indexes : [index.partition, index.sort]])))
}

resource "aws_dynamodb_table" "this" {
  name                        = var.name
  billing_mode                = var.provisioned == null ? "PAY_PER_REQUEST" : "PROVISIONED"
  read_capacity               = local.read_capacity
  write_capacity              = local.write_capacity
  hash_key                    = "PK"
  range_key                   = "SK"
  stream_enabled              = true
  stream_view_type            = "NEW_AND_OLD_IMAGES"
  deletion_protection_enabled = var.deletion_protection

  dynamic "attribute" {
    for_each = local.keys

    content {
      name = attribute.value
      type = "S"
    }
  }

  dynamic "global_secondary_index" {
    for_each = local.indexes

    content {
      name               = global_secondary_index.key
      hash_key           = global_secondary_index.value.partition
      range_key          = global_secondary_index.value.sort
      projection_type    = global_secondary_index.value.projection
      non_key_attributes = global_secondary_index.value.attributes
      read_capacity      = local.read_capacity
      write_capacity     = local.write_capacity
    }
  }

  ttl {
    attribute_name = "expiresAt"
    enabled        = true
  }

  point_in_time_recovery {
    enabled                 = true
    recovery_period_in_days = var.recovery_days
  }

  server_side_encryption {
    enabled     = true
    kms_key_arn = var.key_arn
  }
}
