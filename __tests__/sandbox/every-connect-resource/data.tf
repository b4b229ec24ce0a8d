# Each data source by name finds something that a fresh instance contains; by id, something made here.

data "aws_connect_instance" "by_alias" {
  instance_alias = aws_connect_instance.this.instance_alias
}

data "aws_connect_instance" "by_id" {
  instance_id = aws_connect_instance.this.id
}

data "aws_connect_contact_flow" "queue_transfer" {
  instance_id = aws_connect_instance.this.id
  name        = "Default queue transfer"
}

data "aws_connect_contact_flow" "agent_transfer" {
  instance_id = aws_connect_instance.this.id
  name        = "Default agent transfer"
}

data "aws_connect_contact_flow" "by_id" {
  instance_id     = aws_connect_instance.this.id
  contact_flow_id = aws_connect_contact_flow.whisper.contact_flow_id
}

data "aws_connect_contact_flow_module" "by_name" {
  instance_id = aws_connect_instance.this.id
  name        = aws_connect_contact_flow_module.this.name
}

data "aws_connect_contact_flow_module" "by_id" {
  instance_id            = aws_connect_instance.this.id
  contact_flow_module_id = aws_connect_contact_flow_module.this.contact_flow_module_id
}

data "aws_connect_hours_of_operation" "by_name" {
  instance_id = aws_connect_instance.this.id
  name        = "Basic Hours"
}

data "aws_connect_hours_of_operation" "by_id" {
  instance_id           = aws_connect_instance.this.id
  hours_of_operation_id = aws_connect_hours_of_operation.this.hours_of_operation_id
}

data "aws_connect_instance_storage_config" "this" {
  instance_id    = aws_connect_instance.this.id
  association_id = aws_connect_instance_storage_config.recordings.association_id
  resource_type  = "CALL_RECORDINGS"
}

data "aws_connect_lambda_function_association" "this" {
  instance_id  = aws_connect_instance.this.id
  function_arn = aws_connect_lambda_function_association.this.function_arn
}

data "aws_connect_prompt" "by_name" {
  instance_id = aws_connect_instance.this.id
  name        = "Music_Pop_ThisAndThatIsLife_Inst.wav"
}

data "aws_connect_queue" "by_name" {
  instance_id = aws_connect_instance.this.id
  name        = "BasicQueue"
}

data "aws_connect_queue" "by_id" {
  instance_id = aws_connect_instance.this.id
  queue_id    = aws_connect_queue.this.queue_id
}

data "aws_connect_quick_connect" "by_name" {
  instance_id = aws_connect_instance.this.id
  name        = aws_connect_quick_connect.phone.name
}

data "aws_connect_quick_connect" "by_id" {
  instance_id      = aws_connect_instance.this.id
  quick_connect_id = aws_connect_quick_connect.user.quick_connect_id
}

data "aws_connect_routing_profile" "by_name" {
  instance_id = aws_connect_instance.this.id
  name        = "Basic Routing Profile"
}

data "aws_connect_routing_profile" "by_id" {
  instance_id        = aws_connect_instance.this.id
  routing_profile_id = aws_connect_routing_profile.this.routing_profile_id
}

data "aws_connect_security_profile" "by_name" {
  instance_id = aws_connect_instance.this.id
  name        = "Agent"
}

data "aws_connect_security_profile" "by_id" {
  instance_id         = aws_connect_instance.this.id
  security_profile_id = aws_connect_security_profile.this.security_profile_id
}

data "aws_connect_user" "by_name" {
  instance_id = aws_connect_instance.this.id
  name        = aws_connect_user.this.name
}

data "aws_connect_user" "by_id" {
  instance_id = aws_connect_instance.this.id
  user_id     = aws_connect_user.this.user_id
}

data "aws_connect_user_hierarchy_group" "by_name" {
  instance_id = aws_connect_instance.this.id
  name        = aws_connect_user_hierarchy_group.department.name
}

data "aws_connect_user_hierarchy_group" "by_id" {
  instance_id        = aws_connect_instance.this.id
  hierarchy_group_id = aws_connect_user_hierarchy_group.company.hierarchy_group_id
}

data "aws_connect_user_hierarchy_structure" "this" {
  instance_id = aws_connect_user_hierarchy_structure.this.instance_id
}

data "aws_connect_bot_association" "this" {
  instance_id = aws_connect_instance.this.id

  lex_bot {
    name = aws_connect_bot_association.this.lex_bot[0].name
  }
}

data "aws_connect_vocabulary" "by_name" {
  instance_id = aws_connect_instance.this.id
  name        = aws_connect_vocabulary.this.name
}

data "aws_connect_vocabulary" "by_id" {
  instance_id   = aws_connect_instance.this.id
  vocabulary_id = aws_connect_vocabulary.this.vocabulary_id
}
