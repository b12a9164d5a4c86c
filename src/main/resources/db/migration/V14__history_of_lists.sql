-- What happened to a list itself is few among the changes of its callbacks.
CREATE INDEX audit_event_of_list ON ringback.audit_event (list_id, id) WHERE list_id IS NOT NULL AND callback_id IS NULL;
