"""How plain mode does each task of `practice.tasks`: the module, and the function in it."""

from collections.abc import Mapping

ROUTES: Mapping[str, tuple[str, str]] = {
    "help": ("help_now", "help_now"),
    "one-minute": ("menus", "one_minute"),
    "pick": ("menus", "pick_one"),
    "right-now": ("right_now", "right_now"),
    "today": ("today", "today"),
    "plan": ("plan", "plan"),
    "session": ("session", "session"),
    "more": ("menus", "more"),
    "check-in": ("check_in", "check_in"),
    "steps": ("steps", "steps"),
    "charts": ("charts", "charts"),
    "checklists": ("checklists", "checklists"),
    "tools": ("daily", "tools"),
    "good-days": ("daily", "good_days"),
    "calendar": ("daily", "calendar"),
    "away": ("daily", "away"),
    "walk": ("walk", "walk"),
    "well": ("plan", "well"),
    "peer-support": ("plan", "peer_support"),
    "supporter": ("supporter", "supporter"),
    "find": ("find", "find"),
    "lines": ("help_now", "all_lines"),
    "preferences": ("likes", "likes"),
    "where": ("where", "where"),
    "about": ("about", "what_this_is"),
    "cover": ("menus", "cover"),
    "leave": ("menus", "leave"),
}

BESIDE: Mapping[str, tuple[str, str]] = {"now": ("now", "now"), "console": ("console", "console")}
"""Commands that are no task: what help and the plan hold, and a window for a call."""
