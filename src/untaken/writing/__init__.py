"""Finished products: pictures, files, reports, schemas."""
