"""The client `generated/bird_conversations`: what its users do with it, on a real server on loopback."""
