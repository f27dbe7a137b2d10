"""First stage: sources become a Spec. Nothing is imported here, so that who needs one module does not pay for all."""
