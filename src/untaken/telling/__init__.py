"""What people read, before anybody prints it."""
