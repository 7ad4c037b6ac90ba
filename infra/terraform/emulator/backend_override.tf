# environments/dev on the emulator: its state is a file, and its buckets have no names of their own in DNS.

terraform {
  backend "local" {}
}

provider "aws" {
  s3_use_path_style       = true
  skip_metadata_api_check = true
}
