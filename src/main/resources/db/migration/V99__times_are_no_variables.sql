-- What expressions and decisions read of these is the callback's row (docs/decisions/090). Cases of before have variables of these names,
-- which nobody sets any more, and which would come first.
DELETE FROM public.act_ru_variable
WHERE name_ IN ('dueAt', 'eligibleAt', 'expiresAt', 'autoStopAt', 'callEndsBy', 'closesAt');
