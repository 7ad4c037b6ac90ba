output "bucket" {
  description = "Where Terraform's state is."
  value       = { name = aws_s3_bucket.state.bucket, arn = aws_s3_bucket.state.arn }
}

output "key_arn" {
  description = "Of the key that encrypts it."
  value       = aws_kms_key.state.arn
}
