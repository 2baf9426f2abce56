-- Clusters by the types of their members.
FROM mechanisms_with_members(['cluster']);
