# terraform init -backend-config=backend.hcl -backend-config=bucket=<bootstrap's state_bucket>
key          = "dev.tfstate"
region       = "eu-central-1"
encrypt      = true
use_lockfile = true
