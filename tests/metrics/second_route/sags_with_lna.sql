-- Strategic advisory groups by the types of their members.
FROM mechanisms_with_members(['sag']);
