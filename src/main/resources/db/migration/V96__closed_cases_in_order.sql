-- The newest closed cases are looked through for what many of them have; what few have is met by its terms.
CREATE INDEX closed_case_when ON ringback.closed_case (created_at, callback_id);
