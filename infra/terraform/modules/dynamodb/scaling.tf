# Capacity that follows the traffic, when it is provisioned: of the table and of each index, or the slowest holds up all.
# An apply sets it back to its least until it is scaled up again: choose a least that carries the team for some minutes.

locals {
  read_capacity  = try(var.provisioned.read.least, null)
  write_capacity = try(var.provisioned.write.least, null)

  scaled = var.provisioned == null ? {} : merge([
    for place, id in merge({ table = "table/${var.name}" }, {
      for index in keys(local.indexes) : index => "table/${var.name}/index/${index}"
      }) : {
      for way in ["Read", "Write"] : "${place}-${way}" => {
        id        = id
        dimension = "dynamodb:${place == "table" ? "table" : "index"}:${way}CapacityUnits"
        metric    = "DynamoDB${way}CapacityUtilization"
        range     = var.provisioned[lower(way)]
      }
    }
  ]...)
}

resource "aws_appautoscaling_target" "this" {
  for_each = local.scaled

  service_namespace  = "dynamodb"
  resource_id        = each.value.id
  scalable_dimension = each.value.dimension
  min_capacity       = each.value.range.least
  max_capacity       = each.value.range.most

  depends_on = [aws_dynamodb_table.this]
}

resource "aws_appautoscaling_policy" "this" {
  for_each = local.scaled

  name               = "${var.name}-${each.key}"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = "dynamodb"
  resource_id        = aws_appautoscaling_target.this[each.key].resource_id
  scalable_dimension = aws_appautoscaling_target.this[each.key].scalable_dimension

  target_tracking_scaling_policy_configuration {
    target_value = 70

    predefined_metric_specification {
      predefined_metric_type = each.value.metric
    }
  }
}
