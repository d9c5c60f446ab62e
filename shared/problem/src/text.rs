//! Text that people send: its length and its characters, checked at the edge.

use crate::Problem;
use std::ops::RangeInclusive;

/// Accepts text of a length within `characters`, without control characters (new lines are fine). Returns it unchanged.
pub fn checked<'t>(field: &str, text: &'t str, characters: RangeInclusive<usize>) -> Result<&'t str, Problem> {
    let pointer = format!("#/{field}");
    let length = text.chars().count();
    let (least, most) = (*characters.start(), *characters.end());
    if length > most {
        let detail = format!("`{field}` has {length} characters; at most {most} are right.");
        return Err(Problem::invalid(&format!("{field}_too_long"), detail.clone()).at(&pointer, detail));
    }
    if length < least || (least > 0 && text.trim().is_empty()) {
        let detail = format!("`{field}` has {length} characters; at least {least}, not all blank, are right.");
        return Err(Problem::invalid(&format!("{field}_too_short"), detail.clone()).at(&pointer, detail));
    }
    if let Some(control) = text.chars().find(|character| character.is_control() && *character != '\n') {
        let code_point = u32::from(control);
        let detail = format!("`{field}` holds the control character U+{code_point:04X}; only visible text and new lines are right.");
        return Err(Problem::invalid("control_character", detail.clone()).at(&pointer, detail));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_within_its_limits_passes_unchanged() {
        assert_eq!(checked("prompt", "a red ball\non a beach", 1..=100), Ok("a red ball\non a beach"));
        assert_eq!(checked("bio", "", 0..=100), Ok(""));
    }

    #[test]
    fn characters_are_counted_not_bytes() {
        assert!(checked("prompt", "ééééé", 1..=5).is_ok());
        let problem = checked("prompt", "éééééé", 1..=5).unwrap_err();
        assert_eq!(problem.code, "prompt_too_long");
        assert_eq!(problem.errors[0].pointer, "#/prompt");
    }

    #[test]
    fn blank_text_and_control_characters_are_refused() {
        assert_eq!(checked("prompt", "  \n ", 1..=5).unwrap_err().code, "prompt_too_short");
        assert_eq!(checked("prompt", "a\u{7}", 1..=5).unwrap_err().code, "control_character");
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_answered(text in proptest::prelude::any::<String>()) {
            let _ = checked("prompt", &text, 1..=20);
        }
    }
}
