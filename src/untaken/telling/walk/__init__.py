"""What a walk shows: where one stands, what happened there, and what the road came to. For any face, and for a file."""
