# Where Terraform's state is kept.

mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  account_id = "123456789012"
}

run "is_versioned_encrypted_and_private" {
  command = plan

  assert {
    condition     = aws_s3_bucket.state.bucket == "baton-terraform-state-123456789012"
    error_message = "One bucket per account."
  }

  assert {
    condition = (
      one(aws_s3_bucket_versioning.state.versioning_configuration).status == "Enabled" &&
      one(one(aws_s3_bucket_server_side_encryption_configuration.state.rule).apply_server_side_encryption_by_default).sse_algorithm == "aws:kms" &&
      aws_s3_bucket_public_access_block.state.block_public_policy && aws_kms_key.state.enable_key_rotation
    )
    error_message = "Versioned, encrypted, private."
  }
}

run "is_reached_by_tls_only" {
  command = plan

  assert {
    condition     = jsondecode(aws_s3_bucket_policy.state.policy).Statement[0].Condition.Bool["aws:SecureTransport"] == "false"
    error_message = "By TLS only."
  }
}
