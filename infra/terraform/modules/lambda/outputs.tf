output "name" {
  description = "Of the function."
  value       = aws_lambda_function.this.function_name
}

output "arn" {
  description = "Of the function, without version or alias."
  value       = aws_lambda_function.this.arn
}

output "alias_name" {
  description = "What permissions to call the function name as qualifier."
  value       = local.alias.name
}

output "alias_arn" {
  description = "What callers call."
  value       = local.alias.arn
}

output "alias_invoke_arn" {
  description = "The same, as API Gateway names it."
  value       = local.alias.invoke_arn
}

output "role_arn" {
  description = "Of the function's own role."
  value       = aws_iam_role.this.arn
}

output "stream_mapping_id" {
  description = "By which metrics name the stream mapping; null where no stream feeds the function."
  value       = one(aws_lambda_event_source_mapping.stream[*].uuid)
}

output "version" {
  description = "The newest one."
  value       = aws_lambda_function.this.version
}
