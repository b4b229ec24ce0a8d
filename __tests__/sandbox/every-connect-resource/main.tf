# Every Amazon Connect resource and data source of the AWS provider 5.100.0.
# `changed` switches every attribute that can be changed in place to another value.
# Endpoint and credentials come from the environment: AWS_ENDPOINT_URL, AWS_ACCESS_KEY_ID, …

terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}

provider "aws" {
  region                      = "us-east-1"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
  max_retries                 = 2

  default_tags {
    tags = { project = "every-connect-resource" }
  }
}

variable "changed" {
  description = "Whether every changeable attribute has its second value"
  type        = bool
  default     = false
}

variable "alias" {
  description = "The instance's alias, unique in AWS"
  type        = string
  default     = "every-connect-resource"
}

locals {
  suffix = var.changed ? " (changed)" : ""
  tags   = var.changed ? { stage = "second", added = "yes" } : { stage = "first", removed = "soon" }
  flow = jsonencode({
    Version     = "2019-10-30"
    StartAction = "say"
    Actions = [
      {
        Identifier  = "say"
        Type        = "MessageParticipant"
        Parameters  = { Text = "Hello${local.suffix}" }
        Transitions = { NextAction = "end", Errors = [], Conditions = [] }
      },
      { Identifier = "end", Type = "EndFlowExecution", Parameters = {}, Transitions = {} },
    ]
  })
  module = jsonencode(merge(jsondecode(replace(local.flow, "EndFlowExecution", "EndFlowModuleExecution")), {
    Settings = { InputParameters = [], OutputParameters = [], Transitions = [] }
  }))
}

resource "aws_connect_instance" "this" {
  instance_alias                   = var.alias
  identity_management_type         = "CONNECT_MANAGED"
  inbound_calls_enabled            = true
  outbound_calls_enabled           = !var.changed
  contact_flow_logs_enabled        = var.changed
  contact_lens_enabled             = !var.changed
  early_media_enabled              = !var.changed
  auto_resolve_best_voices_enabled = !var.changed
  multi_party_conference_enabled   = var.changed
}
