"""What a person can do: the one list that footer, palette, menus and both faces are held to."""

from dataclasses import dataclass

from peercompanion.language import _


@dataclass(frozen=True)
class Task:
    """One thing a person can do.

    Attributes:
        id: Its name in the faces' maps of routes.
        title: What it is called.
        help: One sentence about it.
        door: The door of Home it lies behind; empty for what is on Home itself.
    """

    id: str
    title: str
    help: str
    door: str = ""


def tasks() -> tuple[Task, ...]:
    """All tasks, in the order they are offered."""
    return (
        Task("help", _("Help now"), _("Lines to call or text, and one steady thing.")),
        Task("one-minute", _("One minute, now"), _("Begin a short exercise at once.")),
        Task("pick", _("Pick one for me"), _("Open one exercise that fits.")),
        Task("right-now", _("Right now"), _("Say what it is like, and see what might fit.")),
        Task("today", _("Today"), _("The small things of this day.")),
        Task("plan", _("My plan"), _("What steadies you, and who is there.")),
        Task("session", _("Session"), _("For a talk with your peer supporter.")),
        Task("more", _("More"), _("Everything else.")),
        Task("check-in", _("Check in"), _("The weather inside, in two keys."), "today"),
        Task("steps", _("Small steps and goals"), _("What may come next."), "today"),
        Task("charts", _("My charts"), _("What a day can hold, in your words."), "today"),
        Task("checklists", _("Checklists"), _("For noticing, never for grading."), "today"),
        Task("tools", _("Guided tools"), _("Work something out, a line at a time."), "today"),
        Task("good-days", _("Good days box"), _("Lines worth keeping."), "today"),
        Task("calendar", _("Month and year"), _("The days, in shapes or in words."), "today"),
        Task("away", _("Away until …"), _("Days off, in one go."), "today"),
        Task("walk", _("My plan, one thing at a time"), _("For a hard hour."), "plan"),
        Task("well", _("What keeps me well"), _("A page about okay days."), "plan"),
        Task("peer-support", _("Peer support"), _("What it is, and finding someone."), "plan"),
        Task("supporter", _("Being a peer supporter"), _("For people who support."), "session"),
        Task("find", _("All exercises"), _("Find one by its title."), "more"),
        Task("lines", _("All help lines"), _("What each is for, and when."), "more"),
        Task("preferences", _("Preferences"), _("How this looks, moves and speaks."), "more"),
        Task("where", _("Where is my data?"), _("Backups, copies and erasing."), "more"),
        Task("about", _("What this is, and what it is not"), _("In a few sentences."), "more"),
        Task("cover", _("Cover the screen"), _("A page that says nothing.")),
        Task("leave", _("Leave"), _("Close PeerCompanion.")),
    )
