terraform {
  required_version = ">= 1.11, < 2"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }

  # Its own state stays with whoever set up the account: it makes the bucket that all other states are in.
}

provider "aws" {
  region = var.region

  default_tags {
    tags = {
      Application = "baton"
      Environment = "all"
    }
  }
}
