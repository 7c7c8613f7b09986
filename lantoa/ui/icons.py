"""The few icons there are: strokes on a 24-unit square, always shown beside a word."""

ICONS: dict[str, str] = {
    "search": '<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/>',
    "phone": (
        '<path d="M6 4h3l1.5 4.5-2 1.5a11 11 0 0 0 5.5 5.5l1.5-2L20 15v3a2 2 0 0 1-2.2 2A15 '
        '15 0 0 1 4 6.2 2 2 0 0 1 6 4Z"/>'
    ),
    "out": (
        '<path d="M9 6H5.5A1.5 1.5 0 0 0 4 7.5v11A1.5 1.5 0 0 0 5.5 20h11a1.5 1.5 0 0 0 '
        '1.5-1.5V15M13 4h7v7M20 4l-9 9"/>'
    ),
    "clock": '<circle cx="12" cy="12" r="8"/><path d="M12 7.5V12l3 2"/>',
    "money": (
        '<rect x="3.5" y="6.5" width="17" height="11" rx="1.5"/><circle cx="12" cy="12" r="2.4"/>'
    ),
    "paper": '<path d="M7 3.5h7l4 4V20.5H7zM14 3.5v4h4M10 12.5h5M10 16h5"/>',
    "place": (
        '<path d="M12 21s6.5-6 6.5-11a6.5 6.5 0 0 0-13 0c0 5 6.5 11 6.5 11Z"/>'
        '<circle cx="12" cy="10" r="2.3"/>'
    ),
    "person": '<circle cx="12" cy="8" r="3.5"/><path d="M5 20c.8-4 3.5-6 7-6s6.2 2 7 6"/>',
    "screen": '<rect x="4" y="5" width="16" height="11" rx="1.5"/><path d="M9 20h6"/>',
    "alert": '<path d="M12 4 2.8 20h18.4zM12 10v4.5M12 17.2v.3"/>',
}
