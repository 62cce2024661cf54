"""What can be wrong with a file before its content is looked at; the checks of content are in ``elzctl.checks``."""

from elzctl.faults import files, syntax, values

FAULTS = (
    files.unreadable_file,
    files.missing_file,
    files.stray_file,
    files.bad_file_name,
    files.case_collision,
    files.not_utf8,
    files.control_character,
    files.merge_conflict,
    syntax.no_front_matter,
    syntax.open_front_matter,
    files.too_large,
    syntax.broken_yaml,
    syntax.unquoted_colon,
    syntax.tab_character,
    syntax.yaml_anchor,
    syntax.duplicate_key,
    values.unknown_key,
    values.missing_key,
    values.wrong_value,
    values.bad_date,
    values.turned_range,
    syntax.text_after_hash,
    syntax.open_comment,
    values.unknown_section,
    values.repeated_section,
)
