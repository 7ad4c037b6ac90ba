# Hosting of the page. The app knows nothing of the API: the API must know the app's address first. What the page has to
# know reaches it through its branch, as /config.json, so one build serves every environment.

locals {
  # One page: what is no file is the page's own address.
  file_endings = "css|gif|ico|jpg|js|json|map|png|svg|ttf|txt|webp|woff|woff2"

  build = {
    phases = {
      preBuild = { commands = ["npm ci"] }
      build    = { commands = ["npm run build", "printf '%s' \"$BATON_CONFIG\" > dist/config.json"] }
    }
    artifacts = { baseDirectory = "dist", files = ["**/*"] }
    cache     = { paths = [".npm/**/*"] }
  }
}

resource "aws_amplify_app" "this" {
  name           = var.name
  platform       = "WEB"
  build_spec     = yamlencode({ version = 1, applications = [{ appRoot = "frontend", frontend = local.build }] })
  custom_headers = yamlencode(local.headers)

  environment_variables = {
    AMPLIFY_MONOREPO_APP_ROOT = "frontend"
  }

  custom_rule {
    source = "</^[^.]+$|\\.(?!(${local.file_endings})$)([^.]+$)/>"
    target = "/index.html"
    status = "200"
  }

  lifecycle {
    # Connected in the console: a token here would stay in Terraform's state.
    ignore_changes = [repository, access_token]
  }
}
