"""Where Baton runs: Terraform for AWS, and the same topology on one machine."""
