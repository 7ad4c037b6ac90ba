output "name" {
  description = "Of the table."
  value       = aws_dynamodb_table.this.name
}

output "arn" {
  description = "Of the table."
  value       = aws_dynamodb_table.this.arn
}

output "index_arns" {
  description = "Of each index by its name, so that a function is allowed the indexes it reads and no other."
  value       = { for name in keys(local.indexes) : name => "${aws_dynamodb_table.this.arn}/index/${name}" }
}

output "stream_arn" {
  description = "Of the table's stream."
  value       = aws_dynamodb_table.this.stream_arn
}
