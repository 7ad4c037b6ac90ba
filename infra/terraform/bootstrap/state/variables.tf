variable "account_id" {
  description = "Of the account whose state it keeps."
  type        = string
}
