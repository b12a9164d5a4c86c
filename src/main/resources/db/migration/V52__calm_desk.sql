-- How often the agent has asked for more time with the callback in hand.
ALTER TABLE ringback.callback ADD COLUMN more_times integer NOT NULL DEFAULT 0 CHECK (more_times >= 0);

-- The call status that the telephone system's word of the end stands for, as a proposal to the agent.
ALTER TABLE ringback.attempt ADD COLUMN proposed_status text
    CHECK (proposed_status IN ('ANSWERED', 'BUSY', 'NO_ANSWER', 'OTHER'));
ALTER TABLE ringback.call_end ADD COLUMN proposed_status text
    CHECK (proposed_status IN ('ANSWERED', 'BUSY', 'NO_ANSWER', 'OTHER'));
