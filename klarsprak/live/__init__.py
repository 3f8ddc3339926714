"""Text that somebody is writing, checked as it stands: what servers, editors and models ask for."""
