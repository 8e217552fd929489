"""Papers of the office: what is sent, signed, handed out, filled in and filed around a course."""
