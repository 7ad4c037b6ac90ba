# The page. The circle page origin -> API -> its address -> page is broken here: the app is made first and knows nothing
# of the API; the API allows the app's origin; the branch tells the page the API's address.

module "page" {
  source = "../../modules/amplify"
  count  = var.hosting ? 1 : 0

  name       = local.name
  branch     = var.page_branch
  repository = var.page_repository

  # By region, not by id: the API's address is not known yet when the app is made.
  connects_to = [
    "https://*.execute-api.${var.region}.amazonaws.com",
    "https://cognito-idp.${var.region}.amazonaws.com",
  ]
}

locals {
  page_config = {
    apiUrl           = module.gateway.url
    region           = var.region
    userPoolId       = module.people.id
    userPoolClientId = module.people.client_id
  }
}

resource "aws_amplify_branch" "page" {
  count = var.hosting ? 1 : 0

  app_id            = module.page[0].app_id
  branch_name       = module.page[0].branch
  stage             = var.environment == "prod" ? "PRODUCTION" : "DEVELOPMENT"
  enable_auto_build = var.page_repository != null

  environment_variables = {
    BATON_CONFIG = jsonencode(local.page_config)
  }
}
