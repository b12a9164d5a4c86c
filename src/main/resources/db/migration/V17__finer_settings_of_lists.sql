-- The finer settings of a list, one JSON value: a new one needs no column. What is missing in it has its default.
ALTER TABLE ringback.callback_list
    ADD COLUMN policy jsonb NOT NULL DEFAULT '{}',
    ADD CONSTRAINT callback_list_policy_is_an_object CHECK (jsonb_typeof(policy) = 'object');
