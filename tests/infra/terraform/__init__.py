"""What Terraform makes, compared with the code and with the local stack."""
