"""What a rapporteur does with points before they are a text: order, likeness, single steps."""
