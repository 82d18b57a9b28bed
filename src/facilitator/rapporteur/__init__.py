"""What a rapporteur does with points before they are a text: order, likeness, one step at a time."""
