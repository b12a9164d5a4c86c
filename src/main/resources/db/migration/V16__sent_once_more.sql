-- When somebody asked for it to be sent once more; how late it is counts from then, not from when the event happened.
ALTER TABLE ringback.webhook_delivery ADD COLUMN asked_at timestamptz;
